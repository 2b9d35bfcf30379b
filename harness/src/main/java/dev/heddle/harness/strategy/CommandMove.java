package dev.heddle.harness.strategy;

import dev.heddle.harness.fault.Command;
import dev.heddle.harness.fault.Move;
import dev.heddle.harness.invariant.ClientEvent;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The commands that clients issue in one execution: to any node, or again to the one that last served the
 * client, by a chance that is the execution's own.
 */
final class CommandMove extends Move {
    static final String NAME = "command";

    private final Workload workload;
    private final int clients;
    /** Found out when the first command is due. */
    private Addressees addressees;
    private int left;
    private int issued;
    /** The share of commands that go to the node that last served their client; drawn when there is one. */
    private double loyalty = -1;
    private int read;
    private final Map<String, Integer> serving = new HashMap<>();

    CommandMove(Workload workload, int clients) {
        super(NAME, 0.02, 1);
        this.workload = workload;
        this.clients = clients;
    }

    /** Lets clients issue so many. */
    CommandMove allow(int commands) {
        left = workload == Workload.NONE ? 0 : commands;
        return this;
    }

    @Override
    public int count(World world) {
        return left == 0 ? 0 : addressees(world).upCount();
    }

    private Addressees addressees(World world) {
        if (addressees == null) {
            addressees = new Addressees(world, workload);
        }
        return addressees;
    }

    @Override
    public Action at(World world, int i, Rng rng) {
        String text = text(rng);
        if (text == null) {
            return null;
        }
        String client = "c" + (1 + rng.nextInt(clients));
        Node servant = serving(client, world);
        return new Command(client, (returns(servant, rng) ? servant : addressees(world).up(i)).name(), text);
    }

    private boolean returns(Node servant, Rng rng) {
        if (servant == null) {
            return false;
        }
        loyalty = loyalty < 0 ? rng.nextDouble() : loyalty;
        return rng.chance(loyalty);
    }

    /** The node that last served the client, or null where that is none that is up. */
    private Node serving(String client, World world) {
        List<ClientEvent> events = world.clients();
        for (; read < events.size(); read++) {
            if (events.get(read) instanceof ClientEvent.Answered answer && workload.serves(answer.text())) {
                serving.put(answer.client(), answer.node());
            }
        }
        Integer index = serving.get(client);
        Node node = index == null ? null : world.nodes().get(index);
        return node != null && node.up() && addressees(world).contains(node) ? node : null;
    }

    /** A command of a client's to a node, or null where there is none. */
    Action issue(String client, String node, Rng rng) {
        String text = left == 0 ? null : text(rng);
        return text == null ? null : new Command(client, node, text);
    }

    private String text(Rng rng) {
        String text = workload.next(issued, rng);
        if (text == null) {
            left = 0;
        } else {
            left--;
            issued++;
        }
        return text;
    }
}
