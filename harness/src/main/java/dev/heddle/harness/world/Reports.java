package dev.heddle.harness.world;

import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.random.NodeRandom;

/** The port of a world: takes down what the adapter reports, but of a node that is down. */
final class Reports implements Port {
    private final Endpoints endpoints;
    private final Agenda agenda;
    private final ClientHistory clients;
    private final Incidents incidents;
    private final Turn turn;

    Reports(Endpoints endpoints, Agenda agenda, ClientHistory clients, Incidents incidents, Turn turn) {
        this.endpoints = endpoints;
        this.agenda = agenda;
        this.clients = clients;
        this.incidents = incidents;
        this.turn = turn;
    }

    @Override
    public Endpoint endpoint(Node node, String name) {
        return endpoints.getOrAdd(name, node);
    }

    @Override
    public Endpoint running() {
        return turn.running();
    }

    @Override
    public void send(Message message) {
        Node sender = message.from().node();
        if (sender == null || sender.up() || message.lossless()) {
            agenda.add(message);
        }
    }

    @Override
    public void arm(Timer timer) {
        if (timer.owner().node().up()) {
            agenda.add(timer);
        }
    }

    @Override
    public boolean cancel(Timer timer) {
        if (!timer.armed()) {
            return false;
        }
        agenda.timers().remove(timer);
        return true;
    }

    @Override
    public void submit(Task task) {
        if (task.owner().node().up()) {
            agenda.add(task);
        }
    }

    @Override
    public void respond(Response response) {
        Node node = response.from().node();
        if (node == null || node.up()) {
            clients.answered(response);
        }
    }

    @Override
    public void enters() {
        incidents.enters();
    }

    @Override
    public void failed(Failure uncaught) {
        incidents.failed(uncaught);
    }

    @Override
    public void breach(RuleBreach broken) {
        incidents.breach(broken);
    }

    @Override
    public void countDelivery() {
        turn.countDelivery();
    }

    @Override
    public long nowNanos() {
        return turn.nowNanos();
    }

    @Override
    public NodeRandom random() {
        return turn.random();
    }
}
