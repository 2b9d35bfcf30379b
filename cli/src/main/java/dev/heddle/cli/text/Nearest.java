package dev.heddle.cli.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The known name that somebody most likely meant. */
public final class Nearest {
    private static final int MAX_LISTED = 16;

    private Nearest() {}

    /** The nearest of the known names, where one is near. */
    public static Optional<String> to(String given, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(given, name) <= Math.max(2, given.length() / 3)
                        || given.length() > 1 && name.startsWith(given))
                .min(Comparator.comparingInt(name -> distance(given, name)));
    }

    /** The given name, once it is known to be known. */
    public static String checked(String kind, String given, Collection<String> known) {
        if (!known.contains(given)) {
            throw new UsageException(unknown(kind, given, known));
        }
        return given;
    }

    /** One line: what is unknown, what was meant, what is known. */
    public static String unknown(String kind, String given, Collection<String> known) {
        StringBuilder line = new StringBuilder("unknown ").append(kind).append(" '").append(given).append("'");
        to(given, known).ifPresent(name -> line.append("; did you mean ").append(name).append("?"));
        if (known.isEmpty()) {
            line.append("; there is none");
        } else if (known.size() <= MAX_LISTED) {
            line.append(" (known: ").append(String.join(", ", known)).append(")");
        } else {
            line.append(" (known: ").append(String.join(", ", List.copyOf(known).subList(0, MAX_LISTED)))
                    .append(", ...)");
        }
        return line.toString();
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
