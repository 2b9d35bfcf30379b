package dev.heddle.harness.fault;

import dev.heddle.harness.disk.DiskPoint.Operation;
import dev.heddle.harness.disk.DiskPoint;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Form;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Findable;
import dev.heddle.harness.world.Handover;
import dev.heddle.harness.world.Match;
import dev.heddle.harness.world.Pending;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A node crashes in the middle of a handler, just after one of its writes or syncs. */
public record CrashPoint(Handover during, DiskPoint point) implements Findable, Event.External, Event.Delivery {
    private static final Pattern REST = Pattern.compile("(.*?) during (.*) after (write|sync) ([^ ]*)", Pattern.DOTALL);
    /** The least likely count that is drawn. */
    private static final int MAX_COUNT = 4;

    static final Form FORM = new Form("crash n1 during deliver n2 -> n1 MESSAGE #1 after write 1");
    static final Move MOVE = new Move("crash-point", 0.0005, 0.025) {
        @Override
        public int count(World world) {
            return HandoverAttempt.count(world);
        }

        @Override
        public Action at(World world, int i, Rng rng) {
            Operation operation = rng.chance(0.5) ? Operation.WRITE : Operation.SYNC;
            int count = 1;
            while (count < MAX_COUNT && rng.chance(0.5)) {
                count++;
            }
            return new Attempt(HandoverAttempt.at(world, i), new DiskPoint(operation, count));
        }
    };

    /** What follows {@code crash }. */
    static Event read(String rest) {
        Matcher matcher = REST.matcher(rest);
        if (!matcher.matches()) {
            throw FORM.mismatch();
        }
        Handover handover = HandoverAttempt.read(FORM, matcher.group(1), matcher.group(2));
        Operation operation = matcher.group(3).equals(Operation.WRITE.id()) ? Operation.WRITE : Operation.SYNC;
        return new CrashPoint(handover, new DiskPoint(operation, FORM.number(matcher.group(4))));
    }

    @Override
    public String line() {
        return "crash " + HandoverAttempt.nodeOf(during) + " during " + during.line() + " after "
                + point.operation().id() + " " + point.count();
    }

    @Override
    public String words(UnaryOperator<String> shown) {
        return nodes().get(0) + " crashes after " + point.operation().id() + " " + point.count() + " while "
                + during.words(shown);
    }

    @Override
    public List<String> nodes() {
        return during.nodes();
    }

    @Override
    public String hindrance(World world) {
        return during.hindrance(world);
    }

    @Override
    public Action find(World world, Match match) {
        Pending pending = during.find(world, match);
        return pending == null ? null : new Attempt(pending, point);
    }

    private static final class Attempt extends HandoverAttempt {
        private final DiskPoint point;

        Attempt(Pending pending, DiskPoint point) {
            super(pending);
            this.point = point;
        }

        @Override
        boolean attempt(World world, Pending handedOver) {
            return world.crashAt(point, handedOver);
        }

        @Override
        Event intended(Handover handover) {
            return new CrashPoint(handover, point);
        }
    }
}
