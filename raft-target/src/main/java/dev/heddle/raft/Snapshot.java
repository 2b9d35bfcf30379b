package dev.heddle.raft;

import java.util.Objects;

/**
 * The state that the log up to an index leads to, in place of that part of the log (§7).
 *
 * @param lastIndex the last index it covers, at least 1
 * @param lastTerm the term of the entry there
 * @param membership the latest membership up to that index
 * @param data the state machine and the clients' sessions, as text
 */
public record Snapshot(long lastIndex, long lastTerm, Membership membership, String data) {

    public Snapshot {
        Objects.requireNonNull(membership, "membership");
        Objects.requireNonNull(data, "data");
        if (lastIndex < 1 || lastTerm < 1) {
            throw new IllegalArgumentException("a snapshot covers at least one entry, not index " + lastIndex
                    + " of term " + lastTerm);
        }
    }
}
