package dev.heddle.minimizer.engine;

import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Pending;
import dev.heddle.harness.world.World;
import dev.heddle.minimizer.EventShape;
import dev.heddle.minimizer.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notes at each step what it takes to tell causes afterwards: two numbers. */
final class Causes implements StepListener {
    private int[] bornUntil = new int[64];
    private int[] acted = new int[64];
    private final List<Action> performed = new ArrayList<>();
    private int steps;

    void clear() {
        steps = 0;
        performed.clear();
    }

    @Override
    public void stepped(Action action, World world) {
        if (steps == acted.length) {
            bornUntil = Arrays.copyOf(bornUntil, steps * 2);
            acted = Arrays.copyOf(acted, steps * 2);
        }
        bornUntil[steps] = world.history().size();
        acted[steps++] = world.acted();
        performed.add(action);
    }

    /** What was done after so many steps, by name. */
    List<Event> after(int chosen) {
        return performed.subList(chosen, performed.size()).stream().map(Action::toEvent).toList();
    }

    /** The steps of these events, with which the execution that is over began. */
    List<Step> steps(World world, List<Event> events) {
        List<Pending> born = world.history().born();
        Map<Event, Integer> births = new HashMap<>();
        List<Step> result = new ArrayList<>(events.size());
        int before = 0;
        for (int i = 0; i < events.size(); i++) {
            int cause = births.getOrDefault(EventShape.handover(events.get(i)), -1);
            List<Event> own = born.subList(before, bornUntil[i]).stream().map(Pending::toEvent).toList();
            for (Event birth : own) {
                births.put(birth, i);
            }
            result.add(new Step(acted[i] < 0 ? null : world.name(acted[i]), cause, own));
            before = bornUntil[i];
        }
        return result;
    }
}
