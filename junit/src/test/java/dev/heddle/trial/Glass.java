package dev.heddle.trial;

import akka.actor.AbstractActor;
import java.util.List;

/** Is filled drop by drop, and holds three. */
final class Glass extends AbstractActor {
    static final int HOLDS = 3;

    private final List<String> bugs;
    private int drops;

    Glass(List<String> bugs) {
        this.bugs = bugs;
    }

    int drops() {
        return drops;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder().matchEquals("pour", pour -> poured()).build();
    }

    private void poured() {
        long turns = 0;
        while (bugs.contains(GlassScenario.HANGS) && turns >= 0) {
            turns = turns + 1 & 0xffff;
        }
        if (drops < HOLDS || bugs.contains(GlassScenario.SPILLS)) {
            drops++;
        }
    }
}
