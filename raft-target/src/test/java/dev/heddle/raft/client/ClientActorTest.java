package dev.heddle.raft.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import akka.actor.Props;
import com.typesafe.config.ConfigFactory;
import dev.heddle.raft.ClientCommand;
import dev.heddle.raft.ClientRead;
import dev.heddle.raft.ClientReply;
import dev.heddle.raft.ClientReply.Committed;
import dev.heddle.raft.ClientReply.NotLeader;
import dev.heddle.raft.OpenSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against servers that the test plays. */
class ClientActorTest {

    private static final List<String> SERVERS = List.of("n1", "n2", "n3");
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(5);

    private final Map<String, ActorRef> actors = new ConcurrentHashMap<>();
    private final BlockingQueue<Received> atServers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Received> atAsker = new LinkedBlockingQueue<>();
    private ActorSystem system;
    private ActorRef asker;

    /** What an actor was sent, and by whom. */
    private record Received(String actor, Object message, ActorRef sender) {
    }

    private static final class Probe extends AbstractActor {
        private final String name;
        private final BlockingQueue<Received> received;

        Probe(String name, BlockingQueue<Received> received) {
            this.name = name;
            this.received = received;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder().matchAny(m -> received.add(new Received(name, m, getSender()))).build();
        }
    }

    @BeforeEach
    void start() {
        system = ActorSystem.create("client", ConfigFactory.parseString("akka.loglevel = OFF")
                .withFallback(ConfigFactory.load()));
        for (String server : SERVERS) {
            actors.put(server, probe(server, atServers));
        }
        asker = probe("asker", atAsker);
    }

    private ActorRef probe(String name, BlockingQueue<Received> received) {
        return system.actorOf(Props.create(Probe.class, () -> new Probe(name, received)), name);
    }

    @AfterEach
    void stop() throws Exception {
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private ActorRef client(Duration attemptTimeout, Duration pause) {
        return system.actorOf(ClientActor.props(ClientConfig.of("c", SERVERS, actors::get)
                .withAttemptTimeout(attemptTimeout).withPause(pause)));
    }

    private static Received next(BlockingQueue<Received> queue) throws InterruptedException {
        Received received = queue.poll(30, TimeUnit.SECONDS);
        assertNotNull(received, "nothing came");
        return received;
    }

    private void answer(Received request, ClientReply reply) {
        request.sender().tell(reply, actors.get(request.actor()));
    }

    @Test
    void itFollowsHintsAndRemembersTheLeader() throws Exception {
        ActorRef client = client(NEVER, NEVER);
        client.tell(new ClientActor.Command("append w1"), asker);
        Received first = next(atServers);
        assertEquals("n1", first.actor());
        answer(first, new NotLeader("n3"));
        Received second = next(atServers);
        assertEquals("n3", second.actor());
        assertEquals(first.message(), second.message());
        answer(second, new Committed(7, "1"));
        assertEquals(new Committed(7, "1"), next(atAsker).message());
        client.tell(ClientActor.WhoLeads.INSTANCE, asker);
        assertEquals("n3", next(atAsker).message());
        client.tell(new ClientActor.Query("read"), asker);
        Received third = next(atServers);
        assertEquals("n3", third.actor());
        assertEquals("read", ((ClientRead) third.message()).query());
        answer(third, new ClientReply.Result("[w1]"));
        assertEquals(new ClientReply.Result("[w1]"), next(atAsker).message());
    }

    @Test
    void itAsksOthersWithTheSameNumberWhileThereIsNoAnswer() throws Exception {
        ActorRef client = client(SOON, SOON);
        client.tell(new ClientActor.Command("append w1"), asker);
        Received first = next(atServers);
        Received second = next(atServers);
        Received third = next(atServers);
        assertEquals(List.of("n1", "n2", "n3"), List.of(first.actor(), second.actor(), third.actor()));
        assertEquals(first.message(), third.message());
        answer(third, new NotLeader(null));
        Received fourth = next(atServers);
        assertEquals(first.message(), fourth.message());
        answer(fourth, new Committed(1, "1"));
        assertEquals(new Committed(1, "1"), next(atAsker).message());
    }

    @Test
    void aServerThatIsGoneIsPassedOver() throws Exception {
        actors.remove("n1");
        client(NEVER, SOON).tell(new ClientActor.Command("append w1"), asker);
        assertEquals("n2", next(atServers).actor());
    }

    @Test
    void requestsAreNumberedAndWaitForTheOneBefore() throws Exception {
        ActorRef client = client(NEVER, NEVER);
        client.tell(new ClientActor.Command("a"), asker);
        client.tell(new ClientActor.Command("b"), asker);
        Received first = next(atServers);
        assertTrue(atServers.isEmpty());
        answer(first, new Committed(1, "1"));
        Received second = next(atServers);
        ClientCommand a = (ClientCommand) first.message();
        ClientCommand b = (ClientCommand) second.message();
        assertEquals(List.of("a", 1L, "b", 2L), List.of(a.text(), a.sequence(), b.text(), b.sequence()));
        assertEquals(a.session(), b.session());
        assertTrue(a.session().startsWith("c-"), a.session());
    }

    @Test
    void aLateSecondAnswerIsNotTakenForTheNext() throws Exception {
        ActorRef client = client(NEVER, NEVER);
        client.tell(new ClientActor.Command("a"), asker);
        client.tell(new ClientActor.Command("b"), asker);
        Received first = next(atServers);
        answer(first, new Committed(1, "first"));
        answer(first, new Committed(1, "first again"));
        Received second = next(atServers);
        answer(first, new Committed(1, "and again"));
        answer(second, new Committed(2, "second"));
        assertEquals(new Committed(1, "first"), next(atAsker).message());
        assertEquals(new Committed(2, "second"), next(atAsker).message());
    }

    @Test
    void hintsInACircleEndInAPause() throws Exception {
        client(NEVER, NEVER).tell(new ClientActor.Command("a"), asker);
        int attempts = 0;
        for (Received request = next(atServers); attempts <= SERVERS.size(); attempts++) {
            answer(request, new NotLeader(request.actor().equals("n1") ? "n2" : "n1"));
            if (attempts < SERVERS.size()) {
                request = next(atServers);
            }
        }
        assertEquals(SERVERS.size() + 1, attempts);
        client(NEVER, NEVER).tell(new ClientActor.Command("of another client"), asker);
        assertEquals("of another client", ((ClientCommand) next(atServers).message()).text());
    }

    @Test
    void eachClientHasASessionOfItsOwn() throws Exception {
        client(NEVER, NEVER).tell(new ClientActor.Command("a"), asker);
        client(NEVER, NEVER).tell(new ClientActor.Command("a"), asker);
        assertNotEquals(((ClientCommand) next(atServers).message()).session(),
                ((ClientCommand) next(atServers).message()).session());
    }

    @Test
    void itOpensASessionAndAnotherOnceThatHasExpired() throws Exception {
        ActorRef client = system.actorOf(ClientActor.props(ClientConfig.of("c", SERVERS, actors::get)
                .withAttemptTimeout(NEVER).withPause(NEVER).withOpenedSessions()));
        client.tell(new ClientActor.Query("read"), asker);
        client.tell(new ClientActor.Command("a"), asker);
        client.tell(new ClientActor.Command("b"), asker);
        client.tell(new ClientActor.Command("c"), asker);
        Received read = next(atServers);
        assertEquals("read", ((ClientRead) read.message()).query());
        answer(read, new ClientReply.Result("[]"));
        assertEquals(new ClientReply.Result("[]"), next(atAsker).message());

        Received open = next(atServers);
        assertEquals(new OpenSession(), open.message());
        answer(open, new Committed(4, "4"));
        Received a = next(atServers);
        assertEquals(List.of("4", "a"), sessionAndText(a));
        answer(a, new Committed(5, "1"));
        assertEquals(new Committed(5, "1"), next(atAsker).message());

        Received b = next(atServers);
        assertEquals(List.of("4", "b"), sessionAndText(b));
        answer(b, new ClientReply.SessionExpired("4"));
        assertEquals(new ClientReply.SessionExpired("4"), next(atAsker).message(), "b is not tried again");

        Received again = next(atServers);
        assertEquals(new OpenSession(), again.message());
        answer(again, new Committed(9, "9"));
        assertEquals(List.of("9", "c"), sessionAndText(next(atServers)));
    }

    private static List<String> sessionAndText(Received request) {
        ClientCommand command = (ClientCommand) request.message();
        return List.of(command.session(), command.text());
    }
}
