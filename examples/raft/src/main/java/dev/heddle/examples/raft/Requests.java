package dev.heddle.examples.raft;

import dev.heddle.raft.ChangeMembership;
import dev.heddle.raft.ClientCommand;
import dev.heddle.raft.ClientRead;
import dev.heddle.raft.TransferLeadership;
import java.util.List;

/**
 * Clients' requests as text.
 *
 * <p>{@code once X} is the command {@code X} in a session of its own, called after {@code X}: sent
 * again, it is not applied again.
 */
final class Requests {
    static final String ONCE = "once ";
    static final String READ = "read";

    private static final String FORMS = "append WORD, read, put KEY VALUE, cas KEY OLD NEW, delete KEY, get KEY,"
            + " each of the commands after 'once ', members NODE…, transfer NODE";

    private Requests() {}

    /** The message that a text stands for. */
    static Object message(String text) {
        if (text.startsWith(ONCE)) {
            String command = text.substring(ONCE.length());
            if (isCommand(command)) {
                return new ClientCommand(session(command), 1, command);
            }
        } else if (isCommand(text)) {
            return new ClientCommand(text);
        }
        String[] words = text.split(" ");
        return switch (words[0] + "/" + Math.min(words.length, 2)) {
            case "read/1" -> new ClientRead(text);
            case "get/2" -> new ClientRead(text);
            case "members/2" -> new ChangeMembership(List.of(words).subList(1, words.length));
            case "transfer/2" -> new TransferLeadership(words[1]);
            default -> throw new IllegalArgumentException(
                    "'" + text + "' is no request of raft; expected one of " + FORMS);
        };
    }

    private static String session(String command) {
        return command.replace(' ', '-');
    }

    private static boolean isCommand(String text) {
        String[] words = text.split(" ", -1);
        for (String word : words) {
            if (word.isEmpty()) {
                return false;
            }
        }
        return switch (words[0] + "/" + words.length) {
            case "append/2", "put/3", "cas/4", "delete/2" -> true;
            default -> false;
        };
    }
}
