package dev.heddle.cli.text;

import dev.heddle.harness.schedule.Likeness;
import java.util.Collection;
import java.util.List;

/** The known name that somebody most likely meant. */
public final class Nearest {
    private static final int MAX_LISTED = 16;

    private Nearest() {}

    /** The given name, once it is known to be known. */
    public static String checked(String kind, String given, Collection<String> known) {
        return checked(kind, given, known, "");
    }

    /** The same; where it is not known, more is said of how to find out. */
    public static String checked(String kind, String given, Collection<String> known, String more) {
        if (!known.contains(given)) {
            throw new UsageException(unknown(kind, given, known) + (known.isEmpty() ? "" : more));
        }
        return given;
    }

    /** One line: what is unknown, what was meant, what is known. */
    public static String unknown(String kind, String given, Collection<String> known) {
        StringBuilder line = new StringBuilder("unknown ").append(kind).append(" '").append(given).append("'");
        line.append(Likeness.hint(given, known));
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
}
