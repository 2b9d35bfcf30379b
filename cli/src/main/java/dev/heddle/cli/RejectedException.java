package dev.heddle.cli;

import dev.heddle.harness.world.RuleBreach;

/** The target broke the harness's rules before anything of it ran. */
final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient RuleBreach breach;

    RejectedException(RuleBreach breach) {
        super(breach.what());
        this.breach = breach;
    }

    RuleBreach breach() {
        return breach;
    }
}
