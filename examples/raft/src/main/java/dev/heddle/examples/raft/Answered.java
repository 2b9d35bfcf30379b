package dev.heddle.examples.raft;

import dev.heddle.invariants.linearizability.Answers.Meaning;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the texts of a server's answers say. */
final class Answered {
    private static final Pattern COMMITTED = Pattern.compile("Committed\\{index=(\\d+)(?: result=(.*))?}");
    private static final Pattern RESULT = Pattern.compile("Result\\{(.*)}", Pattern.DOTALL);

    private Answered() {}

    /** The index at which a command is said to be committed, or 0 where the answer says no such thing. */
    static long index(String answer) {
        Matcher committed = COMMITTED.matcher(answer);
        return committed.matches() ? Long.parseLong(committed.group(1)) : 0;
    }

    /** What the state machine is said to have answered, or null where the answer does not tell. */
    static String result(String answer) {
        Matcher committed = COMMITTED.matcher(answer);
        if (committed.matches()) {
            return committed.group(2);
        }
        Matcher result = RESULT.matcher(answer);
        return result.matches() ? result.group(1) : null;
    }

    static Meaning meaning(String answer) {
        if (answer.startsWith("NotLeader{") || answer.startsWith("Refused{")) {
            return Meaning.REFUSAL;
        }
        return answer.startsWith("TransferBegun{") || answer.startsWith("SessionExpired{")
                ? Meaning.UNKNOWN : Meaning.RESULT;
    }
}
