package dev.heddle.cli.text;

/** Bad input: its message is one line that says what is wrong and how to mend it. Exit code 2. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The same, said of a file, unless it is already. */
    public UsageException about(String file) {
        return getMessage().startsWith(file) ? this : new UsageException(file + ": " + getMessage(), this);
    }
}
