package dev.heddle.debugger.command;

import dev.heddle.debugger.DebuggerException;
import dev.heddle.debugger.Session;
import dev.heddle.debugger.Stop;
import dev.heddle.debugger.StopParser;
import dev.heddle.debugger.command.Command.Completion;
import java.util.ArrayList;
import java.util.List;

/** The commands that go to another place of the execution, and where they stop. */
final class MoveCommands {
    private static final String STOPS =
            "SPEC is a kind of message, timer or task (VoteReply), an event's line or first word (crash n2, crash),";
    private static final String STATES =
            "a field that changes (n1.term), a condition that becomes true (n1.role=Leader, n2.term>=2, n1.log~w7;"
                    + " one of = != < <= > >= ~, where ~ is 'contains'), or violation.";

    private final Session session;
    private final Presentation view;
    private final Breakpoints breakpoints = new Breakpoints();

    MoveCommands(Session session, Presentation view) {
        this.session = session;
        this.view = view;
    }

    List<Command> all() {
        return List.of(
                new Command(List.of("step", "s", "next", "n"), "step [N]", "let the next event happen, or the next N",
                        List.of("Stops earlier at a breakpoint."), Completion.NOTHING, this::step),
                new Command(List.of("back", "b"), "back [N|SPEC]",
                        "go back one step, or N, or to the last step that fits",
                        List.of("Nothing is lost: 'step' goes on again. Exact, over crashes as well.", STOPS, STATES),
                        Completion.STOPS, this::back),
                new Command(List.of("goto", "g"), "goto N", "go to the place after step N; 0 is the beginning",
                        List.of(), Completion.NOTHING, this::goTo),
                new Command(List.of("run", "r", "continue", "c"), "run", "go on to the next breakpoint, or to the end",
                        List.of("The end is the violation, where there is one. 'run n1 TASK#1' runs a task."),
                        Completion.NOTHING, this::run),
                new Command(List.of("until", "u"), "until SPEC", "go on to the first step that fits",
                        List.of(STOPS, STATES, "Stops earlier at a breakpoint; where nothing fits, stays."),
                        Completion.STOPS, this::until),
                new Command(List.of("break", "br"), "break SPEC", "stop wherever a step fits",
                        List.of(STOPS, STATES), Completion.STOPS, this::breakAt),
                new Command(List.of("watch", "wa"), "watch NODE.FIELD", "stop wherever a node's field changes",
                        List.of(), Completion.STOPS, this::watch),
                new Command(List.of("breaks"), "breaks", "list breakpoints and watches", List.of(),
                        Completion.NOTHING, this::breaks),
                new Command(List.of("delete", "del"), "delete [N]", "remove a breakpoint or watch, or all",
                        List.of(), Completion.NOTHING, this::delete));
    }

    /** Where moving on stops. */
    List<Stop> stops() {
        return breakpoints.stops();
    }

    private void step(String arguments) {
        int count = Arguments.count(arguments, 1);
        int from = session.position();
        checkNotAtEnd();
        Stop met = session.goOn(stops(), count);
        if (met == null) {
            session.goTo((int) Math.min((long) from + count, session.timeline().size()));
        }
        for (int step = from + 1; step <= session.position(); step++) {
            view.step(step);
        }
        say(met);
    }

    private void back(String arguments) {
        if (session.position() == 0) {
            throw new DebuggerException("this is the beginning; there is nothing before it");
        }
        if (arguments.isEmpty() || Arguments.number(arguments)) {
            session.goTo(Math.max(0, session.position() - Arguments.count(arguments, 1)));
        } else {
            backTo(StopParser.parse(arguments, session));
        }
        view.where();
    }

    private void backTo(Stop wanted) {
        if (session.goBack(List.of(wanted)) == null) {
            throw missed("no step before this one", wanted);
        }
    }

    private DebuggerException missed(String where, Stop wanted) {
        String unseen = StopParser.unseen(wanted, session);
        return new DebuggerException(where + " fits '" + wanted.text() + "'; still after step " + session.position()
                + (unseen.isEmpty() ? "" : "; " + unseen));
    }

    private void goTo(String arguments) {
        session.goTo(Arguments.step(Arguments.some(arguments, "goto N")));
        view.where();
    }

    private void run(String arguments) {
        Arguments.none(arguments);
        checkNotAtEnd();
        onTo(session.goOn(stops(), session.timeline().size()), session.timeline().size());
    }

    /** Shows the step that was come to, or the one to go to where none was met. */
    void onTo(Stop met, int otherwise) {
        if (met == null) {
            session.goTo(otherwise);
        }
        if (session.position() > 0) {
            view.step(session.position());
        }
        say(met);
        if (met == null && session.timeline().violation() == null && otherwise == session.timeline().size()) {
            view.note("the end: nothing is violated");
        }
    }

    private void until(String arguments) {
        Stop wanted = StopParser.parse(Arguments.some(arguments, "until SPEC"), session);
        List<Stop> all = new ArrayList<>(List.of(wanted));
        all.addAll(stops());
        Stop met = session.goOn(all, session.timeline().size());
        if (met == null) {
            throw missed("no step from here to the end", wanted);
        }
        view.step(session.position());
        say(met);
    }

    private void say(Stop met) {
        String said = met == null ? "" : breakpoints.met(met);
        if (!said.isEmpty()) {
            view.note(said);
        }
        view.arrived();
    }

    private void checkNotAtEnd() {
        if (session.position() == session.timeline().size()) {
            throw new DebuggerException(session.timeline().size() == 0
                    ? "nothing follows; let something happen ('boot', 'deliver', 'go'; see 'help')"
                    : "this is the end (" + Session.ending(session.timeline()) + "); "
                            + Session.wayOn(session.timeline()));
        }
    }

    private void breakAt(String arguments) {
        added("break", StopParser.parse(Arguments.some(arguments, "break SPEC"), session));
    }

    private void watch(String arguments) {
        added("watch", StopParser.change(Arguments.some(arguments, "watch NODE.FIELD"), session));
    }

    private void added(String what, Stop stop) {
        view.text(what + " " + breakpoints.add(stop) + ": " + stop.text());
        String unseen = StopParser.unseen(stop, session);
        if (!unseen.isEmpty()) {
            view.note(unseen);
        }
    }

    private void breaks(String arguments) {
        Arguments.none(arguments);
        if (breakpoints.lines().isEmpty()) {
            view.text("there is no breakpoint");
        }
        breakpoints.lines().forEach(view::text);
    }

    private void delete(String arguments) {
        if (arguments.isEmpty()) {
            breakpoints.deleteAll();
        } else {
            breakpoints.delete(Arguments.count(arguments, 0));
        }
    }
}
