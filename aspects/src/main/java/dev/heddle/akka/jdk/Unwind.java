package dev.heddle.akka.jdk;

/**
 * Ends the running step past every handler and supervisor.
 *
 * <p>A {@link VirtualMachineError}, since Scala's {@code NonFatal} lets that pass in every version.
 */
public final class Unwind extends VirtualMachineError {
    private static final long serialVersionUID = 1;

    public Unwind(String message) {
        super(message);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
