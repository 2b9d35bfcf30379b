package dev.heddle.harness.world;

import dev.heddle.harness.invariant.Failure;

/** What goes wrong in a step, by the target's fault or by ours. */
final class Incidents {
    private final NodeSet nodes;
    private Failure failure;
    private RuleBreach breach;
    private boolean injecting;
    private boolean calm;

    Incidents(NodeSet nodes) {
        this.nodes = nodes;
    }

    void clear() {
        failure = null;
        breach = null;
        calm = true;
        injecting = false;
    }

    void nextStep(Action action) {
        failure = null;
        calm &= action instanceof Pending || action.toEvent().calm();
    }

    /** Something is lost that nobody took for a fault. */
    void lost() {
        calm = false;
    }

    /** True as long as no action was a fault. */
    boolean calm() {
        return calm;
    }

    /** What the step made a node throw, or null. */
    Failure failure() {
        return failure;
    }

    /** The first one counts; what follows from an injected fault does not, nor what comes from a node that is down. */
    void failed(Failure uncaught) {
        boolean mute = uncaught.node() >= 0 && !nodes.all().get(uncaught.node()).up();
        if (failure == null && !mute && !InjectedException.causes(uncaught.cause())) {
            failure = uncaught;
        }
    }

    /** How the target broke the rules, or null. */
    RuleBreach breach() {
        return breach;
    }

    /** The first one counts. */
    void breach(RuleBreach broken) {
        if (breach == null) {
            breach = broken;
        }
    }

    /** From now on the first handler that is entered throws. */
    void inject() {
        injecting = true;
    }

    /** True where none did. */
    boolean withdraw() {
        boolean unused = injecting;
        injecting = false;
        return unused;
    }

    /** A handler is entered. */
    void enters() {
        if (injecting) {
            injecting = false;
            throw new InjectedException();
        }
    }
}
