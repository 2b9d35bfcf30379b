package dev.heddle.harness.audit;

import java.util.ArrayList;
import java.util.List;

/** Guesses, from two lines that should be the same, what made them differ. */
final class Suspects {
    static final String ORDER =
            "iteration over a collection whose order is not fixed: Set.of, Map.of, a HashMap or HashSet of enums or of"
                    + " objects without a hashCode of their own (use a List, LinkedHashMap, EnumSet or a sorted set)";
    static final String CLOCK =
            "a clock that is not under control: read in a JDK class or through reflection (read it with a direct call"
                    + " to System.nanoTime(), currentTimeMillis() or Instant.now() in a class that is woven)";
    static final String RANDOM =
            "random numbers that are not under control: a generator in a static field, in a JDK class or reached"
                    + " through reflection (make it per actor, in a class that is woven)";
    static final String HASH =
            "an identity hash: Object.hashCode, System.identityHashCode or the default toString in a message"
                    + " (give the class a hashCode and a toString)";
    static final String STATIC =
            "state that outlives an execution: a static field, a file, a cache"
                    + " (keep state in the actor or on its disk)";

    private Suspects() {}

    static List<String> of(String first, String second, List<String> afterFirst, List<String> afterSecond) {
        List<String> suspects = new ArrayList<>();
        if (first == null || second == null) {
            suspects.add(STATIC);
            suspects.add(ORDER);
            return suspects;
        }
        if (afterSecond.contains(first) && afterFirst.contains(second)) {
            suspects.add(ORDER);
        }
        String a = differing(first, second);
        String b = differing(second, first);
        if (!suspects.contains(ORDER) && permuted(a, b)) {
            suspects.add(ORDER);
        }
        if (number(a, 10) && number(b, 10)) {
            suspects.add(CLOCK);
            suspects.add(RANDOM);
        } else if (a.matches("[0-9a-f]{5,16}") && b.matches("[0-9a-f]{5,16}")) {
            suspects.add(HASH);
            suspects.add(CLOCK);
        } else if (number(a, 1) && number(b, 1)) {
            suspects.add(RANDOM);
            suspects.add(STATIC);
            suspects.add(CLOCK);
            suspects.add(HASH);
        }
        for (String other : List.of(ORDER, STATIC, HASH, RANDOM)) {
            if (suspects.size() < 3 && !suspects.contains(other)) {
                suspects.add(other);
            }
        }
        return suspects;
    }

    /** The part of a line between what it shares with the other at both ends, widened to whole words. */
    private static String differing(String line, String other) {
        int start = 0;
        int limit = Math.min(line.length(), other.length());
        while (start < limit && line.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < limit - start && line.charAt(line.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int from = start;
        int to = line.length() - end;
        while (from > 0 && Character.isLetterOrDigit(line.charAt(from - 1))) {
            from--;
        }
        while (to < line.length() && Character.isLetterOrDigit(line.charAt(to))) {
            to++;
        }
        return line.substring(from, to);
    }

    private static boolean number(String text, int digits) {
        return text.matches("-?[0-9]{" + digits + ",}");
    }

    private static boolean permuted(String a, String b) {
        return a.length() > 1 && a.length() == b.length() && !a.equals(b)
                && java.util.Arrays.equals(a.chars().sorted().toArray(), b.chars().sorted().toArray());
    }
}
