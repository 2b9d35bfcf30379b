package dev.heddle.akka;

import akka.actor.ActorRef;
import akka.dispatch.Envelope;
import akka.dispatch.sysmsg.SystemMessage;
import dev.heddle.api.NodeContext;
import dev.heddle.api.ViewReader;
import dev.heddle.harness.disk.Disk;
import dev.heddle.harness.random.Mix64;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Node;
import java.util.ArrayList;
import java.util.List;

/** A node as the adapter keeps it: its address, its present actor, and the counters that name things. */
final class NodeSlot extends Receiver implements NodeContext {
    private final AkkaSystem system;
    private final Node node;
    private final NodeRef ref;
    private ViewReader reader;
    private final List<SystemMessage> early = new ArrayList<>();
    private CellState top;
    private long uidBase;
    private int uids;
    private int names;
    private int questions;

    NodeSlot(AkkaSystem system, Node node, NodeRef ref) {
        this.system = system;
        this.node = node;
        this.ref = ref;
    }

    /** Keeps who watches a node that was never there yet, until it boots. */
    void watchLater(SystemMessage watch) {
        early.add(watch);
    }

    /** Tells the node who has been waiting for it. */
    void booted() {
        if (top != null) {
            early.forEach(top.cell::sendSystemMessage);
        }
        early.clear();
    }

    /** Forgets the execution. */
    void reset() {
        top = null;
        early.clear();
    }

    /** Starts the counters of an incarnation over. */
    void begin(long newUidBase) {
        top = null;
        uidBase = newUidBase;
        uids = 0;
        names = 0;
        questions = 0;
    }

    /** No actor is the node any more. */
    void end() {
        top = null;
    }

    Node node() {
        return node;
    }

    NodeRef ref() {
        return ref;
    }

    /** What reads its state, or null. */
    ViewReader reader() {
        return reader;
    }

    void reader(ViewReader ownReader) {
        reader = ownReader;
    }

    /** The actor that is the node, or null. */
    CellState top() {
        return top;
    }

    void top(CellState actor) {
        top = actor;
    }

    int nextUid() {
        return (int) Mix64.mix(uidBase, ++uids) | 1;
    }

    int nextName() {
        return ++names;
    }

    int nextQuestion() {
        return ++questions;
    }

    @Override
    Endpoint endpoint() {
        return node.endpoint();
    }

    @Override
    void accept(Envelope envelope) {
        if (top != null) {
            top.accept(envelope);
        } else {
            system.steering().runStep(() -> system.deadLetter(envelope, ref));
        }
    }

    @Override
    public String name() {
        return node.name();
    }

    @Override
    public List<String> nodes() {
        return system.nodeNames();
    }

    @Override
    public ActorRef node(String name) {
        return system.slot(name).ref;
    }

    @Override
    public Disk disk() {
        return node.disk();
    }

    @Override
    public int incarnation() {
        return node.incarnation();
    }

    @Override
    public long executionSeed() {
        return system.executionSeed();
    }
}
