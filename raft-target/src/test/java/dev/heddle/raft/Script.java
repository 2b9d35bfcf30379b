package dev.heddle.raft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;

/**
 * A cluster that follows a script, one command a line, and writes down what happened. Messages
 * arrive in the order in which they were sent.
 *
 * <pre>
 * elect n1                 n1's election timeout expires, and everything is delivered
 * fire n1 Retry            a timer expires
 * n1: append w1            a command; n1: change n2 n3, n1: read, n1: transfer n2 likewise
 * compact n1               n1 takes a snapshot of what it applied
 * crash n1                 n1 loses what it did not sync, and starts again
 * down n1 / up n1          messages from and to n1 are lost / no longer
 * deliver                  everything is delivered, and written down; quietly is the same but for the writing
 * next 2                   the next two messages are delivered quietly
 * show n1                  n1's state is written down
 * </pre>
 */
final class Script {

    private record Sent(String from, String to, Message message) {
    }

    private final Map<String, Node> nodes = new TreeMap<>();
    private final Queue<Sent> network = new ArrayDeque<>();
    private final Set<String> down = new TreeSet<>();
    private final StringBuilder output = new StringBuilder();
    private long tickets;

    Script(List<String> servers, List<String> members, RaftFeatures features) {
        this(servers, members, features, Rules.correct());
    }

    Script(List<String> servers, List<String> members, RaftFeatures features, Rules rules) {
        for (String name : servers) {
            nodes.put(name, new Node(new RaftSetup(name, servers, members, features, Timing.standard(), rules)));
        }
        nodes.values().forEach(Node::start);
    }

    /** What the commands wrote. */
    String run(String commands) {
        output.setLength(0);
        commands.lines().forEach(this::command);
        return output.toString();
    }

    private void command(String line) {
        List<String> words = Arrays.asList(line.trim().split(" "));
        String last = words.get(words.size() - 1);
        switch (words.get(0)) {
            case "elect" -> {
                nodes.get(last).expire(Timer.ELECTION);
                deliver(Integer.MAX_VALUE, false);
            }
            case "fire" -> nodes.get(words.get(1)).expire(timer(last));
            case "compact" -> nodes.get(last).compact();
            case "crash" -> nodes.get(last).crash();
            case "down" -> down.add(last);
            case "up" -> down.remove(last);
            case "deliver" -> deliver(Integer.MAX_VALUE, true);
            case "quietly" -> deliver(Integer.MAX_VALUE, false);
            case "next" -> deliver(Integer.parseInt(last), false);
            case "show" -> output.append(last).append(' ').append(nodes.get(last).state).append('\n');
            default -> request(nodes.get(words.get(0).replace(":", "")), words.subList(1, words.size()));
        }
    }

    private static Timer timer(String name) {
        return Arrays.stream(Timer.values()).filter(timer -> timer.toString().equals(name)).findFirst().orElseThrow();
    }

    private void request(Node node, List<String> words) {
        List<String> rest = words.subList(1, words.size());
        Raft raft = node.raft;
        switch (words.get(0)) {
            case "change" -> {
                node.finish(raft.changeMembership(node.state, new ChangeMembership(rest), ++tickets, 0, node));
            }
            case "transfer" -> node.finish(raft.transferLeadership(
                    node.state, new TransferLeadership(rest.get(0)), node));
            case "read" -> node.finish(raft.read(node.state, ++tickets, 0, node));
            default -> node.finish(raft.command(
                    node.state, new ClientCommand(String.join(" ", words)), 0, node));
        }
    }

    private void deliver(int messages, boolean written) {
        for (int left = messages; left > 0 && !network.isEmpty(); left--) {
            Sent next = network.poll();
            if (!down.contains(next.to) && !down.contains(next.from)) {
                if (written) {
                    output.append(next.from).append(" -> ").append(next.to).append(' ')
                            .append(next.message).append('\n');
                }
                Node node = nodes.get(next.to);
                node.finish(node.raft.receive(node.state, next.message, 0, node));
            }
        }
    }

    private final class Node implements Effects {
        final String name;
        final int maxSessions;
        final Raft raft;
        final InMemoryStorage storage = new InMemoryStorage();
        final List<Long> confirmed = new ArrayList<>();
        AppliedState applied;
        RaftState state;

        Node(RaftSetup setup) {
            this.name = setup.self();
            this.maxSessions = setup.features().maxSessions();
            this.raft = new Raft(setup);
        }

        void start() {
            applied = new AppliedState(new WordList(), Rules.correct().clients(), maxSessions);
            state = raft.start(storage.recover(), 0, this);
            if (state.log().snapshot() != null) {
                applied.restore(state.log().snapshot().data());
            }
        }

        void crash() {
            storage.crash();
            start();
        }

        void expire(Timer timer) {
            finish(raft.expired(state, timer, 0, this));
        }

        void compact() {
            finish(raft.compact(state, applied.snapshot()));
        }

        void finish(RaftState after) {
            RaftState before = state;
            Rules.correct().durability().persist(before, after, storage);
            state = after;
            Log log = after.log();
            if (log.baseIndex() > before.lastApplied()) {
                applied.restore(log.snapshot().data());
            }
            long first = Math.max(before.lastApplied(), log.baseIndex()) + 1;
            for (long index = first; index <= after.lastApplied(); index++) {
                applied.apply(index, log.entryAt(index).command());
            }
            for (long ticket : confirmed) {
                output.append(name).append(" answers read ").append(ticket).append(' ')
                        .append(applied.query("read")).append('\n');
            }
            confirmed.clear();
        }

        @Override
        public void send(String peer, Message message) {
            network.add(new Sent(name, peer, message));
        }

        @Override
        public void arm(Timer timer) {
        }

        @Override
        public void cancel(Timer timer) {
        }

        @Override
        public void answer(long ticket, Answer answer) {
            if (answer == Answer.Plain.READ_NOW) {
                confirmed.add(ticket);
            } else if (answer == Answer.Plain.NOT_LEADING) {
                output.append(name).append(" does not lead: request ").append(ticket).append('\n');
            } else if (answer instanceof Answer.Refused refused) {
                output.append("refused: ").append(refused.reason()).append('\n');
            }
        }
    }
}
