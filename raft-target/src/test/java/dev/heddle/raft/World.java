package dev.heddle.raft;

import dev.heddle.raft.RaftFeatures.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a simulation's network, servers and clients may do.
 *
 * @param servers the names of all servers
 * @param members the first members
 * @param unordered whether messages between two servers arrive in any order, and some twice or never
 * @param crashes whether servers crash, lose what they did not sync, and recover
 * @param cuts whether links are cut and healed
 * @param administration whether memberships change and leaderships are transferred
 * @param reads whether clients read
 * @param retries whether clients have sessions and repeat commands
 * @param clockSkewPercent by how much clocks run too fast or too slow at most
 * @param stepMicros how much time goes by between two steps at most
 */
record World(List<String> servers, List<String> members, RaftFeatures features, boolean unordered, boolean crashes,
        boolean cuts, boolean administration, boolean reads, boolean retries, int clockSkewPercent, int stepMicros) {

    private static final int[] SIZES = {3, 4, 5, 7};
    private static final int MAX_SKEW_PERCENT = 10;
    private static final Duration MAX_DRIFT = Duration.ofMillis(30);

    /** Four servers, Figure 2, per-pair FIFO, and nothing goes wrong. */
    static final World FIFO = figure2(false, false);
    /** The same, and servers crash. */
    static final World FIFO_CRASHES = figure2(false, true);
    /** The same on a network without order. */
    static final World UDP_CRASHES = figure2(true, true);

    private static World figure2(boolean unordered, boolean crashes) {
        return new World(Server.FOUR, Server.FOUR, RaftFeatures.figure2(), unordered, crashes,
                false, false, false, false, 0, 0);
    }

    /** Anything at all. */
    static World drawn(Random random) {
        List<String> servers = IntStream.rangeClosed(1, SIZES[random.nextInt(SIZES.length)])
                .mapToObj(i -> "n" + i).toList();
        boolean administration = random.nextInt(2) == 0;
        int members = administration ? 1 + random.nextInt(servers.size()) : servers.size();
        RaftFeatures features = RaftFeatures.figure2()
                .withPreVote(random.nextInt(3) == 0)
                .withCheckQuorum(random.nextInt(3) == 0)
                .withFastBackup(random.nextBoolean())
                .withLease(random.nextInt(3) == 0 ? Lease.allowing(MAX_DRIFT) : Lease.OFF)
                .withCompactEvery(random.nextBoolean() ? 1 + random.nextInt(8) : 0)
                .withSnapshotChunk(4 + random.nextInt(200));
        World world = new World(servers, servers.subList(0, members), features, random.nextBoolean(),
                random.nextBoolean(), random.nextBoolean(), administration, random.nextBoolean(), random.nextBoolean(),
                random.nextInt(MAX_SKEW_PERCENT + 1), 1 << random.nextInt(16));
        return world.withFeatures(features.withMaxSessions(random.nextBoolean() ? 1 + random.nextInt(3) : 0));
    }

    World withFeatures(RaftFeatures features) {
        return new World(servers, members, features, unordered, crashes, cuts, administration, reads, retries,
                clockSkewPercent, stepMicros);
    }
}
