package dev.heddle.raft;

import java.util.ArrayList;
import java.util.List;

/** Lists of strings as one string: each is followed by a line feed, and escaped where it holds one. */
final class SnapshotText {

    private SnapshotText() {
    }

    static void add(StringBuilder text, String item) {
        for (int i = 0; i < item.length(); i++) {
            char c = item.charAt(i);
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\\' -> text.append("\\\\");
                default -> text.append(c);
            }
        }
        text.append('\n');
    }

    static List<String> split(String text) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                items.add(item.toString());
                item.setLength(0);
            } else if (c == '\\' && i + 1 < text.length()) {
                i++;
                item.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
            } else {
                item.append(c);
            }
        }
        return items;
    }
}
