package dev.heddle.examples.raft;

import dev.heddle.invariants.linearizability.SequentialSpec;
import dev.heddle.raft.StateMachine;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What clients may be told if there is one copy of the data: the state machine itself, one request after
 * the other, where what is asked for {@code once} is done once.
 *
 * <p>The machine's own text is its state, so whatever machine the servers run can be checked.
 */
final class DataSpec implements SequentialSpec<DataSpec.State> {
    private static final String ADMINISTRATION = "administration";

    private final Supplier<? extends StateMachine> machine;
    private final boolean keys;

    /** @param keys whether each request concerns the key that is its second word, and nothing else */
    DataSpec(Supplier<? extends StateMachine> machine, boolean keys) {
        this.machine = machine;
        this.keys = keys;
    }

    /**
     * One copy.
     *
     * @param data the machine's text
     * @param done the results of what was asked for once
     */
    record State(String data, SortedMap<String, String> done) {}

    @Override
    public State initial() {
        return new State(machine.get().snapshot(), new TreeMap<>());
    }

    @Override
    public State step(State state, String request, String answer) {
        if (part(request).equals(ADMINISTRATION)) {
            return state;
        }
        boolean once = request.startsWith(Requests.ONCE);
        String command = once ? request.substring(Requests.ONCE.length()) : request;
        String known = once ? state.done.get(command) : null;
        StateMachine copy = machine.get();
        copy.restore(state.data);
        String result = known != null ? known : isRead(command) ? copy.query(command) : copy.apply(0, command);
        String told = answer == null ? null : Answered.result(answer);
        if (told != null && !told.equals(result)) {
            return null;
        }
        return known != null || isRead(command)
                ? state
                : new State(copy.snapshot(), with(state.done, once, command, result));
    }

    private static SortedMap<String, String> with(
            SortedMap<String, String> done, boolean once, String command, String result) {
        if (!once) {
            return done;
        }
        SortedMap<String, String> more = new TreeMap<>(done);
        more.put(command, result);
        return Collections.unmodifiableSortedMap(more);
    }

    static boolean isRead(String command) {
        return command.equals(Requests.READ) || command.startsWith("get ");
    }

    @Override
    public String part(String request) {
        if (request.startsWith("members ") || request.startsWith("transfer ") || request.equals(Requests.OPEN)) {
            return ADMINISTRATION;
        }
        String[] words = request.split(" ");
        return !keys ? "" : words[request.startsWith(Requests.ONCE) ? 2 : 1];
    }
}
