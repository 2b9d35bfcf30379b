package dev.heddle.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/**
 * With every feature off, servers say and do what those of Figure 2 alone did, to the byte: the
 * checksum of all messages, timers and states was recorded before there were any features.
 */
class Figure2TrafficTest {

    private static final int RUNS = 100;
    private static final int STEPS = 600;
    private static final String RECORDED = "ec1c1ec0";

    private final CRC32 checksum = new CRC32();
    private Random random;
    private List<Node> nodes;
    private int words;

    @Test
    void isWhatItWasBeforeThereWereFeatures() {
        for (int seed = 0; seed < RUNS; seed++) {
            run(seed);
        }
        assertEquals(RECORDED, Long.toHexString(checksum.getValue()));
    }

    private void run(int seed) {
        random = new Random(seed);
        words = 0;
        nodes = new ArrayList<>();
        for (String name : Server.FOUR) {
            nodes.add(new Node(name));
        }
        nodes.forEach(Node::start);
        for (int i = 0; i < STEPS; i++) {
            step(nodes.get(random.nextInt(nodes.size())));
        }
    }

    private void step(Node node) {
        int choice = random.nextInt(100);
        if (choice < 1) {
            node.crash();
            node.start();
        } else if (choice < 8) {
            node.finish(node.raft.command(node.state, new ClientCommand("append w" + ++words), 0, node));
        } else if (choice < 14) {
            Timer timer = Timer.values()[random.nextInt(Timer.values().length)];
            if (node.armed[timer.ordinal()] && (timer != Timer.ELECTION || random.nextInt(2) == 0)) {
                node.armed[timer.ordinal()] = timer != Timer.ELECTION;
                node.finish(node.raft.expired(node.state, timer, 0, node));
            }
        } else {
            node.inbox.stream().filter(link -> !link.isEmpty()).findFirst().ifPresent(link ->
                    node.finish(node.raft.receive(node.state, link.remove(), 0, node)));
        }
    }

    private void note(String text) {
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private final class Node implements Effects {
        final int position = nodes.size();
        final Raft raft;
        final InMemoryStorage storage = new InMemoryStorage();
        final boolean[] armed = new boolean[Timer.values().length];
        final List<Queue<Message>> inbox = new ArrayList<>();
        RaftState state;

        Node(String name) {
            raft = new Raft(RaftSetup.figure2(name, Server.FOUR, Rules.correct()));
            for (int i = 0; i < Server.FOUR.size(); i++) {
                inbox.add(new ArrayDeque<>());
            }
        }

        void start() {
            state = raft.start(storage.recover(), 0, this);
        }

        void crash() {
            storage.crash();
            Arrays.fill(armed, false);
            inbox.forEach(Queue::clear);
        }

        void finish(RaftState after) {
            if (after != state) {
                Rules.correct().durability().persist(state, after, storage);
                note(after.toString());
                state = after;
            }
        }

        @Override
        public void send(String peer, Message message) {
            note(peer + message);
            nodes.get(Server.FOUR.indexOf(peer)).inbox.get(position).add(message);
        }

        @Override
        public void arm(Timer timer) {
            note("arm" + timer);
            armed[timer.ordinal()] = true;
        }

        @Override
        public void cancel(Timer timer) {
            note("cancel" + timer);
            armed[timer.ordinal()] = false;
        }

        @Override
        public void answer(long ticket, Answer answer) {
            note("read");
        }
    }
}
