package dev.heddle.harness.disk;

/**
 * Ends a handler whose node crashes in the middle of it, past whatever handles exceptions.
 *
 * <p>A {@link VirtualMachineError}, since Scala's {@code NonFatal} lets that pass in every version: no
 * supervision sees it.
 */
public final class PowerLoss extends VirtualMachineError {
    private static final long serialVersionUID = 1;

    PowerLoss() {
        super("the node crashed at this point of its handler");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
