package dev.heddle.harness.strategy;

import dev.heddle.harness.fault.Pass;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Channel;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Timer;
import dev.heddle.harness.world.World;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * A simulation of discrete events: messages take time, and whatever is due first happens next. Not a search
 * for bugs, but a measurement of what a system does in a world of given delays and failures.
 *
 * <p>What it chooses is a schedule like any other, with the time that passes between two events ({@link
 * Pass}), so it replays without it. It is for a network that keeps order, and for timers
 * that fire in theirs.
 */
public final class Simulation implements Strategy {
    private static final long NANOS = 1000;

    /**
     * Something that is done at a time.
     *
     * @param atMicros the time since the beginning, in microseconds
     */
    public record Planned(long atMicros, Action action) {}

    private final List<Planned> plan;
    private final ToLongFunction<Message> delayMicros;
    private final long endMicros;
    private final Map<Message, Long> due = new IdentityHashMap<>();
    private int planned;

    /**
     * @param plan what is done, in the order of its times: boots, faults, commands
     * @param delayMicros how long a message is under way, in microseconds; asked once for each, and never
     *     for those within a node
     * @param endMicros when it ends
     */
    public Simulation(List<Planned> plan, ToLongFunction<Message> delayMicros, long endMicros) {
        this.plan = List.copyOf(plan);
        this.delayMicros = delayMicros;
        this.endMicros = endMicros;
    }

    @Override
    public Action choose(World world) {
        if (!world.tasks().isEmpty()) {
            return world.tasks().get(0);
        }
        long now = micros(world.nowNanos());
        Planned deed = planned < plan.size() ? plan.get(planned) : null;
        Message message = firstDue(world, now);
        Timer timer = world.timerCount() == 0 ? null : world.timer(0);
        long deedDue = deed == null ? Long.MAX_VALUE : deed.atMicros();
        long messageDue = message == null ? Long.MAX_VALUE : due.get(message);
        long timerDue = timer == null ? Long.MAX_VALUE : micros(timer.deadlineNanos());
        long next = Math.min(deedDue, messageDue);
        if (Math.min(next, timerDue) > endMicros) {
            return null;
        } else if (timerDue < next) {
            return timer;
        } else if (next > now) {
            return new Pass((int) Math.min(next - now, Pass.MAX_MICROS));
        } else if (deedDue <= messageDue) {
            planned++;
            return deed.action();
        }
        due.remove(message);
        return message;
    }

    private static long micros(long nanos) {
        return (nanos - World.EPOCH_NANOS + NANOS - 1) / NANOS;
    }

    /** The message that arrives first, or null. */
    private Message firstDue(World world, long now) {
        Message first = null;
        for (int c = 0; c < world.channelCount(); c++) {
            Channel channel = world.channel(c);
            schedule(channel, now);
            Message head = channel.get(0);
            first = first == null || due.get(head) < due.get(first) ? head : first;
        }
        return first;
    }

    /** What was sent since the last look arrives after its delay, and not before what was sent earlier. */
    private void schedule(Channel channel, long now) {
        int known = channel.size();
        while (known > 0 && !due.containsKey(channel.get(known - 1))) {
            known--;
        }
        long before = known == 0 ? now : due.get(channel.get(known - 1));
        for (int i = known; i < channel.size(); i++) {
            Message message = channel.get(i);
            long own = now + (channel.crossing() ? delayMicros.applyAsLong(message) : 0);
            before = Math.max(before, own);
            due.put(message, before);
        }
    }
}
