package dev.heddle.harness.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares two recordings line by line. */
public final class TraceComparison {
    private static final int CONTEXT = 5;
    private static final int LOOKAHEAD = 40;

    /**
     * The first difference of two recordings.
     *
     * @param execution the line that begins the execution
     * @param line its number in the recordings, from 1
     * @param context the lines before it, which are the same
     * @param first the line of the first recording, or null where it is over
     * @param second the line of the second recording, or null where it is over
     * @param suspects likely sources, the likeliest first
     */
    public record Difference(
            String execution, long line, List<String> context, String first, String second, List<String> suspects) {}

    /** The number of lines that were the same, and the first difference where there is one. */
    public record Verdict(long equalLines, Optional<Difference> difference) {}

    private TraceComparison() {}

    /** Reads both to the first difference or the end. */
    public static Verdict compare(Reader one, Reader other) throws IOException {
        BufferedReader a = new BufferedReader(one);
        BufferedReader b = new BufferedReader(other);
        ArrayDeque<String> context = new ArrayDeque<>();
        String execution = "";
        long equal = 0;
        while (true) {
            String first = a.readLine();
            String second = b.readLine();
            if (first == null && second == null) {
                return new Verdict(equal, Optional.empty());
            }
            if (first == null || !first.equals(second)) {
                List<String> suspects = Suspects.of(first, second, rest(a), rest(b));
                return new Verdict(equal, Optional.of(new Difference(
                        execution, equal + 1, List.copyOf(context), first, second, suspects)));
            }
            equal++;
            execution = first.startsWith("execution ") ? first : execution;
            context.addLast(first);
            if (context.size() > CONTEXT) {
                context.removeFirst();
            }
        }
    }

    private static List<String> rest(BufferedReader reader) throws IOException {
        List<String> lines = new ArrayList<>();
        String line;
        while (lines.size() < LOOKAHEAD && (line = reader.readLine()) != null) {
            lines.add(line);
        }
        return lines;
    }
}
