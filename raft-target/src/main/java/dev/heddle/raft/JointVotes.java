package dev.heddle.raft;

/** The grants to a candidate whose membership is joint: those of the old servers and those of the new ones (§6). */
record JointVotes(Membership membership, Votes old, Votes next) implements Votes {

    @Override
    public Votes grant(String voter) {
        return new JointVotes(membership,
                membership.servers().contains(voter) ? old.grant(voter) : old,
                membership.next().contains(voter) ? next.grant(voter) : next);
    }

    @Override
    public int count() {
        return Math.min(old.count(), next.count());
    }

    /** Whether both majorities granted. */
    boolean won() {
        return old.count() > membership.servers().size() / 2 && next.count() > membership.next().size() / 2;
    }

    @Override
    public String toString() {
        return old + "+" + next;
    }
}
