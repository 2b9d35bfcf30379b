package dev.heddle.debugger;

import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.run.TraceWriter;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Pending;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes down an execution, one moment a step. */
final class Recorder implements StepListener {
    private final List<Moment> moments = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final TraceWriter writer = new TraceWriter(lines::add);
    private int bornBefore;
    private int chosenBefore;

    @Override
    public void stepped(Action action, World world) {
        lines.clear();
        writer.stepped(action, world);
        List<String> effects = lines.subList(1, lines.size()).stream().map(String::strip).toList();
        int chosen = world.history().performed().size();
        List<Pending> born = world.history().born();
        List<Event> own = born.subList(bornBefore, born.size()).stream().map(Pending::toEvent).toList();
        String node = world.acted() < 0 ? null : world.name(world.acted());
        Map<String, String> state = node == null ? Map.of() : writer.state(world.acted());
        moments.add(new Moment(action.toEvent(), chosen == chosenBefore, node, state, own, effects));
        bornBefore = born.size();
        chosenBefore = chosen;
    }

    List<Moment> moments() {
        return List.copyOf(moments);
    }
}
