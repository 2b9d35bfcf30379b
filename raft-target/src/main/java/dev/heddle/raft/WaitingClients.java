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

    /** One who asked the state machine, or, without a read, wants another membership that has not begun. */
    private record Asker(long ticket, ClientRead read, ActorRef client) {
    }

    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Asker> askers = new ArrayList<>();
    private final ClientRules.Fate fate;
    private long lastTicket;

    WaitingClients(ClientRules rules) {
        this.fate = rules.fate();
    }

    /** A client's command is the entry that a leader appended in this step. */
    void add(RaftState before, ActorRef client) {
        waiting.add(new Waiting(before.log().lastIndex() + 1, before.currentTerm(), false, client));
    }

    /** A client's read waits under the ticket returned; null for a change of the membership. */
    long ask(ClientRead read, ActorRef client) {
        askers.add(new Asker(++lastTicket, read, client));
        return lastTicket;
    }

    /** Those whose change of the membership has begun wait for its entries from now on. */
    void takeDownAppended(List<Outbox.Ticketed> answers, RaftState state) {
        for (Outbox.Ticketed ticketed : answers) {
            if (ticketed.answer() instanceof Answer.Appended appended) {
                long term = state.log().termAt(appended.index());
                waiting.add(new Waiting(appended.index(), term, true, taken(ticketed.ticket()).client));
            }
        }
    }

    /** Everyone who waits, and what the next ticket depends on. */
    List<Object> waiting() {
        return List.of(List.copyOf(waiting), List.copyOf(askers), lastTicket);
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
    void answerApplied(RaftState state, AppliedState.Result[] results, ActorRef self) {
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
    private ClientReply reply(RaftState state, Waiting to, AppliedState.Result[] results) {
        if (!fate.isCommitted(state.log(), to.index, to.term)) {
            return new ClientReply.NotLeader(state.leader());
        }
        if (to.change) {
            return changed(state, to);
        }
        AppliedState.Result result = results[results.length - 1 - (int) (state.lastApplied() - to.index)];
        return result.sessionExpired() && state.log().entryAt(to.index).command() instanceof ClientCommand command
                ? new ClientReply.SessionExpired(command.session())
                : new ClientReply.Committed(to.index, result.text());
    }

    private static ClientReply changed(RaftState state, Waiting change) {
        long index = state.log().membershipIndex();
        boolean settled = index >= change.index && index <= state.lastApplied() && !state.log().membership().joint();
        return settled ? new ClientReply.Committed(index) : null;
    }

    /** Answers a request that waited under a ticket, a read from the state machine. */
    void answer(Outbox.Ticketed ticketed, RaftState state, AppliedState applied, ActorRef self) {
        if (ticketed.answer() instanceof Answer.Appended) {
            return;
        }
        Asker asker = taken(ticketed.ticket());
        asker.client.tell(
                ticketed.answer() instanceof Answer.Refused refused ? new ClientReply.Refused(refused.reason())
                        : ticketed.answer() == Answer.Plain.READ_NOW
                        ? new ClientReply.Result(applied.query(asker.read.query()))
                        : new ClientReply.NotLeader(state.leaderToAsk()), self);
    }

    private Asker taken(long ticket) {
        for (Iterator<Asker> left = askers.iterator(); left.hasNext(); ) {
            Asker asker = left.next();
            if (asker.ticket == ticket) {
                left.remove();
                return asker;
            }
        }
        throw new IllegalStateException("nobody waits under ticket " + ticket);
    }
}
