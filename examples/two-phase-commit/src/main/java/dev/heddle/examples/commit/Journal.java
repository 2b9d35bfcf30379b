package dev.heddle.examples.commit;

import java.util.List;

/** What a node knows after a crash. */
interface Journal {
    /** Something to know. */
    sealed interface Entry {
        String transaction();
    }

    /** A participant voted yes. */
    record Prepared(String transaction) implements Entry {}

    /** The node knows the outcome. */
    record Decided(String transaction, Outcome outcome) implements Entry {}

    /** Writes an entry; when this returns, no crash takes it away. */
    void force(Entry entry);

    /** All entries, the oldest first. */
    List<Entry> entries();
}
