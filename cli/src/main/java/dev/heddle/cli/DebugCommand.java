package dev.heddle.cli;

import dev.heddle.cli.console.Console;
import dev.heddle.cli.console.PlainConsole;
import dev.heddle.cli.console.TerminalConsole;
import dev.heddle.cli.text.Terminal;
import dev.heddle.cli.text.UsageException;
import dev.heddle.debugger.DebuggerException;
import dev.heddle.debugger.Session;
import dev.heddle.debugger.UnrepeatableException;
import dev.heddle.debugger.command.Interpreter;
import dev.heddle.debugger.command.Screen;
import dev.heddle.debugger.command.Style;
import dev.heddle.harness.fuzz.Pulse;
import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Quantity;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code heddle debug}: one execution, step by step, forwards and back. */
@Command(name = "debug", description = "Step through an execution message by message, forwards and back; change it.")
final class DebugCommand implements Callable<Integer> {
    private final Environment environment;
    private final Output output;

    @Parameters(paramLabel = "SCHEDULE|TARGET", description = "A saved schedule, or a target to begin with nothing.")
    private String subject;

    @Mixin
    private TargetOptions configuration;

    @Option(names = "--seed", paramLabel = "N", description = "The source of what a TARGET draws itself (default: 1).")
    private long seed = 1;

    @Option(names = "--at", paramLabel = "N", description = "Begin after step N of the schedule (default: 0).")
    private int at;

    @Mixin
    private InvariantOption invariants;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description = "Where 'save --junit' keeps schedules (default: src/test/heddle).")
    private String corpus = JUnitExport.CORPUS;

    @Mixin
    private OutputOptions display;

    DebugCommand(Environment environment, Output output) {
        this.environment = environment;
        this.output = output;
    }

    @Override
    public Integer call() throws Exception {
        if (output.json()) {
            throw new UsageException(
                    "debug is a conversation and has no --json; 'replay --json' tells how a schedule ends");
        }
        Schedule schedule = ScheduleFile.orTarget(
                environment.catalog(), subject, !configuration.classPath().paths().isEmpty());
        Header asked = schedule == null ? configuration.header(subject, seed) : schedule.header();
        try (Subject opened = schedule == null
                ? configuration.open(environment, asked)
                : Subject.open(environment, asked, configuration.classPath())) {
            checkNodes(opened, schedule);
            List<Event> events = schedule == null ? List.of() : schedule.events();
            return watched(opened, events);
        }
    }

    private void checkNodes(Subject opened, Schedule schedule) {
        if (schedule == null && configuration.nodesGiven()) {
            opened.checkNodes(configuration.header(subject, seed).nodes());
        } else if (schedule != null) {
            try {
                Replayer.checkNames(schedule, opened.target().nodes());
            } catch (IllegalArgumentException e) {
                throw new UsageException(subject + ": " + e.getMessage(), e);
            }
        }
    }

    /** While it waits for a line nothing runs, so that only a handler can hang. */
    private int watched(Subject opened, List<Event> events) throws Exception {
        Pulse pulse = new Pulse();
        return environment.watched(() -> debug(opened, events, pulse), pulse);
    }

    private int debug(Subject opened, List<Event> events, Pulse pulse) {
        Header header = opened.header();
        RunOptions options =
                RunOptions.on(header.network()).withTiming(header.timing()).withMaxDeliveries(Long.MAX_VALUE);
        List<String> checked = opened.invariants(invariants.names());
        try (Coordinator coordinator =
                new Coordinator(opened.target(), Subject.checked(opened.target(), checked), options)) {
            pulse.of(coordinator);
            Session session = new Session(coordinator, opened.target(), header, events);
            session.goTo(at);
            return talk(session, events.size());
        } catch (DebuggerException e) {
            throw new UsageException(e.getMessage(), e);
        } catch (UnrepeatableException e) {
            output.note("heddle: " + e.getMessage());
            return ExitCode.DIVERGED;
        }
    }

    private int talk(Session session, int events) {
        AtomicReference<Console> console = new AtomicReference<>();
        Screen screen = (style, line) -> console.get().show(style, line);
        Interpreter interpreter = new Interpreter(session, screen, JUnitExport.ofSaved(corpus));
        try (Console opened = console(interpreter, session::interrupt)) {
            console.set(opened);
            if (!display.quiet()) {
                greet(session, events, screen);
                interpreter.where();
            }
            converse(interpreter, opened);
        }
        boolean rejected = session.timeline().outcome() instanceof Outcome.Rejected
                && session.position() == session.timeline().size();
        return rejected ? ExitCode.REJECTED : ExitCode.OK;
    }

    private Console console(Interpreter interpreter, Runnable interrupt) {
        if (Terminal.present()) {
            try {
                return new TerminalConsole(interpreter::completions, interrupt);
            } catch (IOException | IllegalStateException e) {
                output.note("heddle: the terminal cannot be used (" + e.getMessage() + "); lines are read as they are");
            }
        }
        return new PlainConsole(environment.in(), environment.out());
    }

    private void greet(Session session, int events, Screen screen) {
        Header header = session.header();
        screen.show(Style.TEXT, header.target()
                + (header.bugs().isEmpty() ? "" : " with " + String.join(", ", header.bugs()))
                + ", " + Quantity.of(header.nodes(), "node") + ", " + header.network().id() + ", seed " + header.seed()
                + (events == 0 ? "; 'boot' starts the nodes, 'help' tells the rest"
                        : "; at the end, " + Session.ending(session.timeline()) + "; 'help' tells the commands"));
        long skipped = session.timeline().script().stream().filter(entry -> !entry.done()).count();
        if (skipped > 0) {
            screen.show(Style.NOTE, skipped + " of " + Quantity.of(events, "event")
                    + (skipped == 1 ? " is not possible or stands" : " are not possible or stand") + " behind the end;"
                    + " 'list all' marks them");
        }
    }

    private static void converse(Interpreter interpreter, Console console) {
        int number = 0;
        boolean goesOn = true;
        while (goesOn) {
            String line = console.read("heddle " + interpreter.place() + "> ");
            number++;
            if (line == null) {
                return;
            }
            try {
                goesOn = interpreter.execute(line);
            } catch (DebuggerException mistake) {
                if (!console.interactive()) {
                    throw new UsageException("line " + number + " ('" + line.strip() + "'): " + mistake.getMessage(),
                            mistake);
                }
                console.show(Style.ALERT, mistake.getMessage());
            }
        }
    }
}
