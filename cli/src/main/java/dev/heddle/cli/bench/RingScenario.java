package dev.heddle.cli.bench;

import dev.heddle.api.Definition;
import dev.heddle.api.Scenario;
import dev.heddle.api.Setup;
import java.util.List;
import java.util.stream.IntStream;

/** The ring under test: one token per node. Public, as every scenario, to be made by reflection. */
public final class RingScenario implements Scenario {
    @Override
    public Definition define(Setup setup) {
        List<String> nodes =
                IntStream.rangeClosed(1, setup.nodes()).mapToObj(i -> "n" + i).toList();
        long[] delivered = {0};
        return Definition.of(nodes, node -> {
            String next = nodes.get((nodes.indexOf(node.name()) + 1) % nodes.size());
            return RingActor.props(() -> node.node(next), delivered);
        }).build();
    }
}
