package dev.heddle.raft;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A journal of which a crash keeps some unsynced records, and which may crash its server in the middle of a step. */
final class SimulatedStorage implements Storage {

    /** The server crashes here; not an error of its storage. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;

        Crash() {
            super(null, null, false, false);
        }
    }

    private final List<JournalRecord> unsynced = new ArrayList<>();
    private Recovered synced = Recovered.nothing();
    private int callsUntilCrash = -1;

    /** After this many calls the next one crashes the server. */
    void crashAfter(int calls) {
        callsUntilCrash = calls;
    }

    void neverCrash() {
        callsUntilCrash = -1;
    }

    private void count() {
        if (callsUntilCrash == 0) {
            throw new Crash();
        }
        callsUntilCrash--;
    }

    @Override
    public void write(JournalRecord record) {
        count();
        unsynced.add(record);
    }

    @Override
    public void sync() {
        count();
        synced = recover();
        unsynced.clear();
    }

    @Override
    public Recovered recover() {
        Recovered all = synced;
        for (JournalRecord record : unsynced) {
            all = all.and(record);
        }
        return all;
    }

    /** What was synced stays, and of the rest a beginning. */
    void crash(Random random) {
        int kept = random.nextInt(unsynced.size() + 1);
        for (int i = 0; i < kept; i++) {
            synced = synced.and(unsynced.get(i));
        }
        unsynced.clear();
        callsUntilCrash = -1;
    }
}
