package dev.heddle.invariants.linearizability;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Small histories of one register: right ones, and ones in which an answer was changed. */
final class RandomHistory {
    /** What is done to a register; reads and writes where nothing else is said. */
    private static final List<String> READ_AND_WRITE = List.of("get", "put");

    private static final List<String> ANYTHING = List.of("get", "get", "put", "put", "swap", "add");

    private RandomHistory() {}

    /** Reads and writes, most of them answered. */
    static List<Operation> of(RandomGenerator random) {
        return of(random, READ_AND_WRITE, 6, 5);
    }

    /** Operations of every kind, many of them never answered. */
    static List<Operation> wild(RandomGenerator random) {
        return of(random, ANYTHING, 9, 2 + random.nextInt(4));
    }

    private static List<Operation> of(RandomGenerator random, List<String> verbs, int most, int answeredOf) {
        int size = 1 + random.nextInt(most);
        List<Operation> operations = new ArrayList<>();
        String state = Register.EMPTY;
        for (int i = 0; i < size; i++) {
            // Each takes effect at 100 i, so the intervals round these points have an order.
            String verb = verbs.get(random.nextInt(verbs.size()));
            String command = verb + (verb.equals("get") ? " k" : " k v" + random.nextInt(3));
            // No two times are the same.
            int from = 10 * (100 * i - random.nextInt(500)) + i;
            int to = 10 * (100 * i + 1 + random.nextInt(500)) + i;
            boolean answered = random.nextInt(answeredOf) > 0;
            boolean happens = answered || random.nextBoolean();
            String answer = Register.answer(state, command);
            state = happens ? Register.after(state, command) : state;
            String client = "c" + i;
            operations.add(answered
                    ? new Operation(client, command, from, to, changed(answer, random))
                    : Operation.pending(client, command, from));
        }
        return operations;
    }

    private static String changed(String answer, RandomGenerator random) {
        return answer.equals("ok") || random.nextInt(3) > 0 ? answer : "v" + random.nextInt(3);
    }
}
