package dev.heddle.canary;


/** Sleeps in a handler. */
public final class Sleeps extends Canary {
    public Sleeps() {
        super(Sleeps::sleep);
    }

    private static Object sleep() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "rested";
    }
}
