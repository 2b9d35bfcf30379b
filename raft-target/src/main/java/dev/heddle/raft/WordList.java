package dev.heddle.raft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list of words that only grows: {@code append w7} adds {@code w7}, and any other command does nothing. */
public final class WordList implements StateMachine {

    private static final String APPEND = "append ";

    private final List<String> words = new ArrayList<>();

    @Override
    public void apply(long index, String command) {
        if (command.startsWith(APPEND)) {
            words.add(command.substring(APPEND.length()));
        }
    }

    /** The words so far, as a view. */
    public List<String> words() {
        return Collections.unmodifiableList(words);
    }
}
