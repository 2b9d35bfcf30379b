package dev.heddle.harness.run;

import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
     * @param options the target's own options that are set with it unless the user sets them
     * @param needs what else it takes, as on the command line
     */
    record Bug(String id, String summary, SortedMap<String, String> options, List<String> needs) {
        public Bug {
            options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
            needs = List.copyOf(needs);
        }

        /** One that takes nothing. */
        public Bug(String id, String summary) {
            this(id, summary, new TreeMap<>(), List.of());
        }
    }

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

    /** The header with the options of its bugs that it does not set; of several bugs the first decides. */
    default Header completed(Header header) {
        SortedMap<String, String> options = new TreeMap<>(header.targetOptions());
        for (String id : header.bugs()) {
            bugs().stream()
                    .filter(bug -> bug.id().equals(id))
                    .forEach(bug -> bug.options().forEach(options::putIfAbsent));
        }
        return header.withTargetOptions(options);
    }

    /**
     * A target, configured as a header says.
     *
     * @throws IllegalArgumentException with a message for people, where what it says does not go together
     */
    default Target create(Header header) {
        return create(header.nodes(), header.network(), header.bugs(), header.targetOptions());
    }

    /**
     * A target, configured.
     *
     * @param bugs ids of the bugs that are on
     * @param options the target's own options; the value of a bare one is empty
     * @throws IllegalArgumentException with a message for people, where they do not go together
     */
    Target create(int nodes, NetworkKind network, List<String> bugs, SortedMap<String, String> options);
}
