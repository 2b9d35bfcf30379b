package dev.heddle.cli;

import dev.heddle.cli.text.Nearest;
import dev.heddle.cli.text.UsageException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Names that are planned and do not exist yet: they are no misspellings of others. */
final class NotBuilt {
    private static final Map<String, Set<String>> NAMES = Map.of(
            "command", Set.of());

    private NotBuilt() {}

    /** The given name, once it is known to be known. */
    static String checked(String kind, String given, Collection<String> known) {
        if (!known.contains(given)) {
            throw new UsageException(unknown(kind, given, known));
        }
        return given;
    }

    /** One line about a name that is not known. */
    static String unknown(String kind, String given, Collection<String> known) {
        return NAMES.getOrDefault(kind, Set.of()).contains(given)
                ? "the " + kind + " '" + given + "' is not built yet (known: " + String.join(", ", known) + ")"
                : Nearest.unknown(kind, given, known);
    }
}
