package dev.heddle.examples.bank;

import dev.heddle.invariants.linearizability.Answers.Meaning;
import dev.heddle.invariants.linearizability.SequentialSpec;

/** What customers may be told if they are served one after the other: the state is the balance. */
final class AccountSpec implements SequentialSpec<Integer> {
    static final String BALANCE = "balance";
    static final String DEPOSIT = "deposit ";

    @Override
    public Integer initial() {
        return 0;
    }

    @Override
    public Integer step(Integer balance, String command, String answer) {
        int after = balance + amount(command);
        return answer == null || answer.equals("balance " + after) ? after : null;
    }

    /** What a command pays in. */
    static int amount(String command) {
        return command.equals(BALANCE) ? 0 : Integer.parseInt(command.substring(DEPOSIT.length()));
    }

    static Meaning meaning(String answer) {
        return switch (answer) {
            case Teller.TRY_AGAIN -> Meaning.REFUSAL;
            case Teller.UNKNOWN -> Meaning.UNKNOWN;
            default -> Meaning.RESULT;
        };
    }
}
