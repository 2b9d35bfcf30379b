package dev.heddle.raft.bugs;

import dev.heddle.raft.Rules;
import dev.heddle.raft.Votes;

/**
 * raft-45: the tally is a number. A candidate that repeats a request before its answer arrives is
 * answered twice by the same voter, and counts two votes.
 */
final class GrantsCountedByNumber implements Bug {

    private static final Votes NONE = new Count(0);

    private record Count(int count) implements Votes {
        @Override
        public Votes grant(String voter) {
            return new Count(count + 1);
        }

        @Override
        public String toString() {
            return Integer.toString(count);
        }
    }

    @Override
    public About about() {
        return About.of("raft-45",
                "a candidate counts grants with a number, so that a voter that grants twice counts twice");
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withElection(rules.election().withTally(() -> NONE));
    }
}
