package dev.heddle.examples.register;

/** What clients ask of a register; any node takes it. */
sealed interface Request {
    /** The answer to a write. */
    String DONE = "done";
    /** What a register holds before the first write. */
    String NOTHING = "nothing";

    /** To be answered by {@link #DONE}. */
    record Write(String value) implements Request {}

    /** To be answered by the value. */
    record Read() implements Request {}
}
