package dev.heddle.invariants.linearizability;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Small histories of one register: right ones, and ones in which an answer was changed. */
final class RandomHistory {
    private RandomHistory() {}

    static List<Operation> of(RandomGenerator random) {
        int size = 1 + random.nextInt(6);
        List<Operation> operations = new ArrayList<>();
        String state = Register.EMPTY;
        for (int i = 0; i < size; i++) {
            // Each takes effect at 100 i, so the intervals round these points have an order.
            boolean put = random.nextBoolean();
            String value = "v" + random.nextInt(3);
            String command = put ? "put k " + value : "get k";
            // No two times are the same.
            int from = 10 * (100 * i - random.nextInt(500)) + i;
            int to = 10 * (100 * i + 1 + random.nextInt(500)) + i;
            boolean answered = random.nextInt(5) > 0;
            boolean happens = answered || random.nextBoolean();
            String answer = put ? "ok" : state;
            state = put && happens ? value : state;
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
