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

    /** Edits (insert, delete, replace, swap of neighbours) from one to the other. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
