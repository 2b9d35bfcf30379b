package dev.heddle.examples.commit;

import akka.actor.AbstractActorWithTimers;
import akka.actor.ActorRef;
import dev.heddle.examples.commit.Journal.Prepared;
import dev.heddle.examples.commit.Protocol.Begin;
import dev.heddle.examples.commit.Protocol.Decision;
import dev.heddle.examples.commit.Protocol.Inquire;
import dev.heddle.examples.commit.Protocol.Prepare;
import dev.heddle.examples.commit.Protocol.Vote;
import java.time.Duration;

/**
 * Holds one lock: votes yes to the transaction that gets it, and no to others meanwhile. Having voted yes it waits
 * for the decision, however long that takes, and asks for it again and again.
 */
class Participant extends AbstractActorWithTimers {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private record StillWaiting(String transaction) {}

    private final String name;
    private final ActorRef coordinator;
    private final Journal journal;
    private final Decisions decisions;
    /** The transaction that it voted yes to, and that has the lock until it ends; or null. */
    private String prepared;

    Participant(String name, Journal journal, ActorRef coordinator) {
        this.name = name;
        this.coordinator = coordinator;
        this.journal = journal;
        decisions = new Decisions(journal);
    }

    final Decisions decisions() {
        return decisions;
    }

    /** The transaction of which it does not know the end, though it voted yes; or null. */
    final String inDoubt() {
        return prepared;
    }

    @Override
    public void preStart() {
        for (Journal.Entry entry : journal.entries()) {
            if (entry instanceof Prepared && decisions.of(entry.transaction()) == null) {
                lock(entry.transaction());
            }
        }
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Begin.class, begin -> coordinator.forward(begin, getContext()))
                .match(Prepare.class, prepare -> vote(prepare.transaction()))
                .match(Decision.class, decision -> end(decision.transaction(), decision.outcome()))
                .match(StillWaiting.class, timer -> keptWaiting(timer.transaction()))
                .build();
    }

    private void vote(String transaction) {
        if (prepared == null && decisions.of(transaction) == null) {
            journal.force(new Prepared(transaction));
            lock(transaction);
        }
        boolean yes = transaction.equals(prepared);
        if (!yes) {
            end(transaction, Outcome.ABORT);
        }
        coordinator.tell(new Vote(transaction, name, yes), getSelf());
    }

    private void lock(String transaction) {
        prepared = transaction;
        getTimers().startTimerWithFixedDelay(transaction, new StillWaiting(transaction), PATIENCE);
    }

    /** No decision came for a while, though it voted yes: it must not decide alone. */
    void keptWaiting(String transaction) {
        coordinator.tell(new Inquire(transaction), getSelf());
    }

    final void end(String transaction, Outcome outcome) {
        if (decisions.of(transaction) == null) {
            decisions.decide(transaction, outcome);
        }
        if (transaction.equals(prepared)) {
            prepared = null;
            getTimers().cancel(transaction);
        }
    }
}
