package dev.heddle.canary;


/** Starts a thread, which sends nothing. */
public final class StartsThread extends Canary {
    public StartsThread() {
        super(() -> {
            new Thread(() -> {}, "canary").start();
            return "nothing";
        });
    }
}
