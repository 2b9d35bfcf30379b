package dev.heddle.harness.world;

/**
 * Code that the user wrote for the harness threw: what issues commands, makes a node's actor, reads its
 * state, writes a message as text or checks an invariant. It is neither the target's failure nor ours.
 *
 * <p>A {@link VirtualMachineError}, so that nothing between the hook and whoever runs it takes it for
 * its own: no supervision, no invariant's guard.
 */
public final class HookError extends VirtualMachineError {
    private static final long serialVersionUID = 1L;

    private HookError(String message, Throwable cause) {
        super(message);
        initCause(cause);
    }

    /** @param hook as the user knows it, such as {@code Commands.next} */
    public static HookError threw(String hook, Throwable thrown) {
        return new HookError(hook + " threw " + thrown + topFrame(thrown), thrown);
    }

    /** The hook did not throw, but what it did cannot be. */
    public static HookError wrong(String hook, String did) {
        return new HookError(hook + " " + did, null);
    }

    /** Where it was thrown, by the first frame that is not the JDK's. */
    private static String topFrame(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        for (StackTraceElement frame : frames) {
            if (!frame.getClassName().startsWith("java.") && !frame.getClassName().startsWith("jdk.")) {
                return " (at " + frame + ")";
            }
        }
        return frames.length == 0 ? "" : " (at " + frames[0] + ")";
    }
}
