package dev.heddle.cli;

import dev.heddle.cli.text.Nearest;
import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is under test and how it is configured. */
final class TargetOptions {
    private static final String NO_BUG = "none";
    /** As many as there are where nobody says how many. */
    static final int DEFAULT_NODES = 4;
    private static final int MAX_NODES = 1000;

    @Mixin
    private ClassPathOption classPath;

    @Option(
            names = "--bug",
            paramLabel = "ID",
            description = "Seed this bug; repeatable. 'none' for none (the default).")
    private List<String> bugs = new ArrayList<>();

    @Option(names = "--nodes", paramLabel = "N", description = "The number of nodes (default: " + DEFAULT_NODES + ").")
    private Integer givenNodes;

    @Option(
            names = "--network",
            paramLabel = "KIND",
            description = "fifo (order is kept per pair, as by TCP) or udp (any order, loss, duplicates)"
                    + " (default: fifo).")
    private String network = NetworkKind.FIFO.id();

    @Option(
            names = "--timing",
            paramLabel = "MODEL",
            description = "asynchronous (a timer may fire at any time) or ordered (by virtual time)"
                    + " (default: the target's own; mostly asynchronous).")
    private String timing;

    @Option(
            names = "--target-option",
            paramLabel = "K[=V]",
            description = "An option of the target's own; repeatable.")
    private List<String> options = new ArrayList<>();

    ClassPathOption classPath() {
        return classPath;
    }

    /** What every schedule of the run says of the target. */
    Header header(String target, long seed) {
        int nodes = givenNodes == null ? DEFAULT_NODES : givenNodes;
        if (nodes < 1 || nodes > MAX_NODES) {
            throw new UsageException("--nodes must be from 1 to " + MAX_NODES + ", was " + nodes);
        }
        return new Header(
                target, nodes, networkKind(), seed, ids(bugs), targetOptions(), timing(), "");
    }

    /** Whether somebody said how many nodes there are. */
    boolean nodesGiven() {
        return givenNodes != null;
    }

    /** The bugs of an option that can also say 'none'. */
    static List<String> ids(List<String> given) {
        if (given.contains(NO_BUG) && given.size() > 1) {
            throw new UsageException("--bug none goes with no other --bug");
        }
        given.stream().filter(id -> id.contains(",")).findFirst().ifPresent(list -> {
            throw new UsageException("--bug " + list + ": one bug each, as in --bug "
                    + String.join(" --bug ", list.split(",+")));
        });
        return given.stream().filter(id -> !id.equals(NO_BUG)).distinct().toList();
    }

    private NetworkKind networkKind() {
        List<String> known = Stream.of(NetworkKind.values()).map(NetworkKind::id).toList();
        return NetworkKind.values()[known.indexOf(Nearest.checked("network", network, known))];
    }

    /** What is under test, with what its bugs take and the timing that it wants where nothing else was given. */
    Subject open(Environment environment, Header header) {
        Subject subject = Subject.open(environment, header, classPath).withOptionsOfBugs();
        return timing == null ? subject.withTiming(subject.target().preferences().timing()) : subject;
    }

    /** The header with the timing that the target wants, where none was given. */
    Header timed(Header header, Target target) {
        return timing == null ? header.withTiming(target.preferences().timing()) : header;
    }

    private Timing timing() {
        if (timing == null) {
            return Timing.ASYNCHRONOUS;
        }
        List<String> known = Stream.of(Timing.values()).map(Timing::id).toList();
        return Timing.values()[known.indexOf(Nearest.checked("timing", timing, known))];
    }

    private SortedMap<String, String> targetOptions() {
        SortedMap<String, String> map = new TreeMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            String key = equals < 0 ? option : option.substring(0, equals);
            if (key.isEmpty() || option.chars().anyMatch(Character::isWhitespace)) {
                throw new UsageException("--target-option '" + option + "' must be K or K=V, without spaces");
            }
            if (map.put(key, equals < 0 ? "" : option.substring(equals + 1)) != null) {
                throw new UsageException("--target-option '" + key + "' is given twice; leave one out");
            }
        }
        return map;
    }
}
