package dev.heddle.raft;

import static dev.heddle.raft.Server.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import akka.actor.Props;
import akka.actor.Terminated;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shell on a real actor system. */
class RaftActorTest {

    private static final List<String> THREE = List.of("n1", "n2", "n3");
    /** Timers that never expire in a test: it sends their messages itself. */
    private static final Timing NEVER =
            new Timing(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));

    private final Map<String, ActorRef> peers = new ConcurrentHashMap<>();
    private ActorSystem system;

    @BeforeEach
    void startSystem() {
        system = ActorSystem.create("raft", ConfigFactory.parseString("akka.loglevel = OFF")
                .withFallback(ConfigFactory.load()));
    }

    @AfterEach
    void stopSystem() throws Exception {
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    /** An actor that puts what it receives where the test can take it. */
    private static final class Probe extends AbstractActor {
        private final BlockingQueue<Object> received;

        Probe(BlockingQueue<Object> received) {
            this.received = received;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder().matchAny(received::add).build();
        }
    }

    private BlockingQueue<Object> probe(String name) {
        BlockingQueue<Object> received = new LinkedBlockingQueue<>();
        peers.put(name, system.actorOf(Props.create(Probe.class, () -> new Probe(received)), name));
        return received;
    }

    private static void expect(String text, BlockingQueue<Object> received) throws InterruptedException {
        assertEquals(text, String.valueOf(received.poll(30, TimeUnit.SECONDS)));
    }

    @Test
    void aServerIsElectedReplicatesAndAnswersItsClientOnceCommitted() throws Exception {
        BlockingQueue<Object> n2 = probe("n2");
        BlockingQueue<Object> n3 = probe("n3");
        BlockingQueue<Object> client = probe("client");
        InMemoryStorage storage = new InMemoryStorage();
        ActorRef n1 = system.actorOf(RaftActor.props(
                RaftConfig.of("n1", THREE, peers::get).withStorage(storage).withTiming(NEVER)), "n1");

        n1.tell(new ClientCommand("append w1"), peers.get("client"));
        expect("NotLeader{leader=none}", client);
        n1.tell(Timer.ELECTION, ActorRef.noSender());
        expect("RequestVote{term=1 candidate=n1 lastLogIndex=0 lastLogTerm=0}", n2);
        expect("RequestVote{term=1 candidate=n1 lastLogIndex=0 lastLogTerm=0}", n3);
        assertEquals(new Recovered(1, "n1", Log.empty()), storage.recover());
        n1.tell(new VoteReply(1, "n2", true), ActorRef.noSender());
        expect("AppendEntries{term=1 leader=n1 prevLogIndex=0 prevLogTerm=0 entries=[] leaderCommit=0}", n2);
        n1.tell(new ClientCommand("append w2"), peers.get("client"));
        expect("AppendEntries{term=1 leader=n1 prevLogIndex=0 prevLogTerm=0 entries=[1:append w2] leaderCommit=0}", n2);
        n1.tell(new AppendEntriesReply(1, "n2", true, 1), ActorRef.noSender());
        expect("Committed{index=1}", client);
        storage.crash();
        assertEquals(new Recovered(1, "n1", Log.of(entry(1, "w2"))), storage.recover());
    }

    @Test
    void aClientWhoseEntryWasReplacedIsToldSo() throws Exception {
        BlockingQueue<Object> n2 = probe("n2");
        BlockingQueue<Object> client = probe("client");
        ActorRef n1 = system.actorOf(RaftActor.props(RaftConfig.of("n1", THREE, peers::get).withTiming(NEVER)), "n1");
        n1.tell(Timer.ELECTION, ActorRef.noSender());
        n1.tell(new VoteReply(1, "n2", true), ActorRef.noSender());
        n1.tell(new ClientCommand("append lost"), peers.get("client"));
        n1.tell(new AppendEntries(2, "n2", 0, 0, Entries.of(entry(2, "kept")), 1), ActorRef.noSender());
        expect("NotLeader{leader=n2}", client);
        expect("RequestVote{term=1 candidate=n1 lastLogIndex=0 lastLogTerm=0}", n2);
    }

    @Test
    void aServerThatItsSupervisorRestartsContinuesFromItsStorage() throws Exception {
        BlockingQueue<Object> n2 = probe("n2");
        InMemoryStorage storage = new InMemoryStorage();
        ActorRef n1 = system.actorOf(RaftActor.props(RaftConfig.of("n1", THREE, peers::get).withStorage(storage)
                .withTiming(NEVER).withStateMachine(RaftActorTest::failing)), "n1");
        n1.tell(new AppendEntries(4, "n2", 0, 0, Entries.of(entry(4, "a")), 1), ActorRef.noSender());
        expect("AppendEntriesReply{term=4 follower=n1 success=true matchIndex=1}", n2);
        n1.tell(new AppendEntries(4, "n2", 1, 4, Entries.of(entry(4, "b")), 0), ActorRef.noSender());
        expect("AppendEntriesReply{term=4 follower=n1 success=true matchIndex=2}", n2);
        assertEquals(new Recovered(4, null, Log.of(entry(4, "a"), entry(4, "b"))), storage.recover());
    }

    private static StateMachine failing() {
        return applying(command -> {
            throw new IllegalArgumentException("cannot apply " + command);
        });
    }

    /** A state machine that only passes its commands on. */
    private static StateMachine applying(Consumer<String> commands) {
        return new StateMachine() {
            @Override
            public String apply(long index, String command) {
                commands.accept(command);
                return "ok";
            }

            @Override
            public String query(String query) {
                return "";
            }

            @Override
            public String snapshot() {
                return "";
            }

            @Override
            public void restore(String data) {
                commands.accept(data);
            }
        };
    }

    /** A storage whose disk is full, or cannot be read. */
    private record Failing(boolean readable) implements Storage {
        @Override
        public void write(JournalRecord record) {
            throw new StorageException("disk full");
        }

        @Override
        public void sync() {
        }

        @Override
        public Recovered recover() {
            if (!readable) {
                throw new StorageException("unreadable");
            }
            return Recovered.nothing();
        }
    }

    @Test
    void aServerWhoseStorageFailsStopsAndSaysNothing() throws Exception {
        for (boolean readable : new boolean[] {true, false}) {
            BlockingQueue<Object> n2 = probe("n2-" + readable);
            ActorRef n1 = system.actorOf(RaftActor.props(RaftConfig.of("n1", THREE, name -> peers.get("n2-" + readable))
                    .withStorage(new Failing(readable)).withTiming(NEVER)));
            system.actorOf(Props.create(Watcher.class, () -> new Watcher(n1, peers.get("n2-" + readable))));
            n1.tell(new RequestVote(1, "n2", 0, 0), ActorRef.noSender());
            expect("gone", n2);
        }
    }

    /** An actor that tells another when a third one is gone. */
    private static final class Watcher extends AbstractActor {
        private final ActorRef told;

        Watcher(ActorRef watched, ActorRef told) {
            this.told = told;
            getContext().watch(watched);
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder().match(Terminated.class, end -> told.tell("gone", getSelf())).build();
        }
    }

    /** n1 as the leader of term 1, of whom only n2 answers. */
    private ActorRef leader(RaftFeatures features, Storage storage) {
        ActorRef n1 = system.actorOf(RaftActor.props(RaftConfig.of("n1", THREE, peers::get)
                .withStorage(storage).withTiming(NEVER).withFeatures(features)), "n1");
        n1.tell(Timer.ELECTION, ActorRef.noSender());
        n1.tell(new VoteReply(1, "n2", true), ActorRef.noSender());
        return n1;
    }

    private static AppendEntriesReply stored(long matchIndex, long round) {
        return new AppendEntriesReply(1, "n2", true, matchIndex, AppendEntriesReply.Conflict.NONE, round);
    }

    @Test
    void aRetriedCommandOfASessionIsAnsweredWithItsFirstResultAndReadsSeeItOnce() throws Exception {
        BlockingQueue<Object> client = probe("client");
        ActorRef n1 = leader(RaftFeatures.figure2(), new InMemoryStorage());
        ClientCommand command = new ClientCommand("s", 1, "append w1");
        n1.tell(command, peers.get("client"));
        n1.tell(stored(1, 0), ActorRef.noSender());
        expect("Committed{index=1 result=1}", client);
        n1.tell(command, peers.get("client"));
        n1.tell(stored(2, 0), ActorRef.noSender());
        expect("Committed{index=2 result=1}", client);
        n1.tell(new ClientRead("read"), peers.get("client"));
        n1.tell(stored(2, 1), ActorRef.noSender());
        expect("Result{[w1]}", client);
        n1.tell(new ClientRead("read"), peers.get("client"));
        n1.tell(new VoteReply(2, "n2", false), ActorRef.noSender());
        expect("NotLeader{leader=none}", client);
    }

    @Test
    void aServerCompactsItsLogAndStartsFromTheSnapshot() throws Exception {
        BlockingQueue<Object> client = probe("client");
        InMemoryStorage storage = new InMemoryStorage();
        ActorRef n1 = leader(RaftFeatures.figure2().withCompactEvery(2), storage);
        for (int i = 1; i <= 3; i++) {
            n1.tell(new ClientCommand("s", i, "append w" + i), peers.get("client"));
            n1.tell(stored(i, 0), ActorRef.noSender());
            expect("Committed{index=" + i + " result=" + i + "}", client);
        }
        assertEquals("snapshot 2:1 [1:append w3 session=s sequence=3]", storage.recover().log().toString());
        ActorRef again = system.actorOf(RaftActor.props(RaftConfig.of("n1", THREE, peers::get)
                .withStorage(storage).withTiming(NEVER)), "again");
        again.tell(Timer.ELECTION, ActorRef.noSender());
        again.tell(new VoteReply(2, "n2", true), ActorRef.noSender());
        again.tell(new ClientCommand("s", 3, "append w3"), peers.get("client"));
        again.tell(new AppendEntriesReply(2, "n2", true, 4), ActorRef.noSender());
        expect("Committed{index=4 result=3}", client);
        again.tell(new ClientRead("read"), peers.get("client"));
        again.tell(new AppendEntriesReply(2, "n2", true, 4, AppendEntriesReply.Conflict.NONE, 1), ActorRef.noSender());
        expect("Result{[w1, w2, w3]}", client);
    }

    @Test
    void aChangeOfTheMembershipIsAnsweredWhenTheNewOneIsCommitted() throws Exception {
        BlockingQueue<Object> client = probe("client");
        ActorRef n1 = leader(RaftFeatures.figure2(), new InMemoryStorage());
        n1.tell(new ChangeMembership(List.of("n1", "n9")), peers.get("client"));
        expect("Refused{members must be servers of the cluster, each named once: [n1, n9]}", client);
        n1.tell(new ChangeMembership(List.of("n1", "n2")), peers.get("client"));
        n1.tell(stored(1, 0), ActorRef.noSender());
        n1.tell(new ChangeMembership(List.of("n1")), peers.get("client"));
        expect("Refused{a change is under way: members=[n1, n2]}", client);
        n1.tell(stored(2, 0), ActorRef.noSender());
        expect("Committed{index=2}", client);
    }

    @Test
    void aChangeWaitsForItsNewServersAndIsAnsweredWhateverBecomesOfThem() throws Exception {
        BlockingQueue<Object> client = probe("client");
        ActorRef n1 = leader(RaftFeatures.figure2(), new InMemoryStorage());
        n1.tell(new ChangeMembership(List.of("n1", "n2")), peers.get("client"));
        n1.tell(stored(1, 0), ActorRef.noSender());
        n1.tell(stored(2, 0), ActorRef.noSender());
        expect("Committed{index=2}", client);
        n1.tell(new ChangeMembership(THREE), peers.get("client"));
        n1.tell(Timer.ELECTION, ActorRef.noSender());
        n1.tell(Timer.ELECTION, ActorRef.noSender());
        expect("Refused{n3 does not answer}", client);
        n1.tell(new ChangeMembership(THREE), peers.get("client"));
        n1.tell(new AppendEntriesReply(1, "n3", true, 2), ActorRef.noSender());
        n1.tell(stored(3, 0), ActorRef.noSender());
        n1.tell(new AppendEntriesReply(1, "n3", true, 3), ActorRef.noSender());
        n1.tell(stored(4, 0), ActorRef.noSender());
        expect("Committed{index=4}", client);
        n1.tell(new ChangeMembership(List.of("n1", "n2")), peers.get("client"));
        n1.tell(stored(6, 0), ActorRef.noSender());
        expect("Committed{index=6}", client);
        n1.tell(new ChangeMembership(THREE), peers.get("client"));
        n1.tell(new RequestVote(2, "n2", 6, 1), ActorRef.noSender());
        expect("NotLeader{leader=none}", client);
    }

    @Test
    void aSessionIsOpenedServesAndIsForgottenForAnother() throws Exception {
        BlockingQueue<Object> client = probe("client");
        ActorRef n1 = leader(RaftFeatures.figure2().withMaxSessions(1), new InMemoryStorage());
        n1.tell(new OpenSession(), peers.get("client"));
        n1.tell(stored(1, 0), ActorRef.noSender());
        expect("Committed{index=1 result=1}", client);
        n1.tell(new ClientCommand("1", 1, "append a"), peers.get("client"));
        n1.tell(stored(2, 0), ActorRef.noSender());
        expect("Committed{index=2 result=1}", client);
        n1.tell(new OpenSession(), peers.get("client"));
        n1.tell(new ClientCommand("1", 1, "append a"), peers.get("client"));
        n1.tell(stored(4, 0), ActorRef.noSender());
        expect("Committed{index=3 result=3}", client);
        expect("SessionExpired{session=1}", client);
        n1.tell(new ClientRead("read"), peers.get("client"));
        n1.tell(stored(4, 1), ActorRef.noSender());
        expect("Result{[a]}", client);
        n1.tell(new RequestVote(2, "n2", 4, 1), ActorRef.noSender());
        n1.tell(new OpenSession(), peers.get("client"));
        expect("NotLeader{leader=none}", client);
    }

    @Test
    void aTransferIsBegunAndCommandsGoToTheNextLeader() throws Exception {
        BlockingQueue<Object> client = probe("client");
        ActorRef n1 = leader(RaftFeatures.figure2(), new InMemoryStorage());
        n1.tell(new TransferLeadership("n1"), peers.get("client"));
        expect("Refused{the leadership goes to another member, not to n1}", client);
        n1.tell(new TransferLeadership("n2"), peers.get("client"));
        expect("TransferBegun{to=n2}", client);
        n1.tell(new ClientCommand("append w1"), peers.get("client"));
        expect("NotLeader{leader=n2}", client);
    }

    @Test
    void aClientWhoseEntryASnapshotCoversIsNotAnswered() throws Exception {
        BlockingQueue<Object> client = probe("client");
        ActorRef n1 = leader(RaftFeatures.figure2(), new InMemoryStorage());
        n1.tell(new ClientCommand("append unknown"), peers.get("client"));
        n1.tell(new InstallSnapshot(2, "n2", 1, 2, Membership.of(THREE), 0, "0\nkept\\n\n", true),
                ActorRef.noSender());
        n1.tell(new ClientCommand("append w2"), peers.get("client"));
        expect("NotLeader{leader=n2}", client);
    }

    /** A client that offers its word to one server after the other until one has committed it. */
    private static final class PatientClient extends AbstractActor {
        private final List<ActorRef> servers;
        private final CountDownLatch answered;
        private int next;

        PatientClient(List<ActorRef> servers, CountDownLatch answered) {
            this.servers = servers;
            this.answered = answered;
        }

        @Override
        public void preStart() {
            offer();
        }

        private void offer() {
            servers.get(next++ % servers.size()).tell(new ClientCommand("append w1"), getSelf());
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .match(ClientReply.Committed.class, reply -> answered.countDown())
                    .match(ClientReply.NotLeader.class, reply -> getContext().getSystem().scheduler().scheduleOnce(
                            Duration.ofMillis(5), this::offer, getContext().getDispatcher()))
                    .build();
        }
    }

    @Test
    void aClusterOnRealTimersElectsALeaderAndAppliesEverywhere() throws Exception {
        CountDownLatch applied = new CountDownLatch(THREE.size());
        CountDownLatch answered = new CountDownLatch(1);
        StateMachine counting = applying(command -> applied.countDown());
        Timing quick = new Timing(
                Duration.ofMillis(50), Duration.ofMillis(150), Duration.ofMillis(10), Duration.ofMillis(10));
        for (String name : THREE) {
            peers.put(name, system.actorOf(RaftActor.props(RaftConfig.of(name, THREE, peers::get)
                    .withStateMachine(() -> counting).withTiming(quick)), name));
        }
        List<ActorRef> servers = THREE.stream().map(peers::get).toList();
        system.actorOf(Props.create(PatientClient.class, () -> new PatientClient(servers, answered)), "client");
        assertTrue(answered.await(30, TimeUnit.SECONDS), "the client was not answered");
        assertTrue(applied.await(30, TimeUnit.SECONDS), "not all servers applied the command");
    }
}
