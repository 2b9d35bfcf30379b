package dev.heddle.loading;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The message for a class that is not there: the few names that look most like it. */
final class NearestNames {

    private static final int SHOWN = 3;

    private NearestNames() {}

    static String explain(String wanted, ClassPath classPath) {
        if (classPath.isEmpty()) {
            return "there is no class '" + wanted + "': the class path is empty; name the jars or folders that hold it";
        }
        List<String> nearest = nearest(wanted, classPath);
        return "there is no class '" + wanted + "' on the class path"
                + (nearest.isEmpty() ? "; add the jar or folder that holds it"
                        : "; did you mean " + String.join(", ", nearest) + "?");
    }

    private static List<String> nearest(String wanted, ClassPath classPath) {
        record Candidate(String name, int distance) {}
        String simple = simpleName(wanted);
        return classPath.classNames()
                .filter(name -> !name.contains("$$") && !name.endsWith("-info")
                        && !name.startsWith("scala.") && !name.startsWith("akka."))
                .map(name -> new Candidate(name, distance(simple, simpleName(name))))
                .filter(candidate -> candidate.distance() <= Math.max(2, simple.length() / 3))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name).distinct().limit(SHOWN).toList();
    }

    private static String simpleName(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The Levenshtein distance. */
    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int change = previous[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(change, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
