package dev.heddle.debugger;

import dev.heddle.debugger.command.Interpreter;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Schedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A session of the counters, and what its screen shows. */
public final class Talk {
    /** n1 counts n2 up to 1, n2 counts n3 up to 2. */
    public static final String CHAIN = """
            boot n1
            boot n2
            boot n3
            fire n1 tick #1
            deliver n1 -> n2 Count{1} #1
            fire n2 tick #1
            deliver n2 -> n3 Count{2} #1
            run n3 note#1
            """;

    private final List<String> shown = new ArrayList<>();
    private final Session session;
    private final Interpreter interpreter;

    public Talk(Counters target, String script) {
        this(target, script, NetworkKind.FIFO);
    }

    public Talk(Counters target, String script, NetworkKind network) {
        this(target, script, Header.of("counters", 3, 7).withNetwork(network));
    }

    public Talk(Counters target, String script, Header header) {
        RunOptions options = RunOptions.on(header.network()).withTiming(header.timing());
        Coordinator coordinator =
                new Coordinator(target, target.invariants(), options.withMaxDeliveries(Long.MAX_VALUE));
        List<Event> events = script.lines().map(Faults.VOCABULARY::parse).toList();
        session = new Session(coordinator, target, header, events);
        interpreter = new Interpreter(session, (style, line) -> shown.add(line), Talk::test);
    }

    /** Like the command line's: no test of what is saved as such, and for the rest a line that says there is one. */
    private static Supplier<List<String>> test(Path file, Schedule schedule) {
        if (file.endsWith("bundled.schedule")) {
            throw new DebuggerException("no test of what is bundled");
        }
        return () -> List.of("tested: " + schedule.events().size() + " events in " + Files.exists(file));
    }

    /** One that is about the chain. */
    public static Talk ofChain() {
        return new Talk(Counters.upTo(100), CHAIN);
    }

    public Session session() {
        return session;
    }

    public Interpreter interpreter() {
        return interpreter;
    }

    /** Carries out lines; what was shown from the first of them on. */
    public String say(String... lines) {
        shown.clear();
        for (String line : lines) {
            interpreter.execute(line);
        }
        return String.join("\n", shown);
    }

    /** What a line is refused with. */
    public String refused(String line) {
        try {
            interpreter.execute(line);
        } catch (DebuggerException refusal) {
            return refusal.getMessage();
        }
        throw new AssertionError("not refused: " + line);
    }
}
