package dev.heddle.examples.cluster;

import dev.heddle.raft.StateMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A server's state machine into which other threads may look, whatever becomes of the server. */
final class Watched<M extends StateMachine> implements StateMachine {

    private record Condition<M>(Predicate<M> test, CompletableFuture<Void> met) {
    }

    private final Supplier<M> factory;
    private final List<Condition<M>> conditions = new ArrayList<>();
    private M machine;
    private long lastApplied;

    Watched(Supplier<M> factory) {
        this.factory = factory;
        this.machine = factory.get();
    }

    /** A server starts, and its state machine anew. */
    synchronized StateMachine started() {
        machine = factory.get();
        lastApplied = 0;
        return this;
    }

    /** The index of the last command that the machine was given. */
    synchronized long lastApplied() {
        return lastApplied;
    }

    /** What the machine says now. */
    synchronized <T> T read(Function<M, T> question) {
        return question.apply(machine);
    }

    /** Completes as soon as the machine is in such a state. */
    synchronized CompletableFuture<Void> when(Predicate<M> test) {
        Condition<M> condition = new Condition<>(test, new CompletableFuture<>());
        conditions.add(condition);
        check();
        return condition.met();
    }

    private void check() {
        conditions.removeIf(condition -> condition.test().test(machine) && condition.met().complete(null));
    }

    @Override
    public synchronized String apply(long index, String command) {
        String result = machine.apply(index, command);
        lastApplied = index;
        check();
        return result;
    }

    @Override
    public synchronized String query(String query) {
        return machine.query(query);
    }

    @Override
    public synchronized String snapshot() {
        return machine.snapshot();
    }

    @Override
    public synchronized void restore(String data) {
        machine.restore(data);
        check();
    }
}
