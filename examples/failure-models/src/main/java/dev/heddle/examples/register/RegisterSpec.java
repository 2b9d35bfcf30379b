package dev.heddle.examples.register;

import dev.heddle.invariants.linearizability.SequentialSpec;

/** What clients may be told if there is one register: its state is its value. */
final class RegisterSpec implements SequentialSpec<String> {
    static final String READ = "read";
    static final String WRITE = "write ";

    @Override
    public String initial() {
        return Request.NOTHING;
    }

    @Override
    public String step(String value, String command, String answer) {
        if (command.startsWith(WRITE)) {
            return command.substring(WRITE.length());
        }
        return answer == null || answer.equals(value) ? value : null;
    }
}
