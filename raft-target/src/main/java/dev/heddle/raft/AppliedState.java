package dev.heddle.raft;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all servers build from the same log: the state machine, and for each client session the last
 * command applied with its result, so that a command that is committed twice is applied once
 * (thesis §6.3). Both go into snapshots.
 *
 * <p>Where sessions are limited, the one that was used least recently is forgotten when another one is opened. All
 * servers forget the same one at the same index, as use is counted in entries and not in time.
 */
final class AppliedState {

    /** What came of a command: the machine's answer if it is known and wanted, or that its session is not known. */
    record Result(String text, boolean sessionExpired) {
        static final Result NONE = new Result(null, false);
        static final Result EXPIRED = new Result(null, true);
    }

    /** @param lastUse the index of the last entry that belongs to it */
    private record Session(long lastSequence, String lastResult, long lastUse) {
    }

    /** Behind the number of sessions in a snapshot that says of each when it was used last. */
    private static final String WITH_USES = " with uses";

    private final StateMachine machine;
    private final ClientRules rules;
    private final int maxSessions;
    private final SortedMap<String, Session> sessions = new TreeMap<>();

    /** @param maxSessions how many sessions are remembered, 0 for all */
    AppliedState(StateMachine machine, ClientRules rules, int maxSessions) {
        this.machine = machine;
        this.rules = rules;
        this.maxSessions = maxSessions;
    }

    private boolean limited() {
        return maxSessions > 0;
    }

    /**
     * Applies what is committed at an index. There is no text for what is neither a command of a session nor the
     * opening of one, and for a command that its client has followed with another already.
     */
    Result apply(long index, Command command) {
        if (command instanceof OpenSession) {
            String name = Long.toString(index);
            remember(name, new Session(0, "", index));
            return new Result(name, false);
        }
        if (!(command instanceof ClientCommand client)) {
            return Result.NONE;
        }
        if (!client.hasSession()) {
            machine.apply(index, client.text());
            return Result.NONE;
        }
        Session known = sessions.get(client.session());
        if (known == null && !rules.unknownSession().begins(limited())) {
            return Result.EXPIRED;
        }
        return apply(index, client, known == null ? new Session(0, "", index) : known);
    }

    private Result apply(long index, ClientCommand client, Session session) {
        if (rules.duplicate().is(session.lastSequence, client.sequence())) {
            remember(client.session(), new Session(session.lastSequence, session.lastResult, index));
            return client.sequence() == session.lastSequence ? new Result(session.lastResult, false) : Result.NONE;
        }
        String result = machine.apply(index, client.text());
        remember(client.session(), new Session(Math.max(session.lastSequence, client.sequence()), result, index));
        return new Result(result, false);
    }

    private void remember(String name, Session session) {
        sessions.put(name, session);
        if (limited() && sessions.size() > maxSessions) {
            sessions.entrySet().stream()
                    .min(Comparator.comparingLong((Map.Entry<String, Session> entry) -> entry.getValue().lastUse))
                    .ifPresent(oldest -> sessions.remove(oldest.getKey()));
        }
    }

    String query(String query) {
        return machine.query(query);
    }

    StateMachine machine() {
        return machine;
    }

    /**
     * All of it as text: the number of sessions, each one's name, number, result and, where they are limited, last
     * use, and the state machine.
     */
    String snapshot() {
        StringBuilder text = new StringBuilder();
        SnapshotText.add(text, sessions.size() + (limited() ? WITH_USES : ""));
        sessions.forEach((name, session) -> {
            SnapshotText.add(text, name);
            SnapshotText.add(text, Long.toString(session.lastSequence));
            SnapshotText.add(text, session.lastResult);
            if (limited()) {
                SnapshotText.add(text, Long.toString(session.lastUse));
            }
        });
        SnapshotText.add(text, machine.snapshot());
        return text.toString();
    }

    void restore(String data) {
        List<String> items = SnapshotText.split(data);
        boolean uses = items.get(0).endsWith(WITH_USES);
        int count = Integer.parseInt(uses ? items.get(0).replace(WITH_USES, "") : items.get(0));
        int each = uses ? 4 : 3;
        sessions.clear();
        for (int i = 1; i <= each * count; i += each) {
            sessions.put(items.get(i), new Session(Long.parseLong(items.get(i + 1)), items.get(i + 2),
                    uses ? Long.parseLong(items.get(i + 3)) : 0));
        }
        machine.restore(items.get(each * count + 1));
    }
}
