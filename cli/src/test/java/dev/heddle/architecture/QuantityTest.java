package dev.heddle.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** There is one place that says how many of something there are, so that one delivery is never "1 deliveries". */
class QuantityTest {
    /** Those that know the engine's class for it. */
    private static final List<String> MODULES =
            List.of("harness", "invariants", "minimizer", "report", "debugger", "aspects", "cli", "junit");
    private static final String MANY = "(deliveries|externals|nodes|replays|executions|events|searches|steps"
            + "|violations|transitions|states|records|characters|schedules|finds)\\b(?!/)";
    /** A number and then a word for many, put together or as a format. */
    private static final Pattern BY_HAND =
            Pattern.compile("(\\w|\\)) \\+ \"(,? (more )?)" + MANY + "|%,?d (more )?" + MANY);

    private static Stream<String> byHand(Path file) {
        List<String> lines = House.lines(file);
        return IntStream.range(0, lines.size())
                .filter(i -> BY_HAND.matcher(lines.get(i)).find())
                .mapToObj(i -> House.root().relativize(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
    }

    @Test
    void numbersOfThingsAreSaidByQuantity() {
        List<String> found = House.sources().stream()
                .filter(file -> MODULES.stream().anyMatch(
                        module -> House.root().relativize(file).startsWith(Path.of(module, "src", "main"))))
                .flatMap(QuantityTest::byHand)
                .toList();
        assertEquals(List.of(), found, "use dev.heddle.harness.schedule.Quantity in");
    }

    @Test
    void whatIsSaidByHandIsSeen() {
        for (String line : List.of("done + \" executions, \"", "size() + \" more events\"", "\"%,d replays\"")) {
            assertTrue(BY_HAND.matcher(line).find(), line);
        }
    }
}
