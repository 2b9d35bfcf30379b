package dev.heddle.debugger.command;

import dev.heddle.debugger.DebuggerException;
import dev.heddle.debugger.EventParser;
import dev.heddle.debugger.PendingItem;
import dev.heddle.debugger.Session;
import dev.heddle.debugger.StopParser;
import dev.heddle.debugger.command.Command.Completion;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.schedule.Verb;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Carries out the lines that somebody types. A line is a command, or an event as it stands in a schedule, or the number
 * of something pending.
 */
public final class Interpreter {
    private static final int NAME_WIDTH = 26;

    private final Session session;
    private final Presentation view;
    private final ActCommands acts;
    private final List<Command> commands = new ArrayList<>();
    private boolean ended;

    /** @param tests makes tests of what is saved */
    public Interpreter(Session session, Screen screen, SavedTests tests) {
        this.session = session;
        view = new Presentation(session, screen);
        MoveCommands moves = new MoveCommands(session, view);
        acts = new ActCommands(session, view, moves, tests);
        commands.addAll(new LookCommands(session, view).all());
        commands.addAll(moves.all());
        commands.addAll(acts.all());
        commands.add(new Command(List.of("help", "h", "?"), "help [COMMAND]", "what there is, or more about one",
                List.of(), Completion.COMMANDS, this::help));
        commands.add(new Command(List.of("quit", "q", "exit"), "quit", "end; what was not saved is gone", List.of(),
                Completion.NOTHING, this::quit));
    }

    /**
     * Carries out a line; one that is empty or begins with {@code #} does nothing.
     *
     * @return false once the session is to end
     * @throws DebuggerException where that cannot be done, with nothing changed
     */
    public boolean execute(String typed) {
        String line = typed.strip();
        if (!line.isEmpty() && !line.startsWith("#")) {
            dispatch(line);
        }
        return !ended;
    }

    /** The place, in a few words. */
    public String place() {
        return session.position() + "/" + session.timeline().size();
    }

    /** Shows the place. */
    public void where() {
        view.where();
    }

    private void dispatch(String line) {
        int space = line.indexOf(' ');
        String word = space < 0 ? line : line.substring(0, space);
        String arguments = space < 0 ? "" : line.substring(space).strip();
        Command command = named(word);
        if (Arguments.number(line)) {
            acts.handOver(line);
        } else if (command != null && !isEvent(word, arguments)) {
            command.action().accept(arguments);
        } else if (EventParser.verbs().contains(word)) {
            acts.perform(line);
        } else {
            dispatch(completed(word) + line.substring(word.length()));
        }
    }

    /** One word is both: a task's event always says which task. */
    private static boolean isEvent(String word, String arguments) {
        return EventParser.verbs().contains(word) && !arguments.isEmpty();
    }

    private Command named(String word) {
        return commands.stream().filter(c -> c.names().contains(word)).findFirst().orElse(null);
    }

    private String completed(String word) {
        List<String> starting = words().stream().filter(known -> known.startsWith(word)).toList();
        if (starting.size() == 1) {
            return starting.get(0);
        }
        throw new DebuggerException(starting.isEmpty()
                ? "unknown command '" + word + "'" + StopParser.hint(word, words()).replaceFirst(" \\(known:.*", "")
                        + "; 'help' lists them"
                : "'" + word + "' can be " + String.join(" or ", starting));
    }

    /** The words that a line can begin with, but for the short ones. */
    private Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        commands.forEach(command -> words.add(command.name()));
        words.addAll(EventParser.verbs());
        return words;
    }

    private void quit(String arguments) {
        Arguments.none(arguments);
        ended = true;
    }

    private void help(String name) {
        if (name.isEmpty()) {
            commands.forEach(command -> view.text(row(command)));
            view.text("");
            view.text("Every line of a schedule is a command, too: it happens here. For a message, timer or task its"
                    + " number in 'pending' will do, or words that only it has:");
            Faults.VOCABULARY.verbs().forEach(verb -> view.text("  " + verb.form().example()));
            view.text("Shorter: '3' hands over number 3; 'boot' boots all; 'command n1 TEXT' comes from c1;"
                    + " an unambiguous beginning of a word will do.");
            return;
        }
        Command command = named(name);
        if (command == null) {
            List<Verb> verbs = Faults.VOCABULARY.verbs().stream().filter(verb -> verb.word().equals(name)).toList();
            if (verbs.isEmpty()) {
                help(completed(name));
            }
            verbs.forEach(verb -> view.text(verb.form().example()));
            return;
        }
        view.text(command.form() + ": " + command.summary());
        command.details().forEach(line -> view.text("  " + line));
        if (command.names().size() > 1) {
            view.text("  short: " + String.join(", ", command.names().subList(1, command.names().size())));
        }
    }

    private static String row(Command command) {
        return String.format("  %-" + NAME_WIDTH + "s %s", command.form(), command.summary());
    }

    /** What the last word of an unfinished line can become. */
    public List<String> completions(String unfinished) {
        String line = unfinished.stripLeading();
        int space = line.indexOf(' ');
        if (space < 0) {
            return List.copyOf(words());
        }
        String word = line.substring(0, space);
        Command command = named(word);
        if (command != null && !isEvent(word, line.substring(space).strip())) {
            return completions(command.completes());
        }
        return switch (word) {
            case "deliver", "drop", "duplicate", "fire", "run", "corrupt" -> completions(Completion.PENDING);
            default -> EventParser.verbs().contains(word) ? session.nodes() : List.of();
        };
    }

    private List<String> completions(Completion kind) {
        return switch (kind) {
            case NOTHING -> List.of();
            case NODES -> session.nodes();
            case COMMANDS -> List.copyOf(words());
            case STRATEGIES -> ActCommands.strategies();
            case PENDING -> session.pending().stream().flatMap(PendingItem::words).distinct().toList();
            case STOPS -> stops();
        };
    }

    private List<String> stops() {
        List<String> stops = new ArrayList<>(session.timeline().kinds());
        session.nodes().forEach(node ->
                session.timeline().fields(node).forEach(field -> stops.add(node + "." + field)));
        stops.add("violation");
        return stops;
    }
}
