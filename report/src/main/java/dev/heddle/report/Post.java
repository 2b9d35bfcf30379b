package dev.heddle.report;

import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Pending;
import dev.heddle.harness.world.Task;
import dev.heddle.harness.world.Timer;
import dev.heddle.harness.world.World;
import dev.heddle.report.Letter.Fate;
import dev.heddle.report.Letter.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that was ever under way in an execution, and what became of it. */
final class Post {
    private final List<Letter> letters = new ArrayList<>();
    private final List<Pending> pendings = new ArrayList<>();
    private final Map<Event, Integer> ids = new HashMap<>();
    /** The ids of those that are under way. */
    private final List<Integer> open = new ArrayList<>();

    /** Something comes to be; its id. */
    int add(Pending pending, int sent) {
        int id = letters.size();
        letters.add(new Letter(
                id, kind(pending), from(pending).name(), to(pending).name(), pending.text(), pending.occurrence(), sent,
                0, Fate.PENDING));
        pendings.add(pending);
        ids.put(pending.toEvent(), id);
        open.add(id);
        return id;
    }

    /** The id of what an event hands over, or -1. */
    int find(Event handover) {
        return ids.getOrDefault(handover, -1);
    }

    /** The number of the point at which a letter came to be. */
    int sent(int id) {
        return letters.get(id).sent();
    }

    /** A letter comes to its end, unless it has already. */
    void end(int id, Fate fate, int number) {
        letters.set(id, letters.get(id).ended(fate, number));
        open.remove((Integer) id);
    }

    /** Whatever is under way no more was lost at this point. */
    void lose(World world, int number) {
        for (Iterator<Integer> rest = open.iterator(); rest.hasNext(); ) {
            int id = rest.next();
            Pending pending = pendings.get(id);
            if (gone(pending, world)) {
                letters.set(id, letters.get(id).ended(pending instanceof Message ? Fate.LOST : Fate.CANCELLED, number));
                rest.remove();
            }
        }
    }

    private static boolean gone(Pending pending, World world) {
        if (pending instanceof Message message) {
            return message.channel() == null;
        } else if (pending instanceof Timer timer) {
            return !timer.armed();
        }
        return !world.tasks().contains(pending);
    }

    /** Every letter, by its id. */
    List<Letter> letters() {
        return letters;
    }

    /** Where something comes from and where it goes to. */
    Stream<Endpoint> ends(Pending pending) {
        return Stream.of(from(pending), to(pending));
    }

    private static Kind kind(Pending pending) {
        if (pending instanceof Message) {
            return Kind.MESSAGE;
        }
        return pending instanceof Timer ? Kind.TIMER : Kind.TASK;
    }

    private static Endpoint from(Pending pending) {
        return pending instanceof Message message ? message.from() : to(pending);
    }

    private static Endpoint to(Pending pending) {
        if (pending instanceof Message message) {
            return message.to();
        }
        return pending instanceof Timer timer ? timer.owner() : ((Task) pending).owner();
    }
}
