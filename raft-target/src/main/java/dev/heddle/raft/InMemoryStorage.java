package dev.heddle.raft;

import java.util.ArrayList;
import java.util.List;

/** A journal in memory, with a synced part and an unsynced part that {@link #crash()} loses. */
public final class InMemoryStorage implements Storage {

    private final List<JournalRecord> unsynced = new ArrayList<>();
    private Recovered synced = Recovered.nothing();

    @Override
    public void write(JournalRecord record) {
        unsynced.add(record);
    }

    @Override
    public void sync() {
        synced = recover();
        unsynced.clear();
    }

    /** The synced part and, as long as no crash has lost it, the unsynced part. */
    @Override
    public Recovered recover() {
        Recovered all = synced;
        for (int i = 0; i < unsynced.size(); i++) {
            all = all.and(unsynced.get(i));
        }
        return all;
    }

    /** Loses what was written since the last sync. */
    public void crash() {
        unsynced.clear();
    }
}
