package dev.heddle.raft;

import akka.actor.ActorRef;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The clients whose commands a leader appended and that wait for an answer, in the order of their commands. */
final class WaitingClients {

    private record Waiting(long index, long term, ActorRef client) {
    }

    private final List<Waiting> waiting = new ArrayList<>();

    /** A client's command is now the last entry of the leader's log. */
    void add(RaftState leader, ActorRef client) {
        waiting.add(new Waiting(leader.log().lastIndex(), leader.currentTerm(), client));
    }

    /**
     * Answers those whose index has been applied. If the entry there is of another term, a later
     * leader has replaced the client's: only now is it certain that it will never be committed.
     */
    void answerApplied(RaftState state, ActorRef self) {
        for (Iterator<Waiting> left = waiting.iterator(); left.hasNext(); ) {
            Waiting next = left.next();
            if (next.index <= state.lastApplied()) {
                left.remove();
                boolean committed = state.log().matches(next.index, next.term);
                next.client.tell(committed
                        ? new ClientReply.Committed(next.index)
                        : new ClientReply.NotLeader(state.leader()), self);
            }
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }
}
