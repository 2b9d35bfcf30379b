package dev.heddle.harness.toy;

import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.TargetSystem;
import dev.heddle.harness.world.World;

/** The toy's nodes in one world. */
final class ToySystem implements TargetSystem {
    private final World world;
    private final ToyTarget target;

    ToySystem(World world, ToyTarget target) {
        this.world = world;
        this.target = target;
    }

    @Override
    public void start(Node node) {
        ToyNode started = new ToyNode(world, node, this, target);
        node.handle(started);
        started.start();
    }

    @Override
    public void stop(Node node) {}

    @Override
    public Message command(Endpoint client, Node node, String text, int operation) {
        return new Letter(client, node.endpoint(), text, this::receive);
    }

    void receive(Letter letter) {
        ((ToyNode) letter.to().node().handle()).receive(letter);
    }

    @Override
    public NodeView view(Node node) {
        return (ToyNode) node.handle();
    }

    @Override
    public void reset() {}

    @Override
    public void close() {}
}
