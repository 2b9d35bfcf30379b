package dev.heddle.examples.commit;

import akka.actor.AbstractActorWithTimers;
import akka.actor.ActorRef;
import dev.heddle.examples.commit.Protocol.Begin;
import dev.heddle.examples.commit.Protocol.Decision;
import dev.heddle.examples.commit.Protocol.Inquire;
import dev.heddle.examples.commit.Protocol.Prepare;
import dev.heddle.examples.commit.Protocol.Vote;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Asks all participants, commits where all of them say yes, and aborts otherwise. What it has not decided when it
 * crashes it aborts, as soon as a participant asks.
 */
final class Coordinator extends AbstractActorWithTimers {
    /** How long it waits for votes. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private record GiveUp(String transaction) {}

    private final Map<String, ActorRef> participants;
    private final Decisions decisions;
    /** Who said yes, of the transactions that are open. */
    private final SortedMap<String, Set<String>> yes = new TreeMap<>();

    Coordinator(Journal journal, SortedMap<String, ActorRef> participants) {
        this.participants = participants;
        decisions = new Decisions(journal);
    }

    Decisions decisions() {
        return decisions;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Begin.class, begin -> begin(begin.transaction()))
                .match(Vote.class, this::count)
                .match(GiveUp.class, timer -> abort(timer.transaction()))
                .match(Inquire.class, question -> answer(question.transaction()))
                .build();
    }

    private void begin(String transaction) {
        if (decisions.of(transaction) == null && yes.putIfAbsent(transaction, new TreeSet<>()) == null) {
            tellAll(new Prepare(transaction));
            getTimers().startSingleTimer(transaction, new GiveUp(transaction), PATIENCE);
        }
    }

    private void count(Vote vote) {
        Set<String> soFar = yes.get(vote.transaction());
        if (soFar == null) {
            return;
        }
        if (!vote.yes()) {
            abort(vote.transaction());
        } else if (soFar.add(vote.participant()) && soFar.containsAll(participants.keySet())) {
            finish(vote.transaction(), Outcome.COMMIT);
        }
    }

    private void abort(String transaction) {
        if (decisions.of(transaction) == null) {
            finish(transaction, Outcome.ABORT);
        }
    }

    private void finish(String transaction, Outcome outcome) {
        yes.remove(transaction);
        getTimers().cancel(transaction);
        // It is on disk before anybody hears of it.
        decisions.decide(transaction, outcome);
        tellAll(new Decision(transaction, outcome));
    }

    private void answer(String transaction) {
        if (yes.containsKey(transaction)) {
            return;
        }
        abort(transaction);
        getSender().tell(new Decision(transaction, decisions.of(transaction)), getSelf());
    }

    private void tellAll(Object message) {
        participants.values().forEach(p -> p.tell(message, getSelf()));
    }
}
