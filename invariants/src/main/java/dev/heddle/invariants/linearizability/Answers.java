package dev.heddle.invariants.linearizability;

/** What the answers mean that clients get. */
@FunctionalInterface
public interface Answers {
    /** What an answer says about its operation. */
    enum Meaning {
        /** It took effect, and the answer is its result. */
        RESULT,
        /** It had no effect and never will have one. */
        REFUSAL,
        /** It may or may not have taken effect, or may do so later. */
        UNKNOWN
    }

    /** The meaning of an answer. */
    Meaning of(String answer);
}
