package dev.heddle.loading;

/** A class path, class or weaving that cannot work; its message says what, where and how to mend it. */
public final class LoadingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LoadingException(String message) {
        super(message);
    }

    LoadingException(String message, Throwable cause) {
        super(message, cause);
    }
}
