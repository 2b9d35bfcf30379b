package dev.heddle.invariants.linearizability;

/**
 * Registers by name, empty at first: {@code put k v} is answered {@code ok}, {@code get k} with the value,
 * {@code swap k v} with the one before, {@code add k v} with the one that got longer.
 */
final class Register implements SequentialSpec<String> {
    static final String EMPTY = "none";

    @Override
    public String initial() {
        return EMPTY;
    }

    @Override
    public String step(String state, String command, String answer) {
        return answer == null || answer.equals(answer(state, command)) ? after(state, command) : null;
    }

    static String after(String state, String command) {
        String[] words = command.split(" ");
        return switch (words[0]) {
            case "put", "swap" -> words[2];
            case "add" -> state + words[2];
            default -> state;
        };
    }

    static String answer(String state, String command) {
        return switch (command.split(" ")[0]) {
            case "put" -> "ok";
            case "add" -> after(state, command);
            default -> state;
        };
    }

    static boolean isRead(String command) {
        return command.startsWith("get ");
    }

    @Override
    public String part(String command) {
        return command.split(" ")[1];
    }
}
