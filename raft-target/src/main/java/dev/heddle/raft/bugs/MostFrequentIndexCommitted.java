package dev.heddle.raft.bugs;

import dev.heddle.raft.Rules;
import java.util.Arrays;

/**
 * raft-42: a leader takes for stored on a majority what most servers agree on: the most frequent
 * matchIndex, of several equally frequent ones the highest.
 */
final class MostFrequentIndexCommitted implements Bug {

    @Override
    public About about() {
        return About.of("raft-42",
                "the leader commits the most frequent matchIndex instead of the majority's");
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withReplication(rules.replication().withQuorumIndex(MostFrequentIndexCommitted::mode));
    }

    private static long mode(long[] matchIndexes) {
        Arrays.sort(matchIndexes);
        long mode = 0;
        int most = 0;
        int run = 0;
        for (int i = 0; i < matchIndexes.length; i++) {
            run = i > 0 && matchIndexes[i] == matchIndexes[i - 1] ? run + 1 : 1;
            if (run >= most) {
                most = run;
                mode = matchIndexes[i];
            }
        }
        return mode;
    }
}
