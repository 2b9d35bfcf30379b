package dev.heddle.raft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A list of words that only grows: {@code append w7} adds {@code w7} and results in its position,
 * counted from 1; any other command does nothing. The question {@code read} is answered with all words.
 */
public final class WordList implements StateMachine {

    private static final String APPEND = "append ";

    private final List<String> words = new ArrayList<>();

    @Override
    public String apply(long index, String command) {
        if (!command.startsWith(APPEND)) {
            return "unknown command";
        }
        words.add(command.substring(APPEND.length()));
        return Integer.toString(words.size());
    }

    @Override
    public String query(String query) {
        return query.equals("read") ? words.toString() : "unknown query";
    }

    @Override
    public String snapshot() {
        StringBuilder text = new StringBuilder();
        words.forEach(word -> SnapshotText.add(text, word));
        return text.toString();
    }

    @Override
    public void restore(String data) {
        words.clear();
        words.addAll(SnapshotText.split(data));
    }

    /** The words so far, as a view. */
    public List<String> words() {
        return Collections.unmodifiableList(words);
    }
}
