package dev.heddle.raft;

import java.util.Arrays;

/** The set of servers that granted their vote: however often one grants, it counts once (§5.2). */
final class VoterSet implements Votes {

    static final VoterSet EMPTY = new VoterSet(new String[0]);

    private final String[] names;

    private VoterSet(String[] sortedNames) {
        this.names = sortedNames;
    }

    @Override
    public VoterSet grant(String voter) {
        int found = Arrays.binarySearch(names, voter);
        if (found >= 0) {
            return this;
        }
        int at = -found - 1;
        String[] more = new String[names.length + 1];
        System.arraycopy(names, 0, more, 0, at);
        more[at] = voter;
        System.arraycopy(names, at, more, at + 1, names.length - at);
        return new VoterSet(more);
    }

    @Override
    public int count() {
        return names.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VoterSet that && Arrays.equals(names, that.names);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(names);
    }

    @Override
    public String toString() {
        return Arrays.toString(names);
    }
}
