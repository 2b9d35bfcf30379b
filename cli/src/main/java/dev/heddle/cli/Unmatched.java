package dev.heddle.cli;

import dev.heddle.cli.text.Nearest;
import dev.heddle.harness.schedule.Likeness;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;

/**
 * A word that means nothing where it stands on the command line.
 *
 * @param command that it was given to; the program itself where it stands before any command
 */
record Unmatched(String word, CommandLine command) {
    private static final String DASHES = "--";

    /** One line: what is wrong, and what was meant. */
    String message() {
        if (word.startsWith("-")) {
            return option(word.replaceFirst("=.*", ""));
        }
        return program()
                ? Nearest.unknown("command", word, command.getSubcommands().keySet())
                : "'" + word + "' is one argument too many";
    }

    private String option(String name) {
        List<String> takers = takers(name);
        if (takers.contains(command.getCommandName())) {
            return "the option " + name + " stands behind '" + DASHES + "', where no options are read; put it before";
        } else if (takers.isEmpty()) {
            return "unknown option '" + word + "'" + nearest(name);
        }
        return program()
                ? "the option " + name + " goes behind a command, as in " + takers.get(0) + " " + name
                : command.getCommandName() + " has no option " + name + "; there is one of that name for "
                        + String.join(", ", takers);
    }

    private boolean program() {
        return command.getParent() == null;
    }

    private Map<String, CommandLine> commands() {
        return (program() ? command : command.getParent()).getSubcommands();
    }

    /** The commands that have such an option. */
    private List<String> takers(String name) {
        return commands().values().stream()
                .filter(other -> options(other).contains(name))
                .map(CommandLine::getCommandName)
                .toList();
    }

    /** What was meant: the dashes say nothing of it. */
    private String nearest(String name) {
        Collection<CommandLine> where = program() ? commands().values() : Set.of(command);
        Set<String> known = where.stream()
                .flatMap(other -> options(other).stream())
                .filter(option -> option.startsWith(DASHES))
                .map(option -> option.substring(DASHES.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        return Likeness.nearest(name.replaceFirst("^-+", ""), known)
                .map(meant -> "; did you mean " + DASHES + meant + "?")
                .orElse("");
    }

    private static Set<String> options(CommandLine command) {
        return command.getCommandSpec().optionsMap().keySet();
    }
}
