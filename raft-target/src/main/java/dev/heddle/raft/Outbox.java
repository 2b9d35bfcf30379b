package dev.heddle.raft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The effects of one step, held back until its state is durable; reused from step to step. Of what
 * a step did to a timer only the last counts.
 */
final class Outbox implements Effects {

    /** What a step did to a timer. */
    enum Change { NONE, ARM, CANCEL }

    private final Change[] timers = new Change[Timer.values().length];
    private String[] peers = new String[8];
    private Message[] messages = new Message[8];
    private final List<Ticketed> answers = new ArrayList<>();
    private int count;
    private boolean timersChanged;

    /** What a step decided about a request. */
    record Ticketed(long ticket, Answer answer) {
    }

    Outbox() {
        Arrays.fill(timers, Change.NONE);
    }

    @Override
    public void send(String peer, Message message) {
        if (count == messages.length) {
            peers = Arrays.copyOf(peers, 2 * count);
            messages = Arrays.copyOf(messages, 2 * count);
        }
        peers[count] = peer;
        messages[count++] = message;
    }

    @Override
    public void arm(Timer timer) {
        timers[timer.ordinal()] = Change.ARM;
        timersChanged = true;
    }

    @Override
    public void cancel(Timer timer) {
        timers[timer.ordinal()] = Change.CANCEL;
        timersChanged = true;
    }

    @Override
    public void answer(long ticket, Answer answer) {
        answers.add(new Ticketed(ticket, answer));
    }

    /** The requests to answer, in their order. */
    List<Ticketed> answers() {
        return answers;
    }

    /** How many messages there are, numbered from 0 in the order in which they were sent. */
    int size() {
        return count;
    }

    String peer(int number) {
        return peers[number];
    }

    Message message(int number) {
        return messages[number];
    }

    /** Whether any timer was changed. */
    boolean timersChanged() {
        return timersChanged;
    }

    Change change(Timer timer) {
        return timers[timer.ordinal()];
    }

    /** Forgets everything, for the next step. */
    void clear() {
        if (!answers.isEmpty()) {
            answers.clear();
        }
        if (count > 0) {
            Arrays.fill(messages, 0, count, null);
            count = 0;
        }
        if (timersChanged) {
            Arrays.fill(timers, Change.NONE);
            timersChanged = false;
        }
    }
}
