package dev.heddle.debugger.command;

import dev.heddle.debugger.DebuggerException;
import dev.heddle.debugger.EventParser;
import dev.heddle.debugger.Session;
import dev.heddle.debugger.Stop;
import dev.heddle.debugger.StopParser;
import dev.heddle.debugger.command.Command.Completion;
import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fuzz.Obstacle;
import dev.heddle.harness.fuzz.RunDirectory;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Quantity;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.schedule.ScheduleFormat;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.strategy.StrategyFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** The commands that change the execution, and the one that keeps it. */
final class ActCommands {
    private static final int EXPLORED = 50;
    private static final String REPLACE = "--replace";
    private static final String JUNIT = "--junit";
    private static final String SAVE = "save FILE [--replace] [--junit]";

    private final Session session;
    private final Presentation view;
    private final MoveCommands moves;
    private final SavedTests tests;
    private long explorations;

    ActCommands(Session session, Presentation view, MoveCommands moves, SavedTests tests) {
        this.session = session;
        this.view = view;
        this.moves = moves;
        this.tests = tests;
    }

    List<Command> all() {
        return List.of(
                new Command(List.of("go"), "go [N] [STRATEGY] [SEED]",
                        "let the fuzzer choose the next N steps (" + EXPLORED + ")",
                        List.of("The seed is told, to have the same again. Stops at a breakpoint or violation."),
                        Completion.STRATEGIES, this::go),
                new Command(List.of("fair", "f"), "fair", "end it: no more faults, everything runs fairly",
                        List.of("The same as 'settle', with the time that the target says it needs."),
                        Completion.NOTHING, this::fair),
                new Command(List.of("skip"), "skip [N]", "take out the next event of the schedule, or the next N",
                        List.of(), Completion.NOTHING, this::skip),
                new Command(List.of("forget"), "forget", "take out everything that follows in the schedule",
                        List.of(), Completion.NOTHING, this::forget),
                new Command(List.of("save"), SAVE, "write what was done up to here as a schedule",
                        List.of("It is replayed to the letter before it is written.",
                                "A file that is there is kept, unless --replace says otherwise.",
                                "--junit keeps a copy among the tests and shows the JUnit test that replays it."),
                        Completion.NOTHING, this::save));
    }

    /** Lets the event of a line happen. */
    void perform(String line) {
        if (line.equals("boot")) {
            perform(notBooted());
        } else if (line.equals("settle")) {
            fair("");
        } else {
            perform(List.of(new EventParser(session).parse(line)));
        }
    }

    /** Hands over what is pending under a number. */
    void handOver(String number) {
        perform("deliver " + number);
    }

    private List<Event> notBooted() {
        List<Event> boots = session.nodes().stream()
                .filter(node -> session.timeline().state(node, session.position()).isEmpty())
                .<Event>map(Boot::new)
                .toList();
        if (boots.isEmpty()) {
            throw new DebuggerException("every node has booted; one that crashed comes back with 'recover'");
        }
        return boots;
    }

    private void perform(List<Event> events) {
        int from = session.position();
        session.perform(events);
        for (int step = from + 1; step <= session.position(); step++) {
            view.step(step);
            Event wanted = events.get(step - from - 1);
            Event happened = session.timeline().moment(step).event();
            if (!happened.equals(wanted)) {
                view.note("it did not come to '" + wanted.line() + "'");
            }
        }
        view.arrived();
        view.rest();
    }

    private void go(String arguments) {
        int steps = EXPLORED;
        StrategyFactory strategy = Strategies.all().get(0);
        Long seed = null;
        boolean counted = false;
        for (String word : arguments.isEmpty() ? new String[0] : arguments.split(" +")) {
            boolean number = word.matches("-?[0-9]{1,18}");
            if (number && !counted) {
                steps = Arguments.count(word, EXPLORED);
                counted = true;
            } else if (number && seed == null) {
                seed = Long.parseLong(word);
            } else {
                strategy = strategy(word);
            }
        }
        if (seed == null) {
            seed = session.header().seed() + ++explorations;
        }
        int from = session.position();
        int chosen = session.explore(strategy, seed, steps);
        view.note(Presentation.steps(chosen) + " chosen by " + strategy.id() + " with seed " + seed);
        if (chosen > 0) {
            Stop met = session.goOn(moves.stops(), chosen);
            moves.onTo(met, from + chosen);
        }
        view.rest();
    }

    private static StrategyFactory strategy(String name) {
        return Strategies.all().stream().filter(s -> s.id().equals(name)).findFirst()
                .orElseThrow(() -> new DebuggerException("there is no strategy '" + name + "'"
                        + StopParser.hint(name, strategies())));
    }

    static List<String> strategies() {
        return Strategies.all().stream().map(StrategyFactory::id).toList();
    }

    private void fair(String arguments) {
        Arguments.none(arguments);
        int from = session.position();
        session.perform(List.of(session.settle()));
        view.step(from + 1);
        session.goTo(session.timeline().size());
        view.note(Presentation.steps(session.position() - from - 1) + " followed by rule; 'history' shows the last");
        view.arrived();
        if (session.timeline().violation() == null) {
            view.note("the end: nothing is violated");
        }
    }

    private void skip(String arguments) {
        session.skip(Arguments.count(arguments, 1)).forEach(event -> view.text("skipped: " + event.line()));
        view.rest();
    }

    private void forget(String arguments) {
        Arguments.none(arguments);
        view.text(Quantity.of(session.forget(), "event") + " taken out");
    }

    private void save(String arguments) {
        Arguments.Options options = Arguments.options(arguments, List.of(REPLACE, JUNIT), SAVE);
        String name = Arguments.some(options.rest(), SAVE);
        Path file = path(name);
        if (Files.isDirectory(file)) {
            throw new DebuggerException("'" + name + "' is a folder; name a file, such as "
                    + file.resolve("saved.schedule"));
        } else if (!options.given().contains(REPLACE) && Files.exists(file)) {
            throw new DebuggerException("'" + name + "' is there already; name another file, or add " + REPLACE);
        }
        Schedule schedule = session.saved();
        Supplier<List<String>> test = options.given().contains(JUNIT) ? tests.of(file, schedule) : List::of;
        boolean violated = !schedule.header().violation().isEmpty();
        List<String> comments = violated
                ? List.of(schedule.header().violation() + ": " + session.timeline().violation().detail())
                : List.of();
        try {
            RunDirectory.writeWhole(file, ScheduleFormat.write(schedule, comments));
        } catch (IOException e) {
            throw new DebuggerException(
                    "'" + name + "' cannot be written (" + Obstacle.to(file, e) + "); name another file");
        }
        view.text("saved " + Quantity.of(schedule.events().size(), "event") + " in " + name
                + ", replayed to the letter: "
                + (violated ? schedule.header().violation() + " violated" : "nothing is violated"));
        test.get().forEach(view::text);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new DebuggerException("'" + name + "' is no file's name (" + e.getMessage() + "); name another file");
        }
    }
}
