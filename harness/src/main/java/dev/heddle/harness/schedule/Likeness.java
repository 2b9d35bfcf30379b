package dev.heddle.harness.schedule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which of some texts somebody most likely meant who wrote another one. */
public final class Likeness {
    private Likeness() {}

    /** The nearest of the known texts, where one is near: hardly more than a third of it is another. */
    public static Optional<String> nearest(String given, Collection<String> known) {
        int near = Math.max(1, (given.length() + 1) / 3);
        return known.stream()
                .filter(name -> distance(given, name) <= near || given.length() > 1 && name.startsWith(given))
                .min(Comparator.comparingInt(name -> distance(given, name)));
    }

    /** The question whether the nearest was meant, to go behind what is wrong; empty where none is near. */
    public static String hint(String given, Collection<String> known) {
        return nearest(given, known).map(name -> "; did you mean " + name + "?").orElse("");
    }

    /**
     * What it takes to turn one into the other: an edit (insert, delete, replace, swap of neighbours) counts one. A
     * digit more or less counts two and another digit three: another number is mostly another thing, not a slip.
     */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                int best = i == 0 && j == 0 ? 0 : Integer.MAX_VALUE;
                if (i > 0) {
                    best = d[i - 1][j] + weight(a.charAt(i - 1));
                }
                if (j > 0) {
                    best = Math.min(best, d[i][j - 1] + weight(b.charAt(j - 1)));
                }
                if (i > 0 && j > 0) {
                    best = Math.min(best, d[i - 1][j - 1] + replaced(a.charAt(i - 1), b.charAt(j - 1)));
                }
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, d[i - 2][j - 2] + 1);
                }
                d[i][j] = best;
            }
        }
        return d[a.length()][b.length()];
    }

    private static int weight(char c) {
        return Character.isDigit(c) ? 2 : 1;
    }

    private static int replaced(char a, char b) {
        return a == b ? 0 : weight(a) + weight(b) - 1;
    }
}
