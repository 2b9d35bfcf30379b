package dev.heddle.raft;

import java.util.ArrayList;
import java.util.List;

/** One server for tests of single rules: it remembers its state and what the last input made it do. */
final class Server implements Effects {

    static final List<String> FOUR = List.of("n1", "n2", "n3", "n4");

    final List<String> sent = new ArrayList<>();
    final List<String> timers = new ArrayList<>();
    RaftState state;
    final Raft raft;
    long nowNanos;

    private Server(String name, List<String> servers, Recovered durable, Rules rules) {
        this(RaftSetup.figure2(name, servers, rules), durable);
    }

    Server(RaftSetup setup, Recovered durable) {
        raft = new Raft(setup);
        state = raft.start(durable, nowNanos, this);
    }

    /** n1 of four, in the given term, with the given log. */
    static Server inTerm(long term, Entry... log) {
        return with(Rules.correct(), term, log);
    }

    static Server with(Rules rules, long term, Entry... log) {
        return new Server("n1", FOUR, new Recovered(term, null, Log.of(log)), rules);
    }

    static Server of(List<String> servers) {
        return new Server(servers.get(0), servers, Recovered.nothing(), Rules.correct());
    }

    /** n1 of four as the leader of the term after the given one, elected by n2 and n3, nobody having answered yet. */
    static Server leading(Rules rules, long previousTerm, Entry... log) {
        Server server = with(rules, previousTerm, log).expire(Timer.ELECTION);
        return server.receive(new VoteReply(previousTerm + 1, "n2", true))
                .receive(new VoteReply(previousTerm + 1, "n3", true));
    }

    static Server leading(long previousTerm, Entry... log) {
        return leading(Rules.correct(), previousTerm, log);
    }

    static Entry entry(long term, String word) {
        return new Entry(term, "append " + word);
    }

    Server receive(Message message) {
        forget();
        state = raft.receive(state, message, nowNanos, this);
        return this;
    }

    Server expire(Timer timer) {
        forget();
        state = raft.expired(state, timer, nowNanos, this);
        return this;
    }

    Server command(String text) {
        forget();
        state = raft.command(state, new ClientCommand(text), nowNanos, this);
        return this;
    }

    Server read(long ticket) {
        forget();
        state = raft.read(state, ticket, nowNanos, this);
        return this;
    }

    Server change(long ticket, String... servers) {
        forget();
        state = raft.changeMembership(state, new ChangeMembership(List.of(servers)), ticket, nowNanos, this);
        return this;
    }

    Server transferTo(String server) {
        forget();
        state = raft.transferLeadership(state, new TransferLeadership(server), this);
        return this;
    }

    /** Its clock goes on. */
    Server afterMillis(long millis) {
        nowNanos += millis * 1_000_000;
        return this;
    }

    /** n1 of four with features, in the given term. */
    static Server with(RaftFeatures features, long term, Entry... log) {
        return new Server(new RaftSetup("n1", FOUR, FOUR, features, Timing.standard(), Rules.correct()),
                new Recovered(term, null, Log.of(log)));
    }

    /** The same as the leader of the next term, elected by n2 and n3. */
    static Server leading(RaftFeatures features, long previousTerm, Entry... log) {
        Server server = with(features, previousTerm, log).afterMillis(1000).expire(Timer.ELECTION);
        if (features.preVote()) {
            server.receive(new VoteReply(previousTerm + 1, "n2", true, RequestVote.Purpose.PRE_VOTE))
                    .receive(new VoteReply(previousTerm + 1, "n3", true, RequestVote.Purpose.PRE_VOTE));
        }
        return server.receive(new VoteReply(previousTerm + 1, "n2", true))
                .receive(new VoteReply(previousTerm + 1, "n3", true));
    }

    private void forget() {
        sent.clear();
        timers.clear();
    }

    @Override
    public void send(String peer, Message message) {
        sent.add(peer + " " + message);
    }

    @Override
    public void arm(Timer timer) {
        timers.add("arm " + timer);
    }

    @Override
    public void cancel(Timer timer) {
        timers.add("cancel " + timer);
    }

    @Override
    public void answer(long ticket, Answer answer) {
        boolean plain = answer instanceof Answer.Plain;
        sent.add(plain ? "read " + ticket + (answer == Answer.Plain.READ_NOW ? " confirmed" : " refused")
                : "change " + ticket + " " + answer);
    }
}
