package dev.heddle.examples.bank;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.heddle.examples.bank.Account.Balance;
import dev.heddle.examples.bank.Account.Written;
import java.time.Duration;

/**
 * Serves customers: asks the account for its balance, adds to it and writes it back; whoever is too late
 * tries again a little later.
 */
final class Teller extends AbstractBehavior<Teller.Command> {
    /** What a teller is told. */
    sealed interface Command {}

    /**
     * A customer's request.
     *
     * @param amount what is paid in; 0 for who wants to know the balance
     */
    record Serve(int amount, ActorRef<String> customer) implements Command {}

    private record Loaded(Serve request, Balance balance) implements Command {}

    private record Stored(Serve request, int amount, boolean done) implements Command {}

    private record Failed(Serve request, String reason) implements Command {}

    static final String TRY_AGAIN = "try again";
    static final String UNKNOWN = "unknown";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final TimerScheduler<Command> timers;
    private final ActorRef<Account.Command> account;

    private Teller(
            ActorContext<Command> context, TimerScheduler<Command> timers, ActorRef<Account.Command> account) {
        super(context);
        this.timers = timers;
        this.account = account;
    }

    static Behavior<Command> create(ActorRef<Account.Command> account) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> new Teller(context, timers, account)));
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Serve.class, this::load)
                .onMessage(Loaded.class, this::store)
                .onMessage(Stored.class, this::finish)
                .onMessage(Failed.class, failed -> tell(failed.request(), failed.reason()))
                .build();
    }

    private Behavior<Command> load(Serve request) {
        getContext().ask(Balance.class, account, PATIENCE, Account.Read::new,
                (balance, late) -> late == null ? new Loaded(request, balance) : new Failed(request, TRY_AGAIN));
        return this;
    }

    private Behavior<Command> store(Loaded loaded) {
        Serve request = loaded.request();
        Balance before = loaded.balance();
        if (request.amount() == 0) {
            return tell(request, before.amount());
        }
        int amount = before.amount() + request.amount();
        getContext().ask(Written.class, account, PATIENCE,
                (ActorRef<Written> replyTo) -> new Account.Write(before.version(), amount, replyTo),
                (written, late) -> late == null
                        ? new Stored(request, amount, written.done())
                        : new Failed(request, UNKNOWN));
        return this;
    }

    private Behavior<Command> finish(Stored stored) {
        if (stored.done()) {
            return tell(stored.request(), stored.amount());
        }
        timers.startSingleTimer(stored.request(), stored.request(), PAUSE);
        return this;
    }

    private Behavior<Command> tell(Serve request, int balance) {
        return tell(request, "balance " + balance);
    }

    private Behavior<Command> tell(Serve request, String answer) {
        request.customer().tell(answer);
        return this;
    }
}
