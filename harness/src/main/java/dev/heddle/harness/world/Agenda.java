package dev.heddle.harness.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Everything that waits to be handed over; what is added to it is born, and recorded. */
final class Agenda {
    private static final int MAX_BIRTHS_PER_STEP = 100_000;

    private final Network network;
    private final Timers timers;
    private final List<Task> tasks = new ArrayList<>();
    private final List<Task> tasksToRead = Collections.unmodifiableList(tasks);
    private final History history;
    private final Incidents incidents;

    Agenda(Network network, Timers timers, History history, Incidents incidents) {
        this.network = network;
        this.timers = timers;
        this.history = history;
        this.incidents = incidents;
    }

    void clear() {
        network.clear();
        timers.clear();
        tasks.clear();
    }

    Network network() {
        return network;
    }

    Timers timers() {
        return timers;
    }

    /** The tasks in the order they were submitted, as a view. */
    List<Task> tasks() {
        return tasksToRead;
    }

    void add(Message message) {
        born(message);
        network.add(message);
    }

    void add(Timer timer) {
        timer.join(timer.owner().timers);
        born(timer);
        timers.add(timer);
    }

    void add(Task task) {
        task.join(task.owner().tasks);
        born(task);
        tasks.add(task);
    }

    void remove(Task task) {
        tasks.remove(task);
    }

    /** A message becomes another one, which takes its place. */
    void replace(Message message, Message other) {
        history.born(other);
        network.replace(message, other);
    }

    /** What a crash of a node takes with it. */
    void crashed(Node node) {
        timers.removeAll(node);
        tasks.removeIf(t -> t.owner().node() == node);
        network.crashed(node);
    }

    private void born(Pending pending) {
        if (history.bornInStep() == MAX_BIRTHS_PER_STEP) {
            RuleBreach endless = RuleBreach.endless(pending.text(), MAX_BIRTHS_PER_STEP);
            incidents.breach(endless);
            throw new IllegalStateException(endless.what());
        }
        pending.serial = history.size();
        history.born(pending);
    }
}
