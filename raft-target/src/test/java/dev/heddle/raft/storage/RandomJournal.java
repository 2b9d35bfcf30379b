package dev.heddle.raft.storage;

import dev.heddle.raft.Appended;
import dev.heddle.raft.ClientCommand;
import dev.heddle.raft.Command;
import dev.heddle.raft.Entries;
import dev.heddle.raft.Entry;
import dev.heddle.raft.JournalRecord;
import dev.heddle.raft.Membership;
import dev.heddle.raft.NoOp;
import dev.heddle.raft.OpenSession;
import dev.heddle.raft.Recovered;
import dev.heddle.raft.Snapshot;
import dev.heddle.raft.SnapshotTaken;
import dev.heddle.raft.Storage;
import dev.heddle.raft.TermAndVote;
import dev.heddle.raft.Truncated;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Batches of records that a server might write, and what a storage holds after each of them. */
final class RandomJournal {

    private static final String[] TEXTS = {"append w", "", "äöü€", "🙂", "\ud800 alone", "null\0", "line\nbreak"};

    private final Random random;
    private final boolean snapshots;
    private Recovered state = Recovered.nothing();

    private RandomJournal(long seed, boolean snapshots) {
        random = new Random(seed);
        this.snapshots = snapshots;
    }

    static RandomJournal of(long seed) {
        return new RandomJournal(seed, true);
    }

    static RandomJournal withoutSnapshots(long seed) {
        return new RandomJournal(seed, false);
    }

    /** The sum of all batches so far. */
    Recovered state() {
        return state;
    }

    /** Some records that may follow those so far. */
    List<JournalRecord> nextBatch() {
        List<JournalRecord> batch = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            JournalRecord record = nextRecord();
            state = state.and(record);
            batch.add(record);
        }
        return batch;
    }

    private JournalRecord nextRecord() {
        long last = state.log().lastIndex();
        long base = state.log().baseIndex();
        return switch (random.nextInt(snapshots ? 6 : 5)) {
            case 5 -> last > base ? snapshot(base + 1 + random.nextInt((int) (last - base))) : entries();
            case 0 -> new TermAndVote(state.currentTerm() + 1, random.nextBoolean() ? "n" + random.nextInt(3) : null);
            case 1 -> last > base ? new Truncated(last - random.nextInt((int) Math.min(last - base, 3))) : entries();
            default -> entries();
        };
    }

    private Appended entries() {
        Entry[] entries = new Entry[1 + random.nextInt(3)];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = new Entry(Math.max(1, state.currentTerm()), command());
        }
        return new Appended(Entries.of(entries));
    }

    private Command command() {
        String text = TEXTS[random.nextInt(TEXTS.length)] + random.nextInt(100);
        return switch (random.nextInt(6)) {
            case 0 -> NoOp.INSTANCE;
            case 1 -> new Membership(List.of("n1", "n2"), random.nextBoolean() ? List.of() : List.of("n2", "n3"));
            case 2 -> new OpenSession();
            case 3 -> new ClientCommand("c" + random.nextInt(3), 1 + random.nextInt(100), text);
            default -> new ClientCommand(text);
        };
    }

    private SnapshotTaken snapshot(long lastIndex) {
        return new SnapshotTaken(new Snapshot(lastIndex, state.log().termAt(lastIndex),
                Membership.of(List.of("n1")), TEXTS[random.nextInt(TEXTS.length)].repeat(random.nextInt(50))));
    }

    static void write(Storage storage, List<JournalRecord> batch) {
        batch.forEach(storage::write);
        storage.sync();
    }
}
