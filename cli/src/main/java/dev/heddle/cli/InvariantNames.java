package dev.heddle.cli;

import java.util.List;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Takes the names after {@code --invariant}: one or several, up to the next option, target or file.
 *
 * <p>Left to picocli, {@code fuzz --invariant election-safety raft} would have no target.
 */
final class InvariantNames implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
        List<String> names = option.getValue();
        if (arguments.isEmpty()) {
            throw new picocli.CommandLine.ParameterException(
                    command.commandLine(), "Missing the name after --invariant");
        }
        do {
            for (String name : arguments.pop().split(",")) {
                names.add(name);
            }
        } while (!arguments.isEmpty() && looksLikeOne(arguments.peek(), command));
    }

    private static boolean looksLikeOne(String word, CommandSpec command) {
        return word.matches("[a-z][a-z0-9,-]*") && !targets(command).contains(word);
    }

    private static List<String> targets(CommandSpec command) {
        return ((Commands) command.root().userObject()).catalog().names();
    }
}
