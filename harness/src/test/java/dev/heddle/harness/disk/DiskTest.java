package dev.heddle.harness.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
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
        disk.crash();
        assertEquals(List.of("a", "b"), disk.records());
        assertEquals(2, disk.syncedCount());
    }

    @Test
    void isMuteFromTheCrashToTheNextMount() {
        disk.mount();
        disk.write("a");
        disk.sync();
        disk.crash();
        disk.write("too late");
        disk.sync();
        assertEquals(List.of("a"), disk.records());

        disk.mount();
        disk.write("b");
        disk.crash();
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
}
