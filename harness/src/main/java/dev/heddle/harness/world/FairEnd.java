package dev.heddle.harness.world;

import java.util.List;

/** The end of an execution in which everything runs fairly: what is next is no choice any more. */
public final class FairEnd {
    private final List<Node> nodes;
    private final Agenda agenda;
    /** When it is over, or 0 before it begins. */
    private long overNanos;

    FairEnd(List<Node> nodes, Agenda agenda) {
        this.nodes = nodes;
        this.agenda = agenda;
    }

    void clear() {
        overNanos = 0;
    }

    /** All faults are over, those included that have yet to strike; links that are severed stay so. */
    public void begin(long untilNanos) {
        agenda.network().healAll();
        for (Node node : nodes) {
            node.skewNanos(0);
            node.disk().mend();
        }
        overNanos = untilNanos;
    }

    /** The virtual time at which it is to be over, in nanoseconds. */
    public long overNanos() {
        return overNanos;
    }

    /** True from its beginning to the end of the execution. */
    public boolean begun() {
        return overNanos != 0;
    }

    /** The message or task that waits longest of those that can be handed over now, or null. */
    public Pending oldest() {
        Message message = agenda.network().oldest();
        List<Task> tasks = agenda.tasks();
        Task task = tasks.isEmpty() ? null : tasks.get(0);
        return task == null || message != null && message.serial < task.serial ? message : task;
    }

    /** The timer that is due first, whether or not others may fire before it; or null. */
    public Timer dueFirst() {
        return agenda.timers().earliest();
    }
}
