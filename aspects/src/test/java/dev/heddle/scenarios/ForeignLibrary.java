package dev.heddle.scenarios;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Stands for a library that is not woven and has threads of its own. It is woven, as a matter of fact,
 * but calls the JDK by method references, which are no call sites that an aspect sees.
 */
final class ForeignLibrary {
    private ForeignLibrary() {}

    private interface Interruptible {
        void run() throws InterruptedException;
    }

    /** Runs something on another thread and waits until it is over. */
    static void callBack(Runnable body) {
        Thread thread = new Thread(body, "foreign");
        Interruptible start = thread::start;
        Interruptible join = thread::join;
        try {
            start.run();
            join.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A lock that a thread took which is no more. */
    static ReentrantLock takenLock() {
        ReentrantLock lock = new ReentrantLock();
        callBack(lock::lock);
        return lock;
    }
}
