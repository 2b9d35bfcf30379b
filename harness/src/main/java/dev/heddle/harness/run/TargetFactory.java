package dev.heddle.harness.run;

import dev.heddle.harness.schedule.NetworkKind;
import java.util.List;
import java.util.SortedMap;

/**
 * Makes targets of one kind, in any configuration: all that a way in (command line, JUnit) knows of
 * what is under test.
 *
 * <p>It may live in a class loader of its own, below the engine's.
 */
public interface TargetFactory {
    /**
     * A bug that can be switched on.
     *
     * @param id its name on the command line and in schedules
     * @param summary one line for people
     */
    record Bug(String id, String summary) {}

    /**
     * An option of the target's own.
     *
     * @param name its name on the command line and in schedules
     * @param values what it can be, for people; empty where it has no value
     * @param summary one line for people
     */
    record Option(String name, String values, String summary) {}

    /** The options that there are, in the order in which people read them. */
    List<Option> options();

    /** The bugs that can be switched on, in the order in which people read them. */
    List<Bug> bugs();

    /**
     * A target, configured.
     *
     * @param bugs ids of the bugs that are on
     * @param options the target's own options; the value of a bare one is empty
     * @throws IllegalArgumentException with a message for people, where they do not go together
     */
    Target create(int nodes, NetworkKind network, List<String> bugs, SortedMap<String, String> options);
}
