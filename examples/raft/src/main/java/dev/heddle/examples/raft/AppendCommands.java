package dev.heddle.examples.raft;

import dev.heddle.api.Commands;
import dev.heddle.harness.random.Rng;
import dev.heddle.raft.ClientCommand;

/** The clients' commands: {@code append w1}, {@code append w2}, …, each word once. */
final class AppendCommands implements Commands {
    private static final String APPEND = "append ";

    @Override
    public String next(int count, Rng rng) {
        return APPEND + "w" + (count + 1);
    }

    @Override
    public Object message(String text) {
        if (!text.startsWith(APPEND) || text.length() == APPEND.length()) {
            throw new IllegalArgumentException("'" + text + "' is no command of raft; expected 'append WORD'");
        }
        return new ClientCommand(text);
    }
}
