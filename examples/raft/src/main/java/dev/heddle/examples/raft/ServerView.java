package dev.heddle.examples.raft;

import dev.heddle.invariants.RaftLog;
import dev.heddle.invariants.RaftView;
import dev.heddle.raft.Log;
import dev.heddle.raft.Membership;
import dev.heddle.raft.RaftActor;
import dev.heddle.raft.RaftState;
import dev.heddle.raft.Role;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** A server's present state in the words of the invariants. */
final class ServerView implements RaftView {
    private final RaftActor actor;
    private LogView log;
    private Membership membership;
    private Set<String> members;

    ServerView(RaftActor actor) {
        this.actor = actor;
    }

    /** False until the actor has recovered what its storage held. */
    boolean started() {
        return actor.state() != null;
    }

    @Override
    public long term() {
        return actor.state().currentTerm();
    }

    @Override
    public String votedFor() {
        return actor.state().votedFor();
    }

    @Override
    public boolean leader() {
        return actor.state().role() == Role.LEADER;
    }

    @Override
    public long commitIndex() {
        return actor.state().commitIndex();
    }

    @Override
    public long lastApplied() {
        return actor.state().lastApplied();
    }

    @Override
    public RaftLog log() {
        Log present = actor.state().log();
        if (log == null || log.raftLog() != present) {
            log = new LogView(present);
        }
        return log;
    }

    @Override
    public Set<String> members() {
        Membership present = actor.membership();
        if (present != membership) {
            membership = present;
            Set<String> voters = new TreeSet<>(present.servers());
            voters.addAll(present.next());
            members = Collections.unmodifiableSet(voters);
        }
        return members;
    }

    @Override
    public boolean inTransition() {
        return actor.membership().joint();
    }

    @Override
    public Object stateMachine() {
        return actor.stateMachine().snapshot();
    }

    @Override
    public Object incarnation() {
        return actor;
    }

    @Override
    public String mode() {
        return actor.state().role().toString();
    }

    @Override
    public void fields(BiConsumer<String, Object> field) {
        RaftState state = actor.state();
        field.accept("role", state.role());
        field.accept("term", state.currentTerm());
        field.accept("votedFor", state.votedFor() == null ? "none" : state.votedFor());
        field.accept("leader", state.leader() == null ? "none" : state.leader());
        field.accept("log", state.log());
        field.accept("commitIndex", state.commitIndex());
        field.accept("lastApplied", state.lastApplied());
        field.accept("votes", state.votes());
        field.accept("progress", state.role() == Role.LEADER ? state.progress() : "none");
    }

    /** A log as the invariants read it. */
    private record LogView(Log raftLog) implements RaftLog {
        @Override
        public long firstIndex() {
            return raftLog.baseIndex() + 1;
        }

        @Override
        public long termBefore() {
            return raftLog.baseTerm();
        }

        @Override
        public long lastIndex() {
            return raftLog.lastIndex();
        }

        @Override
        public long termAt(long index) {
            return raftLog.termAt(index);
        }

        @Override
        public Object commandAt(long index) {
            return raftLog.entryAt(index).command();
        }

        @Override
        public long commonPrefix(RaftLog other) {
            return other instanceof LogView view
                    ? raftLog.commonPrefix(view.raftLog)
                    : RaftLog.super.commonPrefix(other);
        }
    }
}
