package dev.heddle.raft;

import java.util.List;

/**
 * The Raft algorithm of one server, as a function of its state and an input to its next state and
 * effects. It holds no state of its own and reads no clock: {@code nowNanos} is the server's, of
 * which only differences count, and which only features beyond Figure 2 look at.
 *
 * <p>This class tells inputs apart; what they do is in {@link Elections}, {@link Replication}
 * (leaders), {@link Following} (followers), {@link Snapshots}, {@link Reads}, {@link MembershipChanges} and
 * {@link Terms}.
 */
public final class Raft {

    /** How many entries one AppendEntries carries at most. */
    static final int MAX_ENTRIES_PER_CALL = 16;

    private final Cluster cluster;
    private final SnapshotRules snapshotRules;
    private final Votes noVotes;
    private final Terms terms;
    private final Snapshots snapshots;
    private final Following following;
    private final Replication replication;
    private final Elections elections;
    private final MembershipChanges changes;

    /** The algorithm of one server. */
    public Raft(RaftSetup setup) {
        this.cluster = new Cluster(setup);
        this.snapshotRules = setup.rules().snapshots();
        this.noVotes = setup.rules().election().tally().none();
        this.terms = new Terms(setup);
        this.snapshots = new Snapshots(setup, cluster, terms);
        this.following = new Following(setup, terms);
        this.replication = new Replication(setup, cluster, terms, snapshots);
        this.elections = new Elections(setup, cluster, terms, replication);
        this.changes = new MembershipChanges(setup, cluster, replication);
    }

    /** A server starts as a follower that waits for a leader (§5.2). */
    public RaftState start(Recovered durable, long nowNanos, Effects effects) {
        effects.arm(Timer.ELECTION);
        long applied = snapshotRules.appliedAtStart().index(durable.log());
        return terms.started(RaftState.started(durable, applied, noVotes, cluster.size()), nowNanos);
    }

    /** A call or an answer arrived. */
    public RaftState receive(RaftState before, Message message, long nowNanos, Effects effects) {
        RaftState state = terms.observe(before, terms.termOf(before, message, nowNanos), effects);
        if (message instanceof AppendEntries call) {
            return following.appendEntries(state, call, nowNanos, effects);
        }
        if (message instanceof AppendEntriesReply reply) {
            return changes.answered(
                    replication.appendEntriesReply(state, reply, nowNanos, effects), reply, nowNanos, effects);
        }
        if (message instanceof RequestVote call) {
            return elections.requestVote(before, state, call, nowNanos, effects);
        }
        if (message instanceof VoteReply reply) {
            return elections.voteReply(state, reply, nowNanos, effects);
        }
        if (message instanceof InstallSnapshot call) {
            return snapshots.install(state, call, nowNanos, effects);
        }
        if (message instanceof InstallSnapshotReply reply) {
            return changes.answered(
                    replication.installSnapshotReply(state, reply, nowNanos, effects), reply, nowNanos, effects);
        }
        return message instanceof TimeoutNow call
                ? elections.timeoutNow(state, call, nowNanos, effects)
                : ((PrivateMessage) message).handle(state, effects);
    }

    /** A timer expired. */
    public RaftState expired(RaftState state, Timer timer, long nowNanos, Effects effects) {
        boolean leads = state.role() == Role.LEADER;
        return switch (timer) {
            case ELECTION -> leads
                    ? changes.electionTimeout(replication.electionTimeout(state, effects), effects)
                    : elections.timeout(state, nowNanos, effects);
            case HEARTBEAT -> leads ? replication.heartbeat(state, nowNanos, effects) : state;
            case RETRY -> {
                if (leads) {
                    yield replication.retry(state, effects);
                }
                if (state.role() != Role.FOLLOWER) {
                    elections.retry(state, effects);
                }
                yield state;
            }
        };
    }

    /** A client's command arrived (§5.3). Returns the same state if this server does not lead, or is about not to. */
    public RaftState command(RaftState state, ClientCommand command, long nowNanos, Effects effects) {
        return takesCommands(state) ? replication.append(state, command, nowNanos, effects) : state;
    }

    /** Thesis §6.3: a client wants a session. Returns the same state as for a command that is not taken. */
    public RaftState openSession(RaftState state, long nowNanos, Effects effects) {
        return takesCommands(state) ? replication.append(state, new OpenSession(), nowNanos, effects) : state;
    }

    private static boolean takesCommands(RaftState state) {
        return state.role() == Role.LEADER && state.leadership().transferTo() == null;
    }

    /** A client's read arrived (thesis §6.4); it is answered through {@link Effects#answer} now or later. */
    public RaftState read(RaftState state, long ticket, long nowNanos, Effects effects) {
        if (state.role() != Role.LEADER) {
            effects.answer(ticket, Answer.Plain.NOT_LEADING);
            return state;
        }
        return replication.read(state, ticket, nowNanos, effects);
    }

    /** Why a change to these members is not possible now, or null if it is. */
    private String refusal(RaftState state, ChangeMembership change) {
        List<String> target = change.servers();
        if (target.isEmpty() || target.stream().distinct().count() != target.size()
                || !target.stream().allMatch(cluster::knows)) {
            return "members must be servers of the cluster, each named once: " + target;
        }
        if (state.leadership().catchUp() != null) {
            return "a change is under way: to members=" + state.leadership().catchUp().target();
        }
        Membership latest = state.log().membership();
        boolean underWay = latest != null
                && (latest.joint() || state.log().membershipIndex() > state.commitIndex());
        return underWay ? "a change is under way: " + latest : null;
    }

    /**
     * §6: a change of the membership begins, if this server leads and nothing speaks against it. It is answered
     * through {@link Effects#answer} now or, where new servers are brought up to date first, later.
     */
    public RaftState changeMembership(
            RaftState state, ChangeMembership change, long ticket, long nowNanos, Effects effects) {
        String refusal = state.role() == Role.LEADER ? refusal(state, change) : null;
        if (refusal != null || !takesCommands(state)) {
            effects.answer(ticket, refusal != null ? new Answer.Refused(refusal) : Answer.Plain.NOT_LEADING);
            return state;
        }
        return changes.begin(state, change, ticket, nowNanos, effects);
    }

    /** Why a server cannot be handed the leadership, or null if it can. */
    public String refusal(RaftState state, TransferLeadership transfer) {
        boolean possible = !transfer.to().equals(cluster.self())
                && cluster.membership(state.log().membership()).contains(transfer.to());
        return possible ? null : "the leadership goes to another member, not to " + transfer.to();
    }

    /** Thesis §3.10: another server is to lead. Returns the same state if this server does not lead or refuses. */
    public RaftState transferLeadership(RaftState state, TransferLeadership transfer, Effects effects) {
        return state.role() == Role.LEADER && refusal(state, transfer) == null
                ? replication.transfer(
                        changes.giveUp(state, "the leadership is handed over to " + transfer.to(), effects),
                        transfer.to(), effects)
                : state;
    }

    /** §7: the applied part of the log is replaced by the state machine's state after it, as text. */
    public RaftState compact(RaftState state, String data) {
        return snapshots.take(state, data);
    }

    /** The membership in force at this server (§6). */
    public Membership membership(RaftState state) {
        return cluster.membership(state.log().membership());
    }
}
