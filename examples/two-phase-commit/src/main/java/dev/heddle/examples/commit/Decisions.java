package dev.heddle.examples.commit;

import dev.heddle.examples.commit.Journal.Decided;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The outcomes that a node knows, in memory and in its journal. */
final class Decisions {
    private final Journal journal;
    private final SortedMap<String, Outcome> known = new TreeMap<>();

    Decisions(Journal journal) {
        this.journal = journal;
        for (Journal.Entry entry : journal.entries()) {
            if (entry instanceof Decided decided) {
                known.put(decided.transaction(), decided.outcome());
            }
        }
    }

    /** The outcome of a transaction, or null. */
    Outcome of(String transaction) {
        return known.get(transaction);
    }

    void decide(String transaction, Outcome outcome) {
        journal.force(new Decided(transaction, outcome));
        known.put(transaction, outcome);
    }

    /** A live view of all, by transaction. */
    SortedMap<String, Outcome> all() {
        return Collections.unmodifiableSortedMap(known);
    }
}
