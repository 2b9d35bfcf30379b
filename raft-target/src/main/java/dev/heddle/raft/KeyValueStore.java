package dev.heddle.raft;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A map from keys to values, both without spaces.
 *
 * <table>
 * <caption>Commands and their results</caption>
 * <tr><td>{@code put k v}</td><td>{@code ok}</td></tr>
 * <tr><td>{@code cas k a b}</td><td>{@code ok} if the value was {@code a} and now is {@code b}, else
 * {@code failed}</td></tr>
 * <tr><td>{@code delete k}</td><td>{@code ok}, or {@code none} if there was no value</td></tr>
 * <tr><td>{@code get k}, also as a question</td><td>the value, or {@code none}</td></tr>
 * </table>
 */
public final class KeyValueStore implements StateMachine {

    private static final String OK = "ok";
    private static final String NONE = "none";

    private final SortedMap<String, String> values = new TreeMap<>();

    @Override
    public String apply(long index, String command) {
        String[] words = command.split(" ");
        return switch (words[0] + "/" + words.length) {
            case "put/3" -> {
                values.put(words[1], words[2]);
                yield OK;
            }
            case "cas/4" -> values.replace(words[1], words[2], words[3]) ? OK : "failed";
            case "delete/2" -> values.remove(words[1]) == null ? NONE : OK;
            default -> query(command);
        };
    }

    @Override
    public String query(String query) {
        String[] words = query.split(" ");
        return words.length == 2 && words[0].equals("get") ? values.getOrDefault(words[1], NONE) : "unknown command";
    }

    @Override
    public String snapshot() {
        StringBuilder text = new StringBuilder();
        values.forEach((key, value) -> {
            SnapshotText.add(text, key);
            SnapshotText.add(text, value);
        });
        return text.toString();
    }

    @Override
    public void restore(String data) {
        values.clear();
        List<String> items = SnapshotText.split(data);
        for (int i = 0; i < items.size(); i += 2) {
            values.put(items.get(i), items.get(i + 1));
        }
    }

    /** The keys and values so far, as a view. */
    public Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }
}
