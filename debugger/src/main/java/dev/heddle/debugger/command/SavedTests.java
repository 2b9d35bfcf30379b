package dev.heddle.debugger.command;

import dev.heddle.debugger.DebuggerException;
import dev.heddle.harness.schedule.Schedule;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** What makes tests of saved schedules, for the build that the target is from. */
@FunctionalInterface
public interface SavedTests {
    /**
     * The test that replays a schedule.
     *
     * @param file where the schedule will be
     * @return writes what the test takes, once the schedule is there, and says in lines what it is
     * @throws DebuggerException where no test can be made of it, with nothing written
     */
    Supplier<List<String>> of(Path file, Schedule schedule);
}
