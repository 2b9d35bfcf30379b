package dev.heddle.canary;


/** Never returns from a handler. */
public final class Loops extends Canary {
    public Loops() {
        super(() -> {
            long turns = 0;
            while (turns >= 0) {
                turns = turns + 1 & 0xffff;
            }
            return turns;
        });
    }
}
