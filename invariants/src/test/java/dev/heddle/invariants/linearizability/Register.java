package dev.heddle.invariants.linearizability;

/** Registers by name, empty at first: {@code put k v} is answered {@code ok}, {@code get k} with the value. */
final class Register implements SequentialSpec<String> {
    static final String EMPTY = "none";

    @Override
    public String initial() {
        return EMPTY;
    }

    @Override
    public String step(String state, String command, String answer) {
        String[] words = command.split(" ");
        boolean put = words[0].equals("put");
        String expected = put ? "ok" : state;
        return answer == null || answer.equals(expected) ? put ? words[2] : state : null;
    }

    @Override
    public String part(String command) {
        return command.split(" ")[1];
    }
}
