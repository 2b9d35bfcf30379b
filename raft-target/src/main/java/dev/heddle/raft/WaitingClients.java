package dev.heddle.raft;

import akka.actor.ActorRef;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The clients that wait for what they asked of a leader, in the order of their requests. */
final class WaitingClients {

    /** One for whom an entry was appended; a change of the membership is done when a later entry is applied. */
    private record Waiting(long index, long term, boolean change, ActorRef client) {
    }

    /** One who asked the state machine. */
    private record Reader(long ticket, ClientRead read, ActorRef client) {
    }

    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Reader> readers = new ArrayList<>();
    private long lastTicket;

    /** A client's command, or a change of the membership, is the entry that a leader appended in this step. */
    void add(RaftState before, boolean change, ActorRef client) {
        waiting.add(new Waiting(before.log().lastIndex() + 1, before.currentTerm(), change, client));
    }

    /** A client's read waits under the ticket returned. */
    long add(ClientRead read, ActorRef client) {
        readers.add(new Reader(++lastTicket, read, client));
        return lastTicket;
    }

    /** Everyone who waits, and what the next ticket depends on. */
    List<Object> waiting() {
        return List.of(List.copyOf(waiting), List.copyOf(readers), lastTicket);
    }

    /** Whether anyone waits for an entry to be applied. */
    boolean waitForEntries() {
        return !waiting.isEmpty();
    }

    /**
     * Answers those whose index has been applied. If the entry there is of another term, a later
     * leader has replaced the client's: only now is it certain that it will never be committed. What a
     * snapshot of another server covers is not known, and its client not answered.
     *
     * @param results what was applied in this step resulted in, the last at the state's last applied index
     */
    void answerApplied(RaftState state, String[] results, ActorRef self) {
        for (Iterator<Waiting> left = waiting.iterator(); left.hasNext(); ) {
            Waiting next = left.next();
            if (next.index > state.lastApplied()) {
                continue;
            }
            boolean known = next.index > state.log().baseIndex();
            ClientReply reply = known ? reply(state, next, results) : null;
            if (reply != null) {
                next.client.tell(reply, self);
            }
            if (reply != null || !known) {
                left.remove();
            }
        }
    }

    /** The answer to one whose entry is applied; null if there is none yet. */
    private static ClientReply reply(RaftState state, Waiting to, String[] results) {
        if (!state.log().matches(to.index, to.term)) {
            return new ClientReply.NotLeader(state.leader());
        }
        int fromEnd = (int) (state.lastApplied() - to.index);
        return to.change ? changed(state, to)
                : new ClientReply.Committed(to.index, results[results.length - 1 - fromEnd]);
    }

    private static ClientReply changed(RaftState state, Waiting change) {
        long index = state.log().membershipIndex();
        boolean settled = index >= change.index && index <= state.lastApplied() && !state.log().membership().joint();
        return settled ? new ClientReply.Committed(index) : null;
    }

    /** Answers a read, from the state machine if that is confirmed to be up to date. */
    void answerRead(long ticket, boolean confirmed, RaftState state, AppliedState applied, ActorRef self) {
        for (Iterator<Reader> left = readers.iterator(); left.hasNext(); ) {
            Reader reader = left.next();
            if (reader.ticket == ticket) {
                left.remove();
                reader.client.tell(confirmed
                        ? new ClientReply.Result(applied.query(reader.read.query()))
                        : new ClientReply.NotLeader(state.leader()), self);
                return;
            }
        }
    }
}
