package dev.heddle.raft;

import dev.heddle.raft.AppendEntriesReply.Conflict;

/** Replication and commitment on the leader's side (Figure 2, "Leaders"; §5.3, §5.4.2, §6, §7). */
final class Replication {

    private final Cluster cluster;
    private final RaftFeatures features;
    private final ReplicationRules rules;
    private final MembershipRules membershipRules;
    private final ElectionRules.Resignation resignation;
    private final Terms terms;
    private final Snapshots snapshots;
    private final Reads reads;

    Replication(RaftSetup setup, Cluster cluster, Terms terms, Snapshots snapshots) {
        this.cluster = cluster;
        this.features = setup.features();
        this.rules = setup.rules().replication();
        this.membershipRules = setup.rules().membership();
        this.resignation = setup.rules().election().resignation();
        this.terms = terms;
        this.snapshots = snapshots;
        this.reads = new Reads(setup, cluster);
    }

    /**
     * A leadership begins with a heartbeat (§5.2). A change of the membership that an earlier leader left
     * unfinished goes on: as an earlier term's entries are not counted (§5.4.2), one of this term follows.
     */
    RaftState begin(RaftState elected, long nowNanos, Effects effects) {
        RaftState leader = heartbeat(elected, nowNanos, effects);
        Membership latest = leader.log().membership();
        if (leader.log().membershipIndex() > leader.commitIndex()) {
            return append(leader, NoOp.INSTANCE, nowNanos, effects);
        }
        return latest != null && latest.joint() ? append(leader, latest.settled(), nowNanos, effects) : leader;
    }

    /** §5.2: a leader sends empty AppendEntries to all, which keeps them from standing for election. */
    RaftState heartbeat(RaftState leader, long nowNanos, Effects effects) {
        RaftState begun = features.lease().on() ? reads.nextRound(leader, nowNanos) : leader;
        return call(begun, peers(begun), 0, effects);
    }

    /** §5.1: calls that were not answered in time are made again. */
    RaftState retry(RaftState leader, Effects effects) {
        return call(leader, leader.unanswered() & peers(leader), Raft.MAX_ENTRIES_PER_CALL, effects);
    }

    /** §5.3: "the leader appends the command to its log as a new entry, then issues AppendEntries in parallel". */
    RaftState append(RaftState leader, Command command, long nowNanos, Effects effects) {
        RaftState appended = leader.withLog(leader.log().append(new Entry(leader.currentTerm(), command)));
        return advanceCommitIndex(replicateToLagging(appended, effects), nowNanos, effects);
    }

    /** Thesis §6.4: a read that no leadership of another server can overtake. */
    RaftState read(RaftState leader, long ticket, long nowNanos, Effects effects) {
        RaftState with = reads.add(leader, ticket, nowNanos, effects);
        if (with.leadership().rounds().current() > leader.leadership().rounds().current()) {
            return reads.answerConfirmed(call(with, peers(with), 0, effects), effects);
        }
        boolean needsEntry = with != leader && with.log().lastTerm() != with.currentTerm();
        return needsEntry ? append(with, NoOp.INSTANCE, nowNanos, effects) : with;
    }

    /** Figure 2, leaders: whoever lacks entries that the leader has is sent them from nextIndex on (§5.3). */
    private RaftState replicateToLagging(RaftState leader, Effects effects) {
        long lagging = 0;
        for (long left = peers(leader); left != 0; left &= left - 1) {
            int peer = Long.numberOfTrailingZeros(left);
            if (leader.log().lastIndex() >= leader.progress().nextIndex(peer)) {
                lagging |= Cluster.bit(peer);
            }
        }
        return call(leader, lagging, Raft.MAX_ENTRIES_PER_CALL, effects);
    }

    /** Calls AppendEntries on these peers, from their nextIndex on; those with the same one share one message. */
    private RaftState call(RaftState leader, long peers, int maxEntries, Effects effects) {
        AppendEntries call = null;
        for (long left = peers; left != 0; left &= left - 1) {
            int peer = Long.numberOfTrailingZeros(left);
            long nextIndex = leader.progress().nextIndex(peer);
            if (nextIndex <= leader.log().baseIndex()) {
                if (maxEntries > 0) {
                    AppendEntries instead = rules.missingEntries().callInstead(leader, maxEntries);
                    effects.send(cluster.name(peer), instead == null ? snapshots.nextPart(leader, peer) : instead);
                    continue;
                }
                nextIndex = leader.log().baseIndex() + 1;
            }
            if (call == null || call.prevLogIndex() != nextIndex - 1) {
                call = appendEntriesFrom(leader, nextIndex, maxEntries, peer);
            }
            effects.send(cluster.name(peer), call);
        }
        return leader.withUnanswered(leader.unanswered() | peers);
    }

    private AppendEntries appendEntriesFrom(RaftState leader, long nextIndex, int maxEntries, int peer) {
        Log log = leader.log();
        if (nextIndex < 1 || nextIndex > log.lastIndex() + 1) {
            throw new IllegalStateException("nextIndex of " + cluster.name(peer) + " is " + nextIndex
                    + " but the leader's last index is " + log.lastIndex());
        }
        Entries entries = maxEntries == 0 ? Entries.none() : log.entriesFrom(nextIndex, maxEntries);
        return new AppendEntries(leader.currentTerm(), cluster.self(), nextIndex - 1, log.termAt(nextIndex - 1),
                entries, leader.commitIndex(), leader.leadership().tag(features.lease().on()));
    }

    /** Figure 2, leaders: on success advance nextIndex and matchIndex, on failure back up and try again (§5.3). */
    RaftState appendEntriesReply(RaftState state, AppendEntriesReply reply, long nowNanos, Effects effects) {
        if (state.role() != Role.LEADER || reply.term() < state.currentTerm()) {
            return state;
        }
        int peer = cluster.position(reply.follower());
        RaftState heard = reads.answered(heardFrom(state, peer), peer, reply.round());
        long unanswered = heard.unanswered() & ~Cluster.bit(peer);
        RaftState replied;
        if (reply.success()) {
            Progress progress = heard.progress().acknowledged(peer, reply.matchIndex());
            replied = advanceIfLeading(goOnWith(heard.withProgress(progress, unanswered), peer, effects),
                    nowNanos, effects);
        } else {
            Progress progress = backedUp(heard, peer, reply.conflict());
            replied = callMember(heard.withProgress(progress, unanswered), peer, effects);
        }
        return replied.leadership().reads().isEmpty() ? replied : reads.answerConfirmed(replied, effects);
    }

    /** §5.3: one entry earlier, or as far as the follower's hint allows. */
    private static Progress backedUp(RaftState leader, int peer, Conflict conflict) {
        if (conflict.index() == 0) {
            return leader.progress().backedUp(peer);
        }
        Log log = leader.log();
        long last = Math.min(leader.progress().nextIndex(peer) - 1, log.lastIndex());
        while (last > log.baseIndex() && log.termAt(last) > conflict.term()) {
            last--;
        }
        boolean hasTerm = conflict.term() > 0 && last > log.baseIndex() && log.termAt(last) == conflict.term();
        return leader.progress().backedUpTo(peer, hasTerm ? last + 1 : conflict.index());
    }

    /** §7: a part arrived, so the next one follows; a repeated answer to an earlier part brings nothing. */
    RaftState installSnapshotReply(RaftState state, InstallSnapshotReply reply, long nowNanos, Effects effects) {
        if (state.role() != Role.LEADER || reply.term() < state.currentTerm()) {
            return state;
        }
        int peer = cluster.position(reply.follower());
        RaftState heard = heardFrom(state, peer);
        Progress learned = snapshots.learned(heard, peer, reply);
        if (reply.installed()) {
            RaftState installed = heard.withProgress(learned, heard.unanswered() & ~Cluster.bit(peer));
            return advanceIfLeading(goOnWith(installed, peer, effects), nowNanos, effects);
        }
        boolean further = learned.snapshotOffset(peer) > heard.progress().snapshotOffset(peer);
        RaftState knowing = heard.withProgress(learned);
        return further ? callMember(knowing, peer, effects) : knowing;
    }

    /** What a server lacks still is sent to it, and a transfer ends once it lacks nothing (thesis §3.10). */
    private RaftState goOnWith(RaftState leader, int peer, Effects effects) {
        if (leader.log().lastIndex() >= leader.progress().nextIndex(peer)) {
            return callMember(leader, peer, effects);
        }
        boolean toLead = cluster.name(peer).equals(leader.leadership().transferTo());
        return toLead ? tellToStand(leader, peer, effects) : leader;
    }

    private RaftState callMember(RaftState leader, int peer, Effects effects) {
        return call(leader, Cluster.bit(peer) & peers(leader), Raft.MAX_ENTRIES_PER_CALL, effects);
    }

    /** These servers are called upon at once, whatever they lack. */
    RaftState callAll(RaftState leader, long servers, Effects effects) {
        return call(leader, servers, Raft.MAX_ENTRIES_PER_CALL, effects);
    }

    /** Thesis §3.10: the next leader is brought up to date and then told to stand; until then no commands are taken. */
    RaftState transfer(RaftState leader, String to, Effects effects) {
        effects.arm(Timer.ELECTION);
        int peer = cluster.position(to);
        RaftState transferring = leader.withLeadership(leader.leadership().transferringTo(to));
        return transferring.progress().matchIndex(peer) == transferring.log().lastIndex()
                ? tellToStand(transferring, peer, effects)
                : callMember(transferring, peer, effects);
    }

    private RaftState tellToStand(RaftState leader, int peer, Effects effects) {
        if (leader.progress().matchIndex(peer) < leader.log().lastIndex()) {
            return leader;
        }
        effects.send(cluster.name(peer), new TimeoutNow(leader.currentTerm(), cluster.self()));
        return leader.withLeadership(leader.leadership().afterTimeoutNow());
    }

    /**
     * A transfer has failed an election timeout after it began (thesis §3.10); a leader that heard from no
     * majority in that time gives up (thesis §6.2).
     */
    RaftState electionTimeout(RaftState leader, Effects effects) {
        RaftState remaining = leader.leadership().transferTo() == null
                ? leader : leader.withLeadership(leader.leadership().transferringTo(null));
        if (!features.checkQuorum()) {
            return remaining;
        }
        boolean majority = voters(leader).majority(leader.leadership().heard() | Cluster.bit(cluster.selfPosition()));
        if (resignation.resigns(majority)) {
            return terms.stepDown(leader, effects);
        }
        effects.arm(Timer.ELECTION);
        return remaining.withLeadership(remaining.leadership().withHeard(0));
    }

    private RaftState heardFrom(RaftState leader, int peer) {
        Leadership leadership = leader.leadership();
        return features.checkQuorum()
                ? leader.withLeadership(leadership.withHeard(leadership.heard() | Cluster.bit(peer)))
                : leader;
    }

    private RaftState advanceIfLeading(RaftState state, long nowNanos, Effects effects) {
        return state.role() == Role.LEADER ? advanceCommitIndex(state, nowNanos, effects) : state;
    }

    /** Figure 2, leaders: commit what a majority stores, counting replicas of the own term's entries only (§5.4.2). */
    private RaftState advanceCommitIndex(RaftState leader, long nowNanos, Effects effects) {
        if (leader.commitIndex() >= leader.log().lastIndex()) {
            return leader;
        }
        long[] matchIndexes = leader.progress().matchIndexes(cluster.selfPosition(), leader.log().lastIndex());
        long index = voters(leader).reached(matchIndexes, rules.quorumIndex());
        return index > leader.commitIndex()
                        && rules.commitTerm().commits(leader.log().termAt(index), leader.currentTerm())
                ? committed(leader.withCommitIndex(index), nowNanos, effects)
                : leader;
    }

    /**
     * §6: a joint membership that is committed is followed by the new one; a leader that is not in it gives
     * up once that is committed too. Thesis §6.4: reads that waited for a commitment begin.
     */
    private RaftState committed(RaftState leader, long nowNanos, Effects effects) {
        Membership latest = leader.log().membership();
        if (latest != null && latest.joint() && leader.commitIndex() >= leader.log().membershipIndex()) {
            return append(leader, latest.settled(), nowNanos, effects);
        }
        if (!voters(leader).has(cluster.selfPosition()) && membershipRules.leaderResigns().now(leader)) {
            return terms.stepDown(leader, effects);
        }
        if (leader.leadership().reads().isEmpty()) {
            return leader;
        }
        RaftState reading = reads.startWaiting(leader, nowNanos);
        return reading == leader ? leader : reads.answerConfirmed(call(reading, peers(reading), 0, effects), effects);
    }

    private Voters voters(RaftState leader) {
        return cluster.voters(membershipRules.leaderMembership().of(leader));
    }

    /** Whom it replicates to: the other members, and who is to be one (§6, "non-voting members"). */
    private long peers(RaftState leader) {
        return (voters(leader).all() | leader.leadership().learners()) & ~Cluster.bit(cluster.selfPosition());
    }
}
