package dev.heddle.debugger;

/** What was asked for cannot be done; one line for people says why and what to do instead. */
public final class DebuggerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DebuggerException(String message) {
        super(message);
    }
}
