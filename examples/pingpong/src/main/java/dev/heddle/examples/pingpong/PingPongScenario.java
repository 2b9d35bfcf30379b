package dev.heddle.examples.pingpong;

import akka.actor.Props;
import dev.heddle.api.Commands;
import dev.heddle.api.Definition;
import dev.heddle.api.Scenario;
import dev.heddle.api.SeededBug;
import dev.heddle.api.Setup;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.random.Rng;
import java.util.List;
import java.util.function.BiConsumer;

/** Two nodes, {@code ping} and {@code pong}; no more balls may come back than were served. */
public final class PingPongScenario implements Scenario {
    private static final SeededBug EAGER =
            new SeededBug("pong-eager", "pong returns every third ball twice");

    /** What is to be seen of ping. */
    record PingView(int served, int returned) implements NodeView {
        @Override
        public void fields(BiConsumer<String, Object> field) {
            field.accept("served", served);
            field.accept("returned", returned);
        }
    }

    @Override
    public Definition define(Setup setup) {
        boolean eager = setup.bugs().contains(EAGER.id());
        return Definition.of(List.of("ping", "pong"), node -> node.name().equals("ping")
                        ? Props.create(Ping.class, () -> new Ping(node.node("pong")))
                        : Props.create(Pong.class, () -> new Pong(eager)))
                .commands(new Serves())
                .view((node, actor) -> actor instanceof Ping ping
                        ? new PingView(ping.served(), ping.returned())
                        : null)
                .invariants(List.of(new NoBallFromNowhere()))
                .build();
    }

    @Override
    public List<SeededBug> bugs() {
        return List.of(EAGER);
    }

    /** Clients tell ping to serve. */
    private static final class Serves implements Commands {
        @Override
        public String next(int count, Rng rng) {
            return "serve";
        }

        @Override
        public Object message(String text) {
            if (!text.equals("serve")) {
                throw new IllegalArgumentException("'" + text + "' is no command of pingpong; the only one is 'serve'");
            }
            return text;
        }
    }

    /** At most as many balls come back as were served. */
    private static final class NoBallFromNowhere implements Invariant {
        @Override
        public String id() {
            return "no-ball-from-nowhere";
        }

        @Override
        public Monitor newMonitor() {
            return (cluster, acted) -> acted >= 0 && cluster.view(acted) instanceof PingView ping
                            && ping.returned() > ping.served()
                    ? Violation.of(id(), List.of(cluster.name(acted)),
                            "ping served " + ping.served() + " and got back " + ping.returned())
                    : null;
        }
    }
}
