package dev.heddle.harness.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiskTest {
    private final Disk disk = new Disk();

    @Test
    void isEmptyAtFirstAndMuteUntilItIsMounted() {
        disk.write("a");
        disk.sync();
        assertEquals(List.of(), disk.records());
        assertEquals(0, disk.syncedCount());
    }

    @Test
    void showsWhatIsWrittenBeforeItIsSynced() {
        disk.mount();
        disk.write("a");
        disk.write("b");
        assertEquals(List.of("a", "b"), disk.records());
        assertEquals(0, disk.syncedCount());
    }

    @Test
    void aCrashLosesTheUnsyncedTailAndNothingElse() {
        disk.mount();
        disk.write("a");
        disk.write("b");
        disk.sync();
        disk.write("c");
        disk.write("d");
        disk.crash(0);
        assertEquals(List.of("a", "b"), disk.records());
        assertEquals(2, disk.syncedCount());
    }

    @Test
    void isMuteFromTheCrashToTheNextMount() {
        disk.mount();
        disk.write("a");
        disk.sync();
        disk.crash(0);
        disk.write("too late");
        disk.sync();
        assertEquals(List.of("a"), disk.records());

        disk.mount();
        disk.write("b");
        disk.crash(0);
        assertEquals(List.of("a"), disk.records());
    }

    @Test
    void aSyncOfNothingNewChangesNothing() {
        disk.mount();
        disk.write("a");
        disk.sync();
        disk.sync();
        assertEquals(1, disk.syncedCount());
    }

    @Test
    void aWipeForgetsEverything() {
        disk.mount();
        disk.write("a");
        disk.sync();
        disk.wipe();
        disk.write("mute");
        assertEquals(List.of(), disk.records());
        assertEquals(0, disk.syncedCount());
    }

    @Test
    void recordsCannotBeChangedThroughTheView() {
        disk.mount();
        disk.write("a");
        List<Object> records = disk.records();
        assertThrows(UnsupportedOperationException.class, () -> records.add("b"));
        disk.write("b");
        assertEquals(List.of("a", "b"), records, "the view is live");
    }

    @Test
    void aTornTailEndsInWhatIsLeftOfARecord() {
        for (long draw = -5; draw < 5; draw++) {
            disk.wipe();
            disk.mount();
            disk.write("a");
            disk.sync();
            disk.write("b");
            disk.write("c");
            disk.fault(DiskError.TORN);
            disk.crash(draw);
            List<Object> left = disk.records();
            assertTrue(left.equals(List.of("a", new TornRecord())) || left.equals(List.of("a", "b", new TornRecord())));
            assertEquals(left.size(), disk.syncedCount());
            disk.mount();
            disk.write("d");
            disk.crash(draw);
            assertEquals(left, disk.records(), "it tears once");
        }
    }

    @Test
    void howMuchIsTornIsDrawn() {
        Set<Integer> sizes = new HashSet<>();
        for (long draw = 0; draw < 10; draw++) {
            disk.wipe();
            disk.mount();
            List.of("a", "b", "c").forEach(disk::write);
            disk.fault(DiskError.TORN);
            disk.crash(draw);
            sizes.add(disk.records().size());
        }
        assertEquals(Set.of(1, 2, 3), sizes);
    }

    @Test
    void withNothingUnsyncedNothingIsTorn() {
        disk.mount();
        disk.write("a");
        disk.sync();
        disk.fault(DiskError.TORN);
        disk.crash(0);
        assertEquals(List.of("a"), disk.records());
    }

    @Test
    void aFailedOperationHasNoEffectAndTheNextOneWorks() {
        disk.mount();
        disk.write("a");
        disk.fault(DiskError.WRITE);
        assertThrows(DiskException.class, disk::sync);
        assertEquals(0, disk.syncedCount());
        disk.sync();
        disk.fault(DiskError.WRITE);
        assertThrows(DiskException.class, () -> disk.write("b"));
        disk.fault(DiskError.WRITE);
        assertThrows(DiskException.class, () -> disk.truncate(0));
        assertEquals(List.of("a"), disk.records());
        disk.fault(DiskError.READ);
        assertThrows(DiskException.class, disk::records);
        assertEquals(List.of("a"), disk.records());
    }

    @Test
    void truncationIsDurableAtOnce() {
        disk.mount();
        List.of("a", "b", "c").forEach(disk::write);
        disk.sync();
        disk.truncate(1);
        disk.write("d");
        disk.crash(0);
        assertEquals(List.of("a"), disk.records());
        assertEquals(1, disk.syncedCount());
    }

    @Test
    void powerIsLostAsTheNamedOperationIsDone() {
        disk.mount();
        disk.losePowerAt(new DiskPoint(DiskPoint.Operation.SYNC, 2), () -> disk.crash(0));
        disk.write("a");
        disk.sync();
        disk.write("b");
        assertThrows(PowerLoss.class, disk::sync);
        disk.write("mute");
        assertEquals(List.of("a", "b"), disk.records());
        disk.mount();
        disk.sync();
        disk.sync();
    }

    @Test
    void powerThatWasKeptStays() {
        disk.mount();
        disk.losePowerAt(new DiskPoint(DiskPoint.Operation.WRITE, 1), () -> disk.crash(0));
        disk.keepPower();
        disk.write("a");
        assertEquals(List.of("a"), disk.records());
    }
}
