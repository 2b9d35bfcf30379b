package dev.heddle.cli;

import dev.heddle.cli.targets.Catalog;
import dev.heddle.cli.text.Nearest;
import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.schedule.Likeness;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.schedule.ScheduleException;
import dev.heddle.harness.schedule.ScheduleFormat;
import dev.heddle.harness.world.HookError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A schedule and where its events stand.
 *
 * @param name the file, as the user named it
 * @param lines the number of each event's line, from 1
 */
record ScheduleFile(String name, Schedule schedule, List<Integer> lines) {
    /** The bytes of a byte order mark in UTF-8, one character each. */
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    /** Reads a file; what is wrong with it is bad input. */
    static ScheduleFile read(String name) {
        try {
            Path path = Path.of(name);
            if (!Files.exists(path)) {
                throw new UsageException("there is no file '" + name + "'");
            } else if (!Files.isRegularFile(path)) {
                throw new UsageException("'" + name + "' is no file; name a schedule, such as "
                        + path.resolve("found.schedule"));
            }
            Schedule schedule = parsed(path, name);
            return new ScheduleFile(name, withoutNone(schedule), linesOfEvents(Files.readAllLines(path)));
        } catch (IOException e) {
            throw new UsageException("'" + name + "' cannot be read: " + e, e);
        } catch (InvalidPathException e) {
            throw new UsageException("'" + name + "' is no path", e);
        }
    }

    /**
     * What somebody named who may name a target as well: the schedule, or null where it is no file.
     *
     * @param ownTargets whether it may be a target of the user's own
     */
    static Schedule orTarget(Catalog catalog, String name, boolean ownTargets) {
        if (catalog.names().contains(name)) {
            return null;
        } else if (name.endsWith(".schedule") || name.contains("/") || Files.isRegularFile(Path.of(name))) {
            return read(name).schedule();
        } else if (!ownTargets && !name.contains(".")) {
            throw new UsageException(Nearest.unknown("target or schedule", name, catalog.names())
                    + "; a schedule is a file, a target of your own is a class name with --classpath JARS");
        }
        return null;
    }

    /** What work gives that follows the schedule; what this asks of the target and cannot be had is bad input. */
    <T> T followed(Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (Replayer.UnknownNodeException e) {
            throw new UsageException(
                    place(e.event()) + ": " + e.getMessage() + Likeness.hint(e.name(), e.known()), e);
        } catch (IllegalArgumentException | HookError e) {
            throw new UsageException(name + ": " + e.getMessage(), e);
        }
    }

    private static Schedule parsed(Path path, String name) throws IOException {
        try {
            return ScheduleFormat.read(path, Faults.VOCABULARY);
        } catch (ScheduleException e) {
            String text = Files.readString(path, StandardCharsets.ISO_8859_1);
            if (text.startsWith(BYTE_ORDER_MARK)) {
                throw new UsageException(
                        name + ":1: the file begins with a byte order mark; save it as UTF-8 without", e);
            }
            Matcher place = Pattern.compile(Pattern.quote(name) + ":(\\d+): .*", Pattern.DOTALL)
                    .matcher(e.getMessage());
            int line = place.matches() ? Integer.parseInt(place.group(1)) : 0;
            if (text.lines().skip(Math.max(0, line - 1)).findFirst().filter(l -> l.matches("[ \t].*")).isPresent()) {
                throw new UsageException(name + ":" + line + ": the line begins with a space; remove it", e);
            }
            throw new UsageException(e.getMessage(), e);
        }
    }

    /** On the command line 'none' is no bug; so it is here. */
    private static Schedule withoutNone(Schedule schedule) {
        return schedule.header().bugs().equals(List.of("none"))
                ? new Schedule(schedule.header().withBugs(List.of()), schedule.events())
                : schedule;
    }

    private static List<Integer> linesOfEvents(List<String> text) {
        List<Integer> lines = new ArrayList<>();
        int first = text.indexOf("") + 1;
        for (int i = first; i < text.size(); i++) {
            if (!text.get(i).isEmpty() && !text.get(i).startsWith("#")) {
                lines.add(i + 1);
            }
        }
        return lines;
    }

    /** The same events for a target with other bugs. */
    ScheduleFile withBugs(List<String> ids) {
        return new ScheduleFile(name, new Schedule(schedule.header().withBugs(ids), schedule.events()), lines);
    }

    /** The line of an event, which is counted from 1. */
    int line(int event) {
        return lines.get(event - 1);
    }

    /** Where an event stands, as editors understand it. */
    String place(int event) {
        return name + ":" + line(event);
    }

    /** An event's text. */
    String text(int event) {
        return schedule.events().get(event - 1).line();
    }
}
