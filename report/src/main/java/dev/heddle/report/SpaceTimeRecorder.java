package dev.heddle.report;

import dev.heddle.harness.fault.Command;
import dev.heddle.harness.fault.Corrupt;
import dev.heddle.harness.fault.Drop;
import dev.heddle.harness.fault.Duplicate;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.schedule.StableText;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Handover;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Pending;
import dev.heddle.harness.world.Response;
import dev.heddle.harness.world.World;
import dev.heddle.minimizer.EventShape;
import dev.heddle.report.Letter.Fate;
import dev.heddle.report.Point.Answer;
import dev.heddle.report.Point.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Takes down an execution as a space-time diagram, one point a step. */
public final class SpaceTimeRecorder implements StepListener {
    /** A longer message is not told whole in the words of a point. */
    private static final int LONGEST_SHOWN = 24;

    /** Client 10 comes after client 9. */
    private static final Comparator<String> BY_NAME =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final List<Point> points = new ArrayList<>();
    private final Post post = new Post();
    private final Map<String, Map<String, String>> states = new HashMap<>();
    private final Map<String, Integer> lastOnLane = new HashMap<>();
    private final Set<String> clients = new LinkedHashSet<>();
    private List<String> nodes = List.of();
    private List<String> cuts = List.of();
    private int bornBefore;
    private int responsesBefore;
    private int chosenBefore;

    @Override
    public void stepped(Action action, World world) {
        Event event = action.toEvent();
        int number = points.size() + 1;
        nodes = world.nodes().stream().map(Node::name).toList();
        int handed = post.find(EventShape.handover(event));
        String lane = lane(event, world);
        List<Integer> causes = causes(lane, handed);
        int chosen = world.history().performed().size();
        boolean byRule = chosen == chosenBefore;
        chosenBefore = chosen;
        List<Change> changes = world.acted() < 0 ? List.of() : changes(world, world.acted());
        List<Integer> sent = born(world, number);
        if (handed >= 0) {
            end(handed, event, number);
        }
        post.lose(world, number);
        if (!(event instanceof Handover)) {
            cuts = cuts(world);
        }
        String line = event.line();
        points.add(new Point(
                number, line, EventShape.kind(line), words(event), lane, !byRule, handed, causes,
                world.acted() < 0 || world.nodes().get(world.acted()).up(), changes, sent, answers(world),
                world.failure() == null ? null : StableText.of(world.failure().cause()), cuts));
        if (lane != null) {
            lastOnLane.put(lane, number);
        }
    }

    /** The lane on which a step happens: its node's, or for what is done to a letter or by a client, the sender's. */
    private String lane(Event event, World world) {
        if (world.acted() >= 0) {
            return world.name(world.acted());
        } else if (event instanceof Command command) {
            return client(command.client());
        }
        return event.nodes().size() == 1 && EventShape.handover(event) == null
                ? event.nodes().get(0)
                : null;
    }

    /** What clients ask for is told whole. */
    private static String words(Event event) {
        return event.words(event instanceof Command ? UnaryOperator.identity() : SpaceTimeRecorder::brief);
    }

    /** A short text as it is, of a long one its kind. */
    private static String brief(String text) {
        return text.length() <= LONGEST_SHOWN ? text : EventShape.kind(text);
    }

    private String client(String name) {
        clients.add(name);
        return name;
    }

    private List<Integer> causes(String lane, int handed) {
        List<Integer> causes = new ArrayList<>();
        Integer before = lane == null ? null : lastOnLane.get(lane);
        if (before != null) {
            causes.add(before);
        }
        int sent = handed < 0 ? 0 : post.sent(handed);
        if (sent > 0 && !causes.contains(sent)) {
            causes.add(sent);
        }
        return causes;
    }

    private List<Integer> born(World world, int number) {
        List<Integer> sent = new ArrayList<>();
        List<Pending> born = world.history().born();
        while (bornBefore < born.size()) {
            Pending pending = born.get(bornBefore++);
            sent.add(post.add(pending, number));
            post.ends(pending).filter(end -> end.node() == null).map(Endpoint::name).forEach(this::client);
        }
        return sent;
    }

    private void end(int letter, Event event, int number) {
        if (event instanceof Drop) {
            post.end(letter, Fate.DROPPED, number);
        } else if (event instanceof Corrupt) {
            post.end(letter, Fate.REPLACED, number);
        } else if (!(event instanceof Duplicate)) {
            post.end(letter, Fate.DELIVERED, number);
        }
    }

    private List<Answer> answers(World world) {
        List<Response> responses = world.history().responses();
        List<Answer> answers = new ArrayList<>();
        while (responsesBefore < responses.size()) {
            Response r = responses.get(responsesBefore++);
            answers.add(new Answer(r.from().name(), client(r.client().name()), StableText.of(r.text())));
        }
        return answers;
    }

    /** A node that is down shows nothing: what it comes back with is told against what it had. */
    private List<Change> changes(World world, int node) {
        NodeView view = world.view(node);
        if (view == null) {
            return List.of();
        }
        Map<String, String> before = states.getOrDefault(world.name(node), Map.of());
        Map<String, String> after = new LinkedHashMap<>();
        view.fields((field, value) -> after.put(field, StableText.of(value)));
        states.put(world.name(node), after);
        List<Change> changes = new ArrayList<>();
        after.forEach((field, value) -> {
            if (!value.equals(before.get(field))) {
                changes.add(new Change(field, before.get(field), value));
            }
        });
        before.forEach((field, value) -> {
            if (!after.containsKey(field)) {
                changes.add(new Change(field, value, null));
            }
        });
        return changes;
    }

    private static List<String> cuts(World world) {
        if (world.network().cuts() == 0) {
            return List.of();
        }
        List<String> cuts = new ArrayList<>();
        for (Node from : world.nodes()) {
            for (Node to : world.nodes()) {
                if (from != to && world.network().isCut(from, to)) {
                    cuts.add(from.name() + " -> " + to.name());
                }
            }
        }
        return cuts;
    }

    /**
     * What was taken down.
     *
     * @param schedule what was followed
     * @param violation what the last step broke, or null
     */
    public SpaceTime recorded(Schedule schedule, Violation violation) {
        List<Letter> letters = post.letters();
        Clipping clipping = Clipping.fitting(Stream.concat(
                        letters.stream().map(letter -> letter.text().length()),
                        points.stream().flatMap(SpaceTimeRecorder::lengths))
                .toList());
        List<Lane> lanes = Stream.concat(
                        clients.stream().sorted(BY_NAME).map(name -> new Lane(name, true)),
                        nodes.stream().map(name -> new Lane(name, false)))
                .toList();
        return new SpaceTime(
                schedule,
                lanes,
                points.stream().map(point -> clipped(point, clipping)).toList(),
                letters.stream().map(letter -> letter.withText(clipping.of(letter.text()))).toList(),
                violation);
    }

    private static Stream<Integer> lengths(Point point) {
        return Stream.concat(
                Stream.of(point.event().length()), point.changes().stream().map(change -> length(change.after())));
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    private static Point clipped(Point p, Clipping clipping) {
        return new Point(
                p.number(), clipping.of(p.event()), p.kind(), clipping.of(p.words()), p.lane(), p.chosen(), p.handed(),
                p.causes(), p.up(),
                p.changes().stream()
                        .map(c -> new Change(clipping.of(c.field()), clipping.of(c.before()), clipping.of(c.after())))
                        .toList(),
                p.sent(),
                p.answers().stream()
                        .map(a -> new Answer(a.from(), a.client(), clipping.of(a.text())))
                        .toList(),
                clipping.of(p.uncaught()), p.cuts());
    }
}
