package dev.heddle.raft;

/**
 * A storage cannot do what it is asked. A server whose storage throws this stops: what it has not
 * made durable it must not act on, and what a failed write left behind it cannot know.
 */
public class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
