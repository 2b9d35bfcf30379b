package dev.heddle.examples.raft;

import dev.heddle.api.ScenarioOption;
import dev.heddle.harness.random.Rng;
import dev.heddle.raft.RaftFeatures;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What the user asks of the Raft beyond Figure 2; none of it unless asked for.
 *
 * @param preVote whether servers ask before they stand
 * @param checkQuorum whether leaders that reach no majority give up
 * @param fastBackup whether a leader skips a term at a time
 * @param lease whether leaders answer reads under a lease
 * @param compaction whether servers replace applied entries by snapshots
 * @param clients what clients ask for
 * @param admin whether clients also change the membership and the leader
 * @param limitedSessions whether servers remember a few sessions only, which clients open; not those of {@code kv},
 *     who ask for different commands with one number
 */
record RaftOptions(
        Switch preVote,
        Switch checkQuorum,
        Switch fastBackup,
        Switch lease,
        Switch compaction,
        Clients clients,
        boolean admin,
        boolean limitedSessions) {
    private static final Duration CLOCK_SKEW = Duration.ofMillis(10);
    /** Where clocks matter, they are off by as much as leaves a lease longer than the time between two heartbeats. */
    private static final Duration CLOCK_SKEW_WITH_LEASES = Duration.ofMillis(20);

    /** Two clocks that are each off by up to that, at either end of an election timeout. */
    private static final RaftFeatures.Lease LEASE = RaftFeatures.Lease.allowing(CLOCK_SKEW_WITH_LEASES.multipliedBy(4));
    /** A few entries in chunks of a few words: executions are short. */
    private static final int MOST_ENTRIES_KEPT = 4;
    private static final int CHUNK_CHARACTERS = 12;
    private static final int MOST_SESSIONS = 3;

    private static final String SWITCH = "on|off|random";

    static final List<ScenarioOption> ALL = List.of(
            new ScenarioOption("features", SWITCH, "sets those of the options below that are a switch; off"),
            new ScenarioOption("pre-vote", SWITCH, "servers ask before they stand for election (thesis 9.6); off"),
            new ScenarioOption("check-quorum", SWITCH, "leaders that reach no majority give up (thesis 6.2); off"),
            new ScenarioOption("fast-backup", SWITCH, "leaders skip a term at a time (5.3); off"),
            new ScenarioOption("lease", SWITCH, "leaders answer reads under a lease (thesis 6.4.1); off"),
            new ScenarioOption("compaction", SWITCH, "servers replace applied entries by snapshots (7); off"),
            new ScenarioOption("clients", "append|words|kv", "append: only 'append w1'; words: with sessions, retries"
                    + " and reads; kv: the same of a key-value store; append"),
            new ScenarioOption("admin", "on|off", "clients change the membership and the leader as well; off"),
            new ScenarioOption("limited-sessions", "on|off", "servers remember one to three sessions, which clients"
                    + " open (thesis 6.3); off: all, and they begin by themselves"));

    RaftOptions {
        if (limitedSessions && clients == Clients.KV) {
            throw new IllegalArgumentException(
                    "raft's option limited-sessions is not for clients=kv; give --target-option clients=words");
        }
    }

    /** Off, on, or drawn by each execution. */
    enum Switch {
        OFF, ON, RANDOM;

        boolean drawn(Rng draws) {
            boolean heads = draws.chance(0.5);
            return this == ON || this == RANDOM && heads;
        }
    }

    /** What clients ask for. */
    enum Clients { APPEND, WORDS, KV }

    static RaftOptions of(SortedMap<String, String> given) {
        Switch features = choice(given, "features", Switch.OFF);
        return new RaftOptions(
                choice(given, "pre-vote", features),
                choice(given, "check-quorum", features),
                choice(given, "fast-backup", features),
                choice(given, "lease", features),
                choice(given, "compaction", features),
                choice(given, "clients", Clients.APPEND),
                choice(given, "admin", Switch.OFF) == Switch.ON,
                choice(given, "limited-sessions", Switch.OFF) == Switch.ON);
    }

    /** How far a node's clock may be off, either way. */
    Duration maxClockSkew() {
        return lease == Switch.OFF ? CLOCK_SKEW : CLOCK_SKEW_WITH_LEASES;
    }

    /** Whether it settles also where links are severed for good, as long as a majority is connected (thesis 9.6). */
    boolean standsSeveredLinks() {
        return preVote == Switch.ON && checkQuorum == Switch.ON;
    }

    /** What the Raft does in an execution; the same on each of its nodes. */
    RaftFeatures features(long executionSeed) {
        Rng draws = new Rng(executionSeed);
        RaftFeatures features = RaftFeatures.figure2()
                .withPreVote(preVote.drawn(draws))
                .withCheckQuorum(checkQuorum.drawn(draws))
                .withFastBackup(fastBackup.drawn(draws))
                .withSnapshotChunk(CHUNK_CHARACTERS);
        if (lease.drawn(draws)) {
            features = features.withLease(LEASE);
        }
        if (compaction.drawn(draws)) {
            features = features.withCompactEvery(1 + draws.nextInt(MOST_ENTRIES_KEPT));
        }
        return limitedSessions ? features.withMaxSessions(1 + draws.nextInt(MOST_SESSIONS)) : features;
    }

    private static <E extends Enum<E>> E choice(SortedMap<String, String> given, String name, E byDefault) {
        String value = given.get(name);
        if (value == null) {
            return byDefault;
        }
        E[] values = byDefault.getDeclaringClass().getEnumConstants();
        return Arrays.stream(values)
                .filter(v -> id(v).equals(value.isEmpty() ? "on" : value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("raft's option " + name + " is one of "
                        + Arrays.stream(values).map(RaftOptions::id).collect(Collectors.joining(", "))
                        + ", not '" + value + "'"));
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
