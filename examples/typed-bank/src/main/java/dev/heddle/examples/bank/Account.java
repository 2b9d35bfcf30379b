package dev.heddle.examples.bank;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;

/** An account that is read and written by tellers; the version of its balance tells who was too late. */
final class Account extends AbstractBehavior<Account.Command> {
    /** What an account is asked for. */
    sealed interface Command {}

    /** How much is there? */
    record Read(ActorRef<Balance> replyTo) implements Command {}

    /**
     * Replace the balance.
     *
     * @param version of the balance that the new one was computed from
     */
    record Write(int version, int amount, ActorRef<Written> replyTo) implements Command {}

    /** What an account holds. */
    record Balance(int version, int amount) {}

    /**
     * What became of a write.
     *
     * @param done false where somebody else was first
     */
    record Written(boolean done) {}

    private final boolean checksVersions;
    private Balance balance = new Balance(0, 0);

    private Account(ActorContext<Command> context, boolean checksVersions) {
        super(context);
        this.checksVersions = checksVersions;
    }

    /** @param checksVersions whether only a write that knows the present balance is taken */
    static Behavior<Command> create(boolean checksVersions) {
        return Behaviors.setup(context -> new Account(context, checksVersions));
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Read.class, read -> {
                    read.replyTo().tell(balance);
                    return this;
                })
                .onMessage(Write.class, this::write)
                .build();
    }

    private Behavior<Command> write(Write write) {
        boolean done = write.version() == balance.version() || !checksVersions;
        if (done) {
            balance = new Balance(balance.version() + 1, write.amount());
        }
        write.replyTo().tell(new Written(done));
        return this;
    }
}
