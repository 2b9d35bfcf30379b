package dev.heddle.examples.raft;

import dev.heddle.raft.ChangeMembership;
import dev.heddle.raft.ClientCommand;
import dev.heddle.raft.ClientRead;
import dev.heddle.raft.OpenSession;
import dev.heddle.raft.TransferLeadership;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Clients' requests as text.
 *
 * <p>{@code once X} is the command {@code X} in a session of its own, called after {@code X}: sent
 * again, it is not applied again. Where sessions are limited they are called by the index at which they were opened,
 * which nobody knows beforehand: then a command that ends with an even number is tried in the session called by half
 * of it, which is no other command's. With luck that index is behind, and a session was opened there.
 */
final class Requests {
    static final String ONCE = "once ";
    static final String READ = "read";
    static final String OPEN = "open";
    private static final Pattern EVEN_NUMBER = Pattern.compile("[0-9]{0,17}[02468]$");

    private static final String FORMS = "append WORD, read, put KEY VALUE, cas KEY OLD NEW, delete KEY, get KEY,"
            + " each of the commands after 'once ', open, members NODE…, transfer NODE";

    private Requests() {}

    /** The message that a text stands for. */
    static Object message(String text, boolean limitedSessions) {
        if (text.startsWith(ONCE)) {
            String command = text.substring(ONCE.length());
            if (isCommand(command)) {
                return new ClientCommand(limitedSessions ? tried(command) : session(command), 1, command);
            }
        } else if (isCommand(text)) {
            return new ClientCommand(text);
        }
        String[] words = text.split(" ");
        return switch (words[0] + "/" + Math.min(words.length, 2)) {
            case "read/1" -> new ClientRead(text);
            case "open/1" -> new OpenSession();
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

    private static String tried(String command) {
        Matcher number = EVEN_NUMBER.matcher(command);
        return number.find() ? Long.toString(Long.parseLong(number.group()) / 2) : session(command);
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
