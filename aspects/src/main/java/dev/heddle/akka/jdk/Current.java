package dev.heddle.akka.jdk;

/**
 * The engine whose code a thread is running, or none.
 *
 * <p>An engine keeps the holder of its thread, so that entering and leaving is a plain store.
 */
public final class Current {
    private static final ThreadLocal<Current> OF_THREAD = ThreadLocal.withInitial(Current::new);

    private Controller controller;

    private Current() {}

    /** The holder of the calling thread. */
    public static Current ofThread() {
        return OF_THREAD.get();
    }

    /** The engine whose code the calling thread is running, or null. */
    public static Controller controller() {
        return OF_THREAD.get().controller;
    }

    /** From now on, until it is told otherwise, the thread runs the code of this engine; null for none. */
    public void set(Controller running) {
        controller = running;
    }

    /** The engine whose code this holder's thread is running, or null. */
    public Controller get() {
        return controller;
    }
}
