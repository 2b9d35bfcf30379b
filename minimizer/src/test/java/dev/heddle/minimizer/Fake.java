package dev.heddle.minimizer;

import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/** An experiment that is a plain function from events to a violation, or null. */
public final class Fake implements Experiment {
    private final Function<List<Event>, Violation> violation;
    /** The events of its own executions, by their number. */
    private final LongFunction<List<Event>> own;
    private int runs;

    public Fake(Function<List<Event>, Violation> violation) {
        this(violation, number -> List.of());
    }

    public Fake(Function<List<Event>, Violation> violation, LongFunction<List<Event>> own) {
        this.violation = violation;
        this.own = own;
    }

    /** A schedule of commands with these numbers, all to n1. */
    public static Schedule commands(int... numbers) {
        return new Schedule(
                Header.of("fake", 1, 7), IntStream.of(numbers).mapToObj(Fake::command).toList());
    }

    public static Event command(int number) {
        return new dev.heddle.harness.fault.Command("c1", "n1", "x" + number);
    }

    /** The numbers of an execution's commands. */
    public static List<Integer> numbers(List<Event> events) {
        List<Integer> numbers = new ArrayList<>();
        events.forEach(e -> numbers.add(Integer.valueOf(EventShape.commandText(e).substring(1))));
        return numbers;
    }

    public static Violation violation(String id) {
        return Violation.of(id, List.of("n1"), "broken");
    }

    public int runs() {
        return runs;
    }

    @Override
    public Execution run(Candidate candidate) {
        runs++;
        Violation met = violation.apply(candidate.schedule().events());
        return met == null ? null : execution(candidate.schedule(), met);
    }

    @Override
    public Execution afresh(Header header, long number) {
        return run(new Candidate(new Schedule(header, own.apply(number)), Matching.EQUAL));
    }

    public static Execution execution(Schedule schedule, Violation met) {
        return new Execution(
                List.of("n1"), schedule, met,
                schedule.events().stream().map(e -> new Step(null, -1, List.of())).toList());
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
