package dev.heddle.examples.raft;

import dev.heddle.api.SeededBug;
import dev.heddle.raft.bugs.About;
import dev.heddle.raft.bugs.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the defects of the catalogue need, as this scenario's options and as words of the command line. What is a
 * matter of the network and of faults is left to the user, as it decides what the Raft has to stand.
 */
final class Needs {
    private static final Map<Need, String> OPTIONS = Map.of(
            Need.PRE_VOTE, "pre-vote",
            Need.CHECK_QUORUM, "check-quorum",
            Need.LEASE, "lease",
            Need.COMPACTION, "compaction",
            Need.READS_AND_RETRIES, "clients",
            Need.MEMBERSHIP_CHANGES, "admin");
    private static final Map<Need, String> WORDS = Map.of(
            Need.TWO_SERVERS, "--nodes 2",
            Need.THREE_SERVERS, "--nodes 3",
            Need.FIVE_SERVERS, "--nodes 5",
            Need.REORDERING, "--network udp",
            Need.EXCEPTIONS, "--faults exception");

    private Needs() {}

    /** A defect with what is set with it and what it needs besides. */
    static SeededBug seeded(About bug) {
        SortedMap<String, String> options = new TreeMap<>();
        List<String> words = new ArrayList<>();
        for (Need need : bug.needs()) {
            if (WORDS.containsKey(need)) {
                words.add(WORDS.get(need));
            } else {
                options.put(OPTIONS.get(need), need == Need.READS_AND_RETRIES ? "words" : "on");
            }
        }
        return new SeededBug(bug.id(), bug.summary(), options, words);
    }
}
