package dev.heddle.harness.toy;

import dev.heddle.harness.disk.DiskException;
import dev.heddle.harness.disk.TornRecord;
import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.InjectedException;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Port;
import dev.heddle.harness.world.Response;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * One incarnation of one node: a timer makes it a candidate, a majority of votes makes it the leader,
 * and its child {@code log} writes what clients put.
 */
final class ToyNode implements NodeView {
    private static final long CLAIM_NANOS = 100_000_000L;

    private final World world;
    private final Port port;
    private final Node node;
    private final ToySystem system;
    private final ToyTarget target;
    private final Endpoint log;
    private final TreeSet<String> votes = new TreeSet<>();
    private String votedFor;
    private boolean leader;
    private int notes;
    private String luck;
    private boolean broken;
    private TreeSet<Long> seen = new TreeSet<>();

    ToyNode(World world, Node node, ToySystem system, ToyTarget target) {
        this.world = world;
        port = world.port();
        this.node = node;
        this.system = system;
        this.target = target;
        log = port.endpoint(node, node.name() + "/log");
    }

    void start() {
        luck = Long.toHexString(port.random().nextLong());
        handle(() -> {
            recover();
            armClaim();
            target.onStart().accept(world, node);
        });
    }

    private void recover() {
        List<Object> records = node.disk().records();
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i) instanceof TornRecord) {
                node.disk().truncate(i);
            } else if (records.get(i) instanceof String line && line.startsWith("vote ")) {
                votedFor = line.substring("vote ".length());
            } else {
                notes++;
            }
        }
    }

    /**
     * Runs a handler; the first failure of the disk is the end of the node, an exception costs what it was to
     * handle.
     */
    private void handle(Runnable handler) {
        if (broken) {
            return;
        }
        try {
            port.enters();
            handler.run();
        } catch (InjectedException | DiskException e) {
            broken = e instanceof DiskException;
            port.failed(new Failure(node.index(), node.name(), new IllegalStateException(e)));
        }
        seen = new TreeSet<>(List.of(node.wallNanos(port.nowNanos()), node.monotonicNanos(port.nowNanos())));
    }

    private void armClaim() {
        long due = port.nowNanos() + CLAIM_NANOS * (node.index() + 1);
        port.arm(new Alarm(node.endpoint(), due, "claim", () -> handle(this::claim)));
    }

    private void claim() {
        if (votedFor == null) {
            vote(node.name());
            votes.add(node.name());
        }
        if (node.name().equals(votedFor) && !leader) {
            for (Node other : world.nodes()) {
                if (other != node) {
                    tell(other.endpoint(), "claim" + target.claimSuffix().get());
                }
            }
        }
        armClaim();
    }

    private void vote(String candidate) {
        votedFor = candidate;
        node.disk().write("vote " + candidate);
        if (target.bug() != Bug.FORGETS) {
            node.disk().sync();
        }
    }

    void receive(Letter letter) {
        handle(() -> open(letter));
    }

    private void open(Letter letter) {
        String text = letter.text();
        if (letter.to() == log) {
            write(letter);
        } else if (letter.from().node() == null) {
            command(letter);
        } else if (text.startsWith("claim")) {
            answer(letter.from());
        } else if (text.equals("grant")) {
            granted(letter.from().name());
        }
    }

    private void answer(Endpoint candidate) {
        boolean lonely = votes.size() == 1 && node.name().equals(votedFor);
        if (votedFor == null || target.bug() == Bug.VOTES_TWICE && lonely) {
            vote(candidate.name());
        }
        tell(candidate, votedFor.equals(candidate.name()) ? "grant" : "refuse");
    }

    private void granted(String voter) {
        votes.add(voter);
        if (!leader && votes.size() > world.size() / 2) {
            port.submit(new Job(node.endpoint(), "lead", () -> handle(() -> leader = true)));
        }
    }

    private void command(Letter letter) {
        String text = letter.text();
        if (text.equals("boom")) {
            port.failed(new Failure(node.index(), node.name(), new IllegalStateException("boom")));
        } else if (leader) {
            port.send(new Letter(
                    port.running(), log, letter.from().name() + " " + text, letter.about(), system::receive));
        } else {
            port.respond(new Response(node.endpoint(), letter.from(), letter.about(), "no leader: " + text));
        }
    }

    private void write(Letter letter) {
        String clientAndText = letter.text();
        int space = clientAndText.indexOf(' ');
        notes++;
        node.disk().write("note " + clientAndText.substring(space + 1));
        node.disk().sync();
        Endpoint client = world.client(clientAndText.substring(0, space));
        port.respond(new Response(log, client, letter.about(), "ok " + clientAndText.substring(space + 1)));
    }

    private void tell(Endpoint to, String text) {
        port.send(new Letter(port.running(), to, text, system::receive));
    }

    boolean leads() {
        return leader;
    }

    @Override
    public void fields(BiConsumer<String, Object> field) {
        field.accept("leader", leader);
        field.accept("votedFor", votedFor == null ? "-" : votedFor);
        field.accept("votes", votes);
        field.accept("notes", notes);
        field.accept("luck", luck);
        if (broken) {
            field.accept("broken", true);
        }
        if (node.skewNanos() != 0) {
            field.accept("clocks", seen);
        }
    }
}
