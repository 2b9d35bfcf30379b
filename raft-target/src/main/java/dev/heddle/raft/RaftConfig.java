package dev.heddle.raft;

import akka.actor.ActorRef;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Everything a {@link RaftActor} needs to be a server of a cluster.
 *
 * @param self its own name
 * @param servers the names of all servers, its own included, in the same order on each of them
 * @param peers finds a server's actor by name, asked for each message; null if there is none now,
 *     in which case the message is lost as on a network
 * @param storage its stable storage; an actor that starts again is given the same
 * @param stateMachine makes the state machine, a new one each time the actor starts
 * @param timing how long it waits
 * @param rules the algorithm's decisions
 * @param members the names of those servers that are the cluster's when it starts for the first time (§6)
 * @param features what it does beyond Figure 2
 */
public record RaftConfig(
        String self,
        List<String> servers,
        Function<String, ActorRef> peers,
        Storage storage,
        Supplier<? extends StateMachine> stateMachine,
        Timing timing,
        Rules rules,
        List<String> members,
        RaftFeatures features) {

    public RaftConfig {
        servers = List.copyOf(servers);
        members = List.copyOf(members);
    }

    /** A server with its state in memory, a {@link WordList}, the standard timing and the correct rules. */
    public static RaftConfig of(String self, List<String> servers, Function<String, ActorRef> peers) {
        return new RaftConfig(self, servers, peers, new InMemoryStorage(), WordList::new, Timing.standard(),
                Rules.correct(), servers, RaftFeatures.figure2());
    }

    /** What of this the algorithm needs. */
    RaftSetup setup() {
        return new RaftSetup(self, servers, members, features, timing, rules);
    }

    public RaftConfig withStorage(Storage storage) {
        return new RaftConfig(self, servers, peers, storage, stateMachine, timing, rules, members,
                features);
    }

    public RaftConfig withStateMachine(Supplier<? extends StateMachine> stateMachine) {
        return new RaftConfig(self, servers, peers, storage, stateMachine, timing, rules, members,
                features);
    }

    public RaftConfig withTiming(Timing timing) {
        return new RaftConfig(self, servers, peers, storage, stateMachine, timing, rules, members,
                features);
    }

    public RaftConfig withRules(Rules rules) {
        return new RaftConfig(self, servers, peers, storage, stateMachine, timing, rules, members,
                features);
    }

    public RaftConfig withMembers(List<String> members) {
        return new RaftConfig(self, servers, peers, storage, stateMachine, timing, rules, members,
                features);
    }

    public RaftConfig withFeatures(RaftFeatures features) {
        return new RaftConfig(self, servers, peers, storage, stateMachine, timing, rules, members,
                features);
    }
}
