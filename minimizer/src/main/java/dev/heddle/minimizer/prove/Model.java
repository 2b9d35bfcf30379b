package dev.heddle.minimizer.prove;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Command;
import dev.heddle.harness.fault.Reset;
import dev.heddle.harness.fault.ThrowFault;
import dev.heddle.harness.number.Interner;
import dev.heddle.harness.number.PairMap;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.world.Channel;
import dev.heddle.harness.world.Deliver;
import dev.heddle.harness.world.Fire;
import dev.heddle.harness.world.Handover;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Pending;
import dev.heddle.harness.world.Run;
import dev.heddle.harness.world.Task;
import dev.heddle.harness.world.Timer;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The system as far as it is known: what each node does with each input, learnt from executions of the target.
 *
 * <p>A state is, for each node, what it is in and what is under way to it, and which externals are used up.
 */
final class Model {
    private final List<String> nodes;
    private final boolean fifo;
    private final List<Event> externals;
    private final boolean memories;
    private final Laboratory laboratory;
    final Mail mail;
    final Locals locals;
    private final Interner<Input> inputs = new Interner<>();
    private final int[] boots;
    private final int[] externalInputs;
    private final PairMap thrown = new PairMap();
    private final PairMap deliveries = new PairMap();

    /** @param externals what may happen besides boots, each once, equal ones side by side */
    Model(List<String> nodes, boolean fifo, List<Event> externals, boolean memories, Laboratory laboratory) {
        this.nodes = nodes;
        this.fifo = fifo;
        this.externals = externals;
        this.memories = memories;
        this.laboratory = laboratory;
        mail = new Mail(nodes, fifo);
        locals = new Locals(nodes.size(), laboratory.fresh());
        boots = nodes.stream()
                .mapToInt(node -> inputs.number(Input.of(nodes.indexOf(node), new Boot(node))))
                .toArray();
        externalInputs = IntStream.range(0, externals.size()).map(this::external).toArray();
    }

    /** The input that an external is, or -1 where it is something that happens to one. */
    private int external(int place) {
        Event event = externals.get(place);
        if (event instanceof Command c) {
            int letter = mail.letter(c.client(), c.node(), c.text());
            List<Event> both = List.of(c, new Deliver(mail.envelope(letter)));
            return inputs.number(new Input(nodes.indexOf(c.node()), both, -1, place));
        }
        return event instanceof Reset r
                ? inputs.number(new Input(nodes.indexOf(r.to()), List.of(r), -1, place))
                : -1;
    }

    int width() {
        return 2 * nodes.size() + 1;
    }

    /** Nothing has happened. */
    int[] start() {
        int[] state = new int[width()];
        for (int node = 0; node < nodes.size(); node++) {
            state[node] = node;
        }
        return state;
    }

    boolean up(int[] state, int node) {
        return state[node] >= nodes.size();
    }

    /** True for a node that has booted and no more, where its boot sent nothing. */
    boolean bootedQuietly(int[] state, int node) {
        int step = locals.step(node, boots[node]);
        return step != PairMap.ABSENT && locals.next(step) == state[node]
                && Arrays.stream(locals.parcels(step)).allMatch(parcel -> parcel == Mail.NOTHING);
    }

    /** True where the message that waits longest on its line was sent in its sender's last step. */
    boolean ofLastStep(int[] state, int letter, int sender) {
        int waiting = mail.waiting(state[nodes.size() + mail.line(letter).receiver()], letter);
        return waiting <= locals.sent(state[sender], mail.lineOf(letter));
    }

    Input input(int number) {
        return inputs.value(number);
    }

    /** The inputs that are possible at a node; how many there are. */
    int possible(int[] state, int node, int[] found) {
        if (!up(state, node)) {
            found[0] = boots[node];
            return 1;
        }
        int count = 0;
        for (int letter : mail.heads(state[nodes.size() + node])) {
            found[count++] = delivery(letter, node);
        }
        for (int own : locals.own(state[node])) {
            found[count++] = own;
        }
        int usual = count;
        for (int i = 0; i < externals.size(); i++) {
            if (externalInputs[i] >= 0 && inputs.value(externalInputs[i]).node() == node && free(state, i)) {
                found[count++] = externalInputs[i];
            } else if (externals.get(i) instanceof ThrowFault t && t.nodes().contains(nodes.get(node))
                    && free(state, i)) {
                for (int u = 0; u < usual; u++) {
                    found[count++] = thrown(found[u], i);
                }
            }
        }
        return count;
    }

    /** The input that an exception is in the handler of another. */
    private int thrown(int input, int external) {
        int known = thrown.get(input, external);
        if (known == PairMap.ABSENT) {
            Input during = inputs.value(input);
            Event event = new ThrowFault((Handover) during.events().get(0));
            known = inputs.number(new Input(during.node(), List.of(event), during.letter(), external));
            thrown.put(input, external, known);
        }
        return known;
    }

    /** Of equal externals the first goes first. */
    private boolean free(int[] state, int external) {
        return free(state[2 * nodes.size()], external);
    }

    private boolean free(int used, int external) {
        for (int i = 0; i < external; i++) {
            if ((used >> i & 1) == 0 && externals.get(i).equals(externals.get(external))) {
                return false;
            }
        }
        return (used >> external & 1) == 0;
    }

    /** The delivery of what waits longest on a line, on which something was sent once after the same events. */
    int first(World world, Mail.Line line) {
        Channel channel = world.channel(line.from(), line.to());
        if (channel == null || channel.size() == 0) {
            throw Laboratory.different(
                    line.from() + " sent something to " + line.to() + " once, and after the same events again nothing");
        }
        Message first = channel.get(0);
        return delivery(mail.letter(line.from(), line.to(), first.text()), line.receiver());
    }

    int boot(int node) {
        return boots[node];
    }

    /** The commands of a node among the externals, as bits. */
    int commandsOf(int node) {
        int bits = 0;
        for (int i = 0; i < externals.size(); i++) {
            boolean own = externals.get(i) instanceof Command c && c.node().equals(nodes.get(node));
            bits |= own ? 1 << i : 0;
        }
        return bits;
    }

    /** The commands that a node can get next, where it has had some. */
    int[] commands(int node, int used) {
        int bits = commandsOf(node);
        return IntStream.range(0, externals.size())
                .filter(i -> (bits >> i & 1) != 0 && free(used, i))
                .map(i -> externalInputs[i])
                .toArray();
    }

    int delivery(int letter, int node) {
        int known = deliveries.get(letter, 0);
        if (known == PairMap.ABSENT) {
            known = inputs.number(new Input(node, List.of(new Deliver(mail.envelope(letter))), letter, -1));
            deliveries.put(letter, 0, known);
        }
        return known;
    }

    /** What comes of an input, where its step is known: {@code after} becomes it. */
    void follow(int[] state, int inputNumber, int step, int[] after) {
        Input input = inputs.value(inputNumber);
        int count = nodes.size();
        System.arraycopy(state, 0, after, 0, state.length);
        after[input.node()] = locals.next(step);
        if (input.letter() >= 0) {
            after[count + input.node()] = mail.without(after[count + input.node()], input.letter());
        }
        if (input.external() >= 0) {
            after[2 * count] |= 1 << input.external();
        }
        int[] parcels = locals.parcels(step);
        for (int to = 0; to < count; to++) {
            // What a connection carries to a node that is not up is lost, what a packet is in waits.
            if (parcels[to] != Mail.NOTHING && (up(after, to) || !fifo)) {
                after[count + to] = mail.added(after[count + to], parcels[to]);
            }
        }
    }

    /** What comes of an input that runs nobody: {@code after} becomes it. */
    void followIdle(int[] state, int inputNumber, int[] after) {
        Input input = inputs.value(inputNumber);
        Reset reset = (Reset) input.events().get(0);
        int inbox = nodes.size() + input.node();
        System.arraycopy(state, 0, after, 0, state.length);
        after[inbox] = mail.withoutAllFrom(after[inbox], nodes.indexOf(reset.from()), input.node());
        if (after[inbox] != state[inbox]) {
            after[2 * nodes.size()] |= 1 << input.external();
        }
    }

    /**
     * The step of an input at a node, learnt by running the events that lead there.
     *
     * @param outlook what must know of it already, or null
     */
    int learn(int[] state, int inputNumber, List<Event> events, Outlook outlook) {
        Input input = inputs.value(inputNumber);
        Laboratory.Observed seen = laboratory.run(events, 1 << input.node());
        Reaction reaction = reaction(seen, state[input.node()], inputNumber);
        int next = locals.number(reaction.key);
        int step = locals.learned(state[input.node()], inputNumber, next, reaction.parcels);
        int[] after = new int[width()];
        follow(state, inputNumber, step, after);
        compare(seen.world(), after, events.get(events.size() - 1));
        if (outlook != null) {
            outlook.compare(state, inputNumber, reaction);
        }
        return step;
    }

    /** What a node is in after an input, and the parcel that it sent to each. */
    record Reaction(Locals.Key key, int[] parcels) {}

    /** What the last step of an execution was, which was that of an input. */
    Reaction reaction(Laboratory.Observed seen, int before, int inputNumber) {
        int node = inputs.value(inputNumber).node();
        World world = seen.world();
        List<Pending> born = world.history().born();
        Map<Integer, List<Integer>> parcels = new LinkedHashMap<>();
        Map<Integer, Integer> sent = new LinkedHashMap<>();
        for (Pending pending : born.subList(seen.bornBefore(), born.size())) {
            if (pending instanceof Message m) {
                int letter = mail.letter(m.from().name(), m.to().name(), m.text());
                mail.keep(letter, m);
                int receiver = mail.line(letter).receiver();
                parcels.computeIfAbsent(receiver, r -> new ArrayList<>()).add(letter);
                sent.merge(mail.line(m.from().name(), m.to().name()), 1, Integer::sum);
            }
        }
        int[] numbers = new int[nodes.size()];
        parcels.forEach((to, letters) -> numbers[to] = mail.parcel(letters.stream().mapToInt(i -> i).toArray()));
        List<Integer> flat = new ArrayList<>();
        sent.forEach((line, count) -> flat.addAll(List.of(line, count)));
        long draws = laboratory.drawsOnlyDelay() ? 0 : world.nodes().get(node).random().draws();
        return new Reaction(new Locals.Key(
                node, memory(world, node, before, inputNumber), own(world, node), draws,
                locals.remembered(node, seen.remembered()), flat, seen.violation() != null), numbers);
    }

    private Object memory(World world, int node, int before, int input) {
        Object told = memories ? world.memory(world.nodes().get(node)) : null;
        return told == null ? new Locals.History(before, input) : told;
    }

    private List<Integer> own(World world, int node) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < world.timerCount(); i++) {
            Timer timer = world.timer(i);
            if (timer.owner().node().index() == node) {
                events.add(new Fire(timer.owner().name(), timer.text(), 1));
            }
        }
        for (Task task : world.tasks()) {
            if (task.owner().node().index() == node) {
                events.add(new Run(task.owner().name(), task.text(), 1));
            }
        }
        return events.stream()
                .sorted((a, b) -> a.line().compareTo(b.line()))
                .map(event -> inputs.number(Input.of(node, event)))
                .toList();
    }

    /** What is possible in the model must be what is possible. */
    private void compare(World world, int[] after, Event last) {
        for (Node node : world.nodes()) {
            if (up(after, node.index()) != node.up()) {
                throw Laboratory.different("after " + last.line() + ", " + node.name() + " is up or not");
            } else if (node.up()) {
                int real = mail.inbox(waiting(world, node));
                if (real != after[nodes.size() + node.index()]) {
                    throw Laboratory.different(
                            "after " + last.line() + ", other messages to " + node.name() + " are under way");
                }
                int[] own = own(world, node.index()).stream().mapToInt(i -> i).distinct().toArray();
                if (!Arrays.equals(own, locals.own(after[node.index()]))) {
                    throw Laboratory.different("after " + last.line() + ", " + node.name() + " has other timers");
                }
            }
        }
    }

    /** Runs events, after which a state of the system is to be that of the target. */
    void check(int[] state, List<Event> events) {
        World world = laboratory.run(events, 0).world();
        Event last = events.get(events.size() - 1);
        compare(world, state, last);
        for (Node node : world.nodes()) {
            Object told = memories && node.up() ? world.memory(node) : null;
            if (told != null && !told.equals(locals.memory(state[node.index()]))) {
                throw Laboratory.different("after " + last.line() + ", " + node.name() + " has another memory");
            }
        }
    }

    private int[] waiting(World world, Node node) {
        List<Integer> waiting = new ArrayList<>();
        for (int c = 0; c < world.channelCount(); c++) {
            Channel channel = world.channel(c);
            for (int i = 0; channel.to().node() == node && i < channel.size(); i++) {
                Message m = channel.get(i);
                waiting.add(mail.letter(m.from().name(), m.to().name(), m.text()));
            }
        }
        return waiting.stream().mapToInt(i -> i).toArray();
    }

    /** Whether two nodes, in what they are, break the invariant together: as they do at the end of the events. */
    boolean broken(int one, int other, List<Event> events) {
        return laboratory.run(events, 1 << one | 1 << other).violation() != null;
    }
}
