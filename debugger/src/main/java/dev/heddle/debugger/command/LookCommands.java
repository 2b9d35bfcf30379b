package dev.heddle.debugger.command;

import dev.heddle.debugger.DebuggerException;
import dev.heddle.debugger.Entry;
import dev.heddle.debugger.EventParser;
import dev.heddle.debugger.PendingItem;
import dev.heddle.debugger.Session;
import dev.heddle.debugger.command.Command.Completion;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.world.Deliver;
import dev.heddle.harness.world.Fire;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Run;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.List;

/** The commands that show something and change nothing. */
final class LookCommands {
    private static final int AROUND = 6;
    private static final int RECENT = 10;
    private static final String ALL = "all";
    private static final String DIFF = "diff NODE, diff A NODE or diff A B NODE";

    private final Session session;
    private final Presentation view;

    LookCommands(Session session, Presentation view) {
        this.session = session;
        this.view = view;
    }

    List<Command> all() {
        return List.of(
                new Command(List.of("pending", "p"), "pending", "what waits: messages by pair, timers, tasks, numbered",
                        List.of("The numbers hold as long as nothing happens. What has to wait says why."),
                        Completion.NOTHING, this::pending),
                new Command(List.of("state", "st"), "state [NODE]",
                        "the nodes' states here, or one node's, field by field",
                        List.of(), Completion.NODES, this::state),
                new Command(List.of("diff", "d"), "diff [A [B]] NODE",
                        "what changed in a node's state from step A to step B",
                        List.of("B is here and A the step before, where they are left out."),
                        Completion.NODES, this::diff),
                new Command(List.of("why", "y"), "why N | PATTERN | step [K]",
                        "why something is pending, or why step K happened: back to what came from outside",
                        List.of("N is its number in 'pending'; PATTERN as for 'deliver'. K is here where left out."),
                        Completion.PENDING, this::why),
                new Command(List.of("check", "k"), "check", "what the invariants say, if the execution ended here",
                        List.of("After each step they are checked anyhow; this adds those that judge at the end only."),
                        Completion.NOTHING, this::check),
                new Command(List.of("list", "l"), "list [all]", "the schedule around here; '>' is what comes next",
                        List.of("'-' is an event that is not possible when its turn comes, '.' one behind the end."),
                        Completion.NOTHING, this::list),
                new Command(List.of("history", "hi"), "history [N]", "the last N steps, ten where nothing is said",
                        List.of(), Completion.NOTHING, this::history),
                new Command(List.of("where", "w"), "where", "the place: the last step, and the next", List.of(),
                        Completion.NOTHING, arguments -> {
                            Arguments.none(arguments);
                            view.where();
                        }));
    }

    private void pending(String arguments) {
        Arguments.none(arguments);
        List<PendingItem> items = session.pending();
        String group = "";
        for (PendingItem item : items) {
            if (!item.group().equals(group)) {
                group = item.group();
                view.text(group);
            }
            String extra = (item.note().isEmpty() ? "" : "  " + item.note())
                    + (item.ready() ? "" : "  (waits: " + item.waits() + ")");
            view.text(String.format("%4d  ", item.number()) + shown(item) + extra);
        }
        if (items.isEmpty()) {
            view.text("nothing is pending");
        }
        session.look(LookCommands::cuts).forEach(view::text);
    }

    /** Messages stand below their pair already. */
    private static String shown(PendingItem item) {
        return item.event() instanceof Deliver ? item.name().substring(item.group().length() + 1) : item.event().line();
    }

    private static List<String> cuts(World world) {
        List<String> cuts = new ArrayList<>();
        for (Node from : world.nodes()) {
            for (Node to : world.nodes()) {
                if (world.network().isCut(from, to)) {
                    cuts.add("cut: " + from.name() + " -> " + to.name());
                }
            }
        }
        return cuts;
    }

    private void state(String arguments) {
        if (arguments.isEmpty()) {
            view.states(session.position());
        } else {
            view.state(arguments, session.position());
        }
    }

    private void diff(String arguments) {
        List<String> words = List.of(Arguments.some(arguments, DIFF).split(" +"));
        List<String> steps = words.subList(0, words.size() - 1);
        if (steps.size() > 2 || !steps.stream().allMatch(this::isStep)) {
            throw new DebuggerException("write " + DIFF + ", with one node and steps from 0 to "
                    + session.timeline().size());
        }
        int to = steps.size() == 2 ? Arguments.step(steps.get(1)) : session.position();
        int from = steps.isEmpty() ? Math.max(0, to - 1) : Arguments.step(steps.get(0));
        view.difference(from, to, words.get(words.size() - 1));
    }

    private boolean isStep(String word) {
        return Arguments.number(word) && Arguments.step(word) <= session.timeline().size();
    }

    private void why(String arguments) {
        String[] words = arguments.split(" +");
        if (arguments.isEmpty() || words[0].equals("step")) {
            int step = words.length > 1 ? Arguments.step(words[1]) : session.position();
            if (step == 0) {
                throw new DebuggerException("nothing has happened yet; step on, or write why step K or why N");
            } else if (step < 0 || step > session.timeline().size()) {
                throw new DebuggerException("there is no step " + step + " to explain; there are "
                        + session.timeline().size());
            }
            view.event(step);
            chain(session.timeline().moment(step).event(), step - 1);
            return;
        }
        PendingItem item = new EventParser(session).item(arguments, List.of(Deliver.class, Fire.class, Run.class));
        view.text(String.format("%4d  ", item.number()) + item.event().line() + " is pending");
        chain(item.event(), session.position());
    }

    private void chain(Event what, int at) {
        List<Integer> causes = session.timeline().causes(what, at);
        causes.forEach(view::cause);
        if (causes.isEmpty()) {
            view.note("      it came from outside: no step led to it");
        }
    }

    private void check(String arguments) {
        Arguments.none(arguments);
        Outcome outcome = session.check();
        if (outcome instanceof Outcome.Violated violated) {
            view.violated(violated.violation());
        } else if (outcome instanceof Outcome.Rejected rejected) {
            view.text("rejected: " + rejected.breach().what());
        } else {
            view.text("every invariant holds after step " + session.position());
        }
    }

    private void list(String arguments) {
        if (!arguments.isEmpty() && !arguments.equals(ALL)) {
            throw new DebuggerException("write list or list all, not '" + arguments + "'");
        }
        List<Entry> script = session.timeline().script();
        int next = 0;
        for (int i = 0; i < script.size(); i++) {
            next = script.get(i).done() && script.get(i).step() <= session.position() ? i + 1 : next;
        }
        int from = arguments.isEmpty() ? Math.max(0, next - AROUND) : 0;
        int to = arguments.isEmpty() ? Math.min(script.size(), next + AROUND) : script.size();
        for (int i = from; i < to; i++) {
            Entry entry = script.get(i);
            String number = entry.done() ? Integer.toString(entry.step()) : entry.skipped() ? "-" : ".";
            view.text(String.format("%s%3s  ", i == next ? ">" : " ", number) + entry.event().line());
        }
        if (next == script.size()) {
            view.text(">     the end");
        }
    }

    private void history(String arguments) {
        int from = Math.max(0, session.position() - Arguments.count(arguments, RECENT));
        for (int step = from + 1; step <= session.position(); step++) {
            view.event(step);
        }
        if (session.position() == 0) {
            view.text("nothing has happened yet");
        }
    }
}
