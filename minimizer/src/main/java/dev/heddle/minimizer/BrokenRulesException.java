package dev.heddle.minimizer;

import dev.heddle.harness.world.RuleBreach;

/** The target broke the harness's rules in a candidate, so nobody knows what that shows. */
public final class BrokenRulesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RuleBreach breach;

    public BrokenRulesException(RuleBreach breach) {
        super(breach.what(), breach.culprit());
        this.breach = breach;
    }

    public RuleBreach breach() {
        return breach;
    }
}
