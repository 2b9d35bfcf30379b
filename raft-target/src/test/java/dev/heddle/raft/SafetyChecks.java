package dev.heddle.raft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What must never happen, told from the servers' states and what they applied alone: Figure 3, that
 * snapshots say what the log says, that each command of a session has one effect and one result, and
 * that reads are linearizable.
 */
final class SafetyChecks {

    private record Committed(Entry entry, long inTerm) {
    }

    private final List<SimulatedServer> servers;
    private final Map<Long, String> leaders = new HashMap<>();
    private final List<Committed> committed = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final Set<String> distinctWords = new HashSet<>();
    private final Map<String, String> results = new HashMap<>();
    private final Map<Long, Snapshot> snapshots = new HashMap<>();
    private final Map<Long, Long> readsSince = new HashMap<>();
    private int elections;
    private int readsAnswered;
    private String broken;

    SafetyChecks(List<SimulatedServer> servers) {
        this.servers = servers;
    }

    int elections() {
        return elections;
    }

    int committedEntries() {
        return committed.size();
    }

    int readsAnswered() {
        return readsAnswered;
    }

    int snapshots() {
        return snapshots.size();
    }

    private void fail(String property, String detail) {
        if (broken == null) {
            broken = property + ": " + detail;
        }
    }

    /** What broke in a step of this server, or null. */
    String after(SimulatedServer server, RaftState before) {
        for (SimulatedServer.Applied step : server.newlyApplied) {
            if (step.entry() == null) {
                checkSnapshot(server.name, step.snapshot());
            } else {
                checkEntry(step, server.state == null ? before : server.state);
            }
        }
        if (!server.newlyApplied.isEmpty()) {
            server.newlyApplied.clear();
            checkWords(server);
        }
        RaftState after = server.state;
        if (after != null && after != before) {
            if (after.role() == Role.LEADER && (before == null || before.role() != Role.LEADER)) {
                checkElection(server.name, after);
            }
            if (before == null || after.log() != before.log()) {
                checkLog(server, after);
            }
        }
        return broken;
    }

    private void checkElection(String name, RaftState leader) {
        elections++;
        String other = leaders.putIfAbsent(leader.currentTerm(), name);
        if (other != null && !other.equals(name)) {
            fail("election-safety", "term " + leader.currentTerm() + " elected " + other + " and " + name);
        }
        Log log = leader.log();
        for (long index = log.baseIndex() + 1; index <= committed.size(); index++) {
            Committed entry = committed.get((int) index - 1);
            if (entry.inTerm < leader.currentTerm()
                    && (log.lastIndex() < index || !log.entryAt(index).equals(entry.entry))) {
                fail("leader-completeness", name + " lacks index " + index);
                return;
            }
        }
    }

    private void checkLog(SimulatedServer server, RaftState after) {
        Log log = after.log();
        for (SimulatedServer other : servers) {
            if (other != server && other.up() && !matches(log, other.state.log())) {
                fail("log-matching", server.name + " and " + other.name);
            }
        }
        if (log.lastIndex() > log.baseIndex() && log.termAt(log.baseIndex() + 1) < log.baseTerm()) {
            fail("log-matching", server.name + " has entries of an earlier term behind its snapshot");
        }
        if (log.snapshot() != null && log.baseIndex() <= committed.size()) {
            checkSnapshot(server.name, log.snapshot());
        }
    }

    private static boolean matches(Log log, Log theirs) {
        long base = Math.max(log.baseIndex(), theirs.baseIndex());
        long index = Math.min(log.lastIndex(), theirs.lastIndex());
        while (index > base && log.termAt(index) != theirs.termAt(index)) {
            index--;
        }
        return index <= base || log.commonPrefix(theirs) >= index;
    }

    private void checkEntry(SimulatedServer.Applied step, RaftState state) {
        if (step.index() > committed.size() + 1) {
            fail("state-machine-safety", "index " + step.index() + " applied after " + committed.size());
        } else if (step.index() == committed.size() + 1) {
            committed.add(new Committed(step.entry(), state.currentTerm()));
        } else if (!committed.get((int) step.index() - 1).entry.equals(step.entry())) {
            fail("state-machine-safety", "index " + step.index() + " is " + step.entry() + " and "
                    + committed.get((int) step.index() - 1).entry);
        }
        if (step.result() != null && step.entry().command() instanceof ClientCommand command) {
            String other = results.putIfAbsent(command.session() + command.sequence(), step.result());
            if (other != null && !other.equals(step.result())) {
                fail("exactly-once", command + " resulted in " + other + " and " + step.result());
            }
        }
    }

    private void checkSnapshot(String name, Snapshot snapshot) {
        Snapshot other = snapshots.putIfAbsent(snapshot.lastIndex(), snapshot);
        if (other == snapshot || other == null && snapshot.lastIndex() > committed.size()) {
            return;
        }
        if (other != null && !other.equals(snapshot)) {
            fail("snapshot", name + " has another one at index " + snapshot.lastIndex());
            return;
        }
        Membership latest = null;
        for (int i = 0; i < snapshot.lastIndex(); i++) {
            if (committed.get(i).entry.command() instanceof Membership membership) {
                latest = membership;
            }
        }
        if (committed.get((int) snapshot.lastIndex() - 1).entry.term() != snapshot.lastTerm()
                || latest != null && !Objects.equals(latest, snapshot.membership())) {
            fail("snapshot", name + " has " + snapshot + " where " + latest + " is committed");
        }
    }

    /** The words are those that others have, in the same order, and each was appended once. */
    private void checkWords(SimulatedServer server) {
        if (server.words == null) {
            return;
        }
        List<String> mine = server.words.words();
        for (int i = words.size(); i < mine.size(); i++) {
            words.add(mine.get(i));
            if (!distinctWords.add(mine.get(i))) {
                fail("exactly-once", mine.get(i) + " was appended twice");
            }
        }
        int last = mine.size() - 1;
        if (last >= 0 && !words.get(last).equals(mine.get(last))) {
            fail("state-machine-safety", server.name + " has " + mine.get(last) + " as word " + mine.size());
        }
    }

    /** A client hands in a read: it must see at least all that any server knows to be committed by now. */
    void readBegins(long ticket) {
        readsSince.put(ticket, (long) committed.size());
    }

    void readEnds(SimulatedServer server, long ticket, boolean confirmed) {
        Long since = readsSince.remove(ticket);
        if (confirmed && since != null) {
            readsAnswered++;
            if (server.state.lastApplied() < since) {
                fail("linearizable-reads", server.name + " read at index " + server.state.lastApplied()
                        + " though " + since + " was committed before");
            }
        }
    }

    String broken() {
        return broken;
    }
}
