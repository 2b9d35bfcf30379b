package dev.heddle.harness.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Command;
import dev.heddle.harness.invariant.ClientEvent.Answered;
import dev.heddle.harness.invariant.ClientEvent.Invoked;
import dev.heddle.harness.invariant.ClientEvent;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;
import dev.heddle.harness.toy.Bench;
import dev.heddle.harness.toy.Letter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers find their commands. */
class ClientHistoryTest {
    private final Bench bench = Bench.up(2, NetworkKind.UDP);
    private final World world = bench.world;

    private void command(String client, String node, String text) {
        bench.apply(new Command(client, node, text));
    }

    private Message pending(String client, String node) {
        return world.channel(client, node).get(0);
    }

    @Test
    void eachCommandIsAnOperation() {
        command("c1", "n1", "a");
        command("c1", "n2", "a");
        assertEquals(List.of(new Invoked(0, "c1", 0, "a"), new Invoked(1, "c1", 1, "a")), world.clients());
        assertEquals(1, pending("c1", "n2").operation());
    }

    @Test
    void anAnswerSaysWhichOperationItAnswers() {
        command("c1", "n1", "a");
        command("c2", "n1", "b");
        world.port().respond(new Response(bench.at("n2"), world.client("c2"), 1, "done"));
        world.port().respond(new Response(bench.at("n2"), world.client("c2"), Response.NO_OPERATION, "by the way"));
        List<ClientEvent> events = world.clients();
        assertEquals(List.of(new Answered(1, "c2", 1, "done")), events.subList(2, events.size()));
    }

    @Test
    void aNodeThatIsDownAnswersNothing() {
        command("c1", "n1", "a");
        bench.crash("n1");
        world.port().respond(new Response(bench.at("n1"), world.client("c1"), 0, "done"));
        assertEquals(1, world.clients().size());
    }

    @Test
    void aDoubledCommandIsOneOperationAndADoubledMessageNone() {
        command("c1", "n1", "a");
        bench.duplicate(pending("c1", "n1"));
        Letter between = bench.send("n1", "n2", "m");
        bench.duplicate(between);
        assertEquals(List.of(new Invoked(0, "c1", 0, "a"), new Invoked(0, "c1", 0, "a")), world.clients());
        assertEquals(0, world.channel("c1", "n1").get(1).operation());
    }

    @Test
    void aRetryOfTheSameClientIsTheSameOperation() {
        World other = new World(
                new WorldOptions(List.of("n1"), NetworkKind.FIFO, Timing.ASYNCHRONOUS, java.time.Duration.ZERO));
        other.connect(new Naming());
        other.apply(new Boot("n1"));
        for (String client : List.of("c1", "c2", "c1")) {
            other.apply(new Command(client, "n1", "session 1"));
        }
        assertEquals(List.of(0, 1, 0), other.clients().stream().map(ClientEvent::operation).toList());
        other.reset(1);
        assertEquals(List.of(), other.clients());
    }

    private static final class Naming implements TargetSystem {
        @Override
        public void start(Node node) {}

        @Override
        public void stop(Node node) {}

        @Override
        public Message command(Endpoint client, Node node, String text, int operation) {
            return new Letter(client, node.endpoint(), text, letter -> {});
        }

        @Override
        public String operation(String text) {
            return text;
        }

        @Override
        public NodeView view(Node node) {
            return null;
        }

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }
}
