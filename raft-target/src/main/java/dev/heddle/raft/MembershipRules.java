package dev.heddle.raft;

import java.util.List;

/**
 * What changes of the membership decide (§6).
 *
 * @param candidateMembership whose votes a candidate needs
 * @param leaderMembership whom a leader replicates to, and whose majority commits
 * @param firstStep which membership a leader appends to begin a change
 * @param leaderResigns when a leader that is no longer a member gives up
 * @param outsider when a server outside its latest membership stands for election
 */
public record MembershipRules(InForce candidateMembership, InForce leaderMembership, FirstStep firstStep,
        LeaderResigns leaderResigns, Outsider outsider) {

    static final MembershipRules CORRECT = new MembershipRules(
            state -> state.log().membership(),
            state -> state.log().membership(),
            Membership::changingTo,
            leader -> leader.commitIndex() >= leader.log().membershipIndex(),
            server -> server.log().membershipIndex() > server.commitIndex());

    /** Finds the membership by which a server decides. */
    @FunctionalInterface
    public interface InForce {
        /** The latest one in the log, committed or not; null for the one with which the cluster started. */
        Membership of(RaftState state);
    }

    /** Begins a change of the membership. */
    @FunctionalInterface
    public interface FirstStep {
        /** The membership to append, given the settled one in force and the wanted one. */
        Membership towards(Membership current, List<String> target);
    }

    /** Tells when a leader outside its latest membership steps down. */
    @FunctionalInterface
    public interface LeaderResigns {
        /** Whether it does now. */
        boolean now(RaftState leader);
    }

    /** Tells when a server that its latest membership lacks stands for election. */
    @FunctionalInterface
    public interface Outsider {
        /**
         * Whether it does: as long as that membership is not known to be committed, the server may be needed
         * (thesis §4.2.2).
         */
        boolean stands(RaftState server);
    }

    public MembershipRules withCandidateMembership(InForce candidateMembership) {
        return new MembershipRules(candidateMembership, leaderMembership, firstStep, leaderResigns, outsider);
    }

    public MembershipRules withLeaderMembership(InForce leaderMembership) {
        return new MembershipRules(candidateMembership, leaderMembership, firstStep, leaderResigns, outsider);
    }

    public MembershipRules withFirstStep(FirstStep firstStep) {
        return new MembershipRules(candidateMembership, leaderMembership, firstStep, leaderResigns, outsider);
    }

    public MembershipRules withLeaderResigns(LeaderResigns leaderResigns) {
        return new MembershipRules(candidateMembership, leaderMembership, firstStep, leaderResigns, outsider);
    }

    public MembershipRules withOutsider(Outsider outsider) {
        return new MembershipRules(candidateMembership, leaderMembership, firstStep, leaderResigns, outsider);
    }
}
