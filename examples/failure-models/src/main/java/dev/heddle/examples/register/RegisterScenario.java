package dev.heddle.examples.register;

import akka.actor.ActorRef;
import akka.actor.Props;
import dev.heddle.api.Commands;
import dev.heddle.api.Corruptions;
import dev.heddle.api.Definition;
import dev.heddle.api.NodeContext;
import dev.heddle.api.Scenario;
import dev.heddle.api.ScenarioOption;
import dev.heddle.api.SeededBug;
import dev.heddle.api.Setup;
import dev.heddle.examples.register.Message.Sealed;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.invariants.GeneralInvariants;
import dev.heddle.invariants.linearizability.Linearizability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A replicated register: clients must not be able to tell it from a single one. */
public final class RegisterScenario implements Scenario {
    private static final SeededBug LOCAL =
            new SeededBug("local", "nodes answer from their own copy and tell the others later");
    private static final SeededBug NO_SYNC =
            new SeededBug("no-sync", "a node says that it has stored what a crash can still take");
    /** Nodes ask again ten times a second. */
    private static final Duration SETTLES = Duration.ofSeconds(10);

    /** What is to be seen of a node. */
    record CopyView(Copy copy) implements NodeView {
        @Override
        public void fields(BiConsumer<String, Object> field) {
            field.accept("value", copy.value());
            field.accept("counter", copy.counter());
            field.accept("writer", copy.writer().isEmpty() ? "none" : copy.writer());
        }
    }

    @Override
    public Definition define(Setup setup) {
        Protocol protocol = Protocol.of(setup.options().getOrDefault("protocol", Protocol.DURABLE.id()));
        if (protocol == Protocol.SEQUENCER && setup.network() == NetworkKind.UDP) {
            throw new IllegalArgumentException("the protocol sequencer needs the order that --network fifo keeps");
        }
        List<String> nodes = IntStream.rangeClosed(1, setup.nodes()).mapToObj(i -> "n" + i).toList();
        List<Invariant> invariants = new ArrayList<>();
        invariants.add(Linearizability.of(new RegisterSpec()).withReads(RegisterSpec.READ::equals).withRepetitions());
        Definition.Builder definition = Definition.of(nodes, node -> replica(node, protocol, setup.bugs()))
                .commands(new Requests())
                .view((node, actor) -> actor instanceof Replica replica ? new CopyView(replica.copy()) : null)
                .tolerates(protocol.tolerates(setup.network()))
                .corruptions(RegisterScenario::corrupted);
        if (protocol.survivesRestarts()) {
            invariants.add(GeneralInvariants.noProgress(answer -> true));
            definition.settles(SETTLES);
        }
        return definition.invariants(invariants).build();
    }

    private static Props replica(NodeContext node, Protocol protocol, List<String> bugs) {
        List<ActorRef> replicas = node.nodes().stream().map(node::node).toList();
        if (bugs.contains(LOCAL.id())) {
            return Props.create(LocalRegister.class, () -> new LocalRegister(replicas));
        } else if (protocol == Protocol.SEQUENCER) {
            return Props.create(SequencedRegister.class, () -> new SequencedRegister(replicas));
        }
        return Props.create(MajorityRegister.class, () -> new MajorityRegister(
                node.name(),
                replicas,
                protocol == Protocol.MAJORITY
                        ? Storage.VOLATILE
                        : new DiskStorage(node.disk(), !bugs.contains(NO_SYNC.id())),
                protocol == Protocol.CHECKSUMS));
    }

    /** A sealed message keeps its seal when its content changes, or the other way round. */
    private static List<Object> corrupted(Object message) {
        return message instanceof Sealed sealed
                ? Stream.concat(
                                corrupted(sealed.content()).stream()
                                        .map(other -> new Sealed((Message) other, sealed.checksum())),
                                Corruptions.ofRecord(sealed).stream())
                        .toList()
                : Stream.concat(Corruptions.ofRecord(message).stream(), withOtherValue(message)).toList();
    }

    private static Stream<Object> withOtherValue(Object message) {
        if (message instanceof Message.Holding m) {
            return Stream.of(new Message.Holding(m.start(), m.number(), m.counter(), m.writer(), garbled(m.value())));
        } else if (message instanceof Message.Store m) {
            return Stream.of(new Message.Store(m.start(), m.number(), m.counter(), m.writer(), garbled(m.value())));
        }
        return Stream.empty();
    }

    /** One bit of its first character is another one. */
    private static String garbled(String value) {
        return (char) (value.charAt(0) ^ 1) + value.substring(1);
    }

    @Override
    public List<ScenarioOption> options() {
        return List.of(new ScenarioOption("protocol", "sequencer|majority|durable|checksums",
                "what is trusted less and less; the default faults are those that it claims to tolerate; durable"));
    }

    @Override
    public List<SeededBug> bugs() {
        return List.of(LOCAL, NO_SYNC);
    }

    /** Clients read, and write each value once. */
    private static final class Requests implements Commands {
        @Override
        public String next(int count, Rng rng) {
            return rng.chance(0.5) ? RegisterSpec.READ : RegisterSpec.WRITE + "v" + (count + 1);
        }

        @Override
        public String probe(int count) {
            return RegisterSpec.READ;
        }

        @Override
        public Object message(String text) {
            if (text.equals(RegisterSpec.READ)) {
                return new Request.Read();
            } else if (text.startsWith(RegisterSpec.WRITE)) {
                return new Request.Write(text.substring(RegisterSpec.WRITE.length()));
            }
            throw new IllegalArgumentException(
                    "'" + text + "' is no command of failure-models; there are 'read' and 'write VALUE'");
        }
    }
}
