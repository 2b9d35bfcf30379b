package dev.heddle.debugger;

import dev.heddle.harness.world.Channel;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Handover;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Task;
import dev.heddle.harness.world.Timer;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads what is pending in a world: messages by sender and receiver, then timers, then tasks. */
final class PendingList {
    private static final Comparator<Endpoint> BY_NODE = Comparator.<Endpoint>comparingInt(
                    e -> e.node() == null ? Integer.MAX_VALUE : e.node().index())
            .thenComparing(Endpoint::name);
    private static final Comparator<Channel> BY_ENDS =
            Comparator.comparing(Channel::from, BY_NODE).thenComparing(Channel::to, BY_NODE);
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final World world;
    private final List<PendingItem> items = new ArrayList<>();

    private PendingList(World world) {
        this.world = world;
    }

    /** Everything that is pending. */
    static List<PendingItem> of(World world) {
        PendingList list = new PendingList(world);
        world.network().channels().stream().sorted(BY_ENDS).forEach(list::messages);
        list.timers();
        list.tasks();
        return List.copyOf(list.items);
    }

    private void messages(Channel channel) {
        int first = items.size() + 1;
        for (int i = 0; i < channel.size(); i++) {
            Message message = channel.get(i);
            String waits = obstacle(channel);
            if (waits.isEmpty() && i >= channel.choices()) {
                waits = "behind " + first;
            }
            add(channel.from() + " -> " + channel.to(), (Handover) message.toEvent(), "", waits);
        }
    }

    private String obstacle(Channel channel) {
        if (channel.deliverable()) {
            return "";
        }
        Node to = channel.to().node();
        return to.up() ? "cut off" : to.name() + (to.incarnation() == 0 ? " has not booted" : " is down");
    }

    private void timers() {
        List<Timer> timers = new ArrayList<>(world.armed());
        timers.sort(Comparator.comparing(Timer::owner, BY_NODE)
                .thenComparingLong(Timer::deadlineNanos)
                .thenComparing(timer -> timer.toEvent().line()));
        List<Timer> due = new ArrayList<>();
        for (int i = 0; i < world.timerCount(); i++) {
            due.add(world.timer(i));
        }
        for (Timer timer : timers) {
            long millis = (timer.deadlineNanos() - world.nowNanos()) / NANOS_PER_MILLI;
            add("timers", (Handover) timer.toEvent(), millis > 0 ? "due in " + millis + " ms" : "due",
                    due.contains(timer) ? "" : "others are due first");
        }
    }

    private void tasks() {
        for (Task task : world.tasks()) {
            add("tasks", (Handover) task.toEvent(), "", "");
        }
    }

    private void add(String group, Handover event, String note, String waits) {
        items.add(new PendingItem(items.size() + 1, group, event, note, waits));
    }
}
