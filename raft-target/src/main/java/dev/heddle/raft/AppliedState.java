package dev.heddle.raft;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all servers build from the same log: the state machine, and for each client session the last
 * command applied with its result, so that a command that is committed twice is applied once
 * (thesis §6.3). Both go into snapshots.
 */
final class AppliedState {

    private record Session(long lastSequence, String lastResult) {
    }

    private final StateMachine machine;
    private final ClientRules.Duplicate duplicate;
    private final SortedMap<String, Session> sessions = new TreeMap<>();

    AppliedState(StateMachine machine, ClientRules rules) {
        this.machine = machine;
        this.duplicate = rules.duplicate();
    }

    /**
     * Applies what is committed at an index. The result is null for what is no command of a session, and
     * for one that its client has followed with another already.
     */
    String apply(long index, Command command) {
        if (!(command instanceof ClientCommand client)) {
            return null;
        }
        if (!client.hasSession()) {
            machine.apply(index, client.text());
            return null;
        }
        Session session = sessions.getOrDefault(client.session(), new Session(0, null));
        if (duplicate.is(session.lastSequence, client.sequence())) {
            return client.sequence() == session.lastSequence ? session.lastResult : null;
        }
        String result = machine.apply(index, client.text());
        sessions.put(client.session(), new Session(Math.max(session.lastSequence, client.sequence()), result));
        return result;
    }

    String query(String query) {
        return machine.query(query);
    }

    StateMachine machine() {
        return machine;
    }

    /** All of it as text: the number of sessions, each one's name, number and result, and the state machine. */
    String snapshot() {
        StringBuilder text = new StringBuilder();
        SnapshotText.add(text, Integer.toString(sessions.size()));
        sessions.forEach((name, session) -> {
            SnapshotText.add(text, name);
            SnapshotText.add(text, Long.toString(session.lastSequence));
            SnapshotText.add(text, session.lastResult);
        });
        SnapshotText.add(text, machine.snapshot());
        return text.toString();
    }

    void restore(String data) {
        List<String> items = SnapshotText.split(data);
        int count = Integer.parseInt(items.get(0));
        sessions.clear();
        for (int i = 1; i <= 3 * count; i += 3) {
            sessions.put(items.get(i), new Session(Long.parseLong(items.get(i + 1)), items.get(i + 2)));
        }
        machine.restore(items.get(3 * count + 1));
    }
}
