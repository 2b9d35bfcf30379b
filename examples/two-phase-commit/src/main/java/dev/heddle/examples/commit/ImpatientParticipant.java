package dev.heddle.examples.commit;

import akka.actor.ActorRef;

/** The bug {@code gives-up-alone}: aborts a transaction that it voted yes to when the decision is late. */
final class ImpatientParticipant extends Participant {
    ImpatientParticipant(String name, Journal journal, ActorRef coordinator) {
        super(name, journal, coordinator);
    }

    @Override
    void keptWaiting(String transaction) {
        end(transaction, Outcome.ABORT);
    }
}
