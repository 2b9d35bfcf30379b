package dev.heddle.invariants;

import java.util.random.RandomGenerator;

/** Servers whose states change at random, most often as a Raft's might. */
final class RandomStates {
    private final RandomGenerator random;
    private final PlainView[] views;
    /** The last state of each server that was not down. */
    private final PlainView[] last;
    /** The chance in a hundred of a change that no Raft makes. */
    private final int wildness;

    RandomStates(int nodes, RandomGenerator random) {
        this.random = random;
        wildness = random.nextInt(30);
        views = new PlainView[nodes];
        last = new PlainView[nodes];
        for (int node = 0; node < nodes; node++) {
            views[node] = PlainView.follower(0, PlainLog.empty());
            last[node] = views[node];
        }
    }

    PlainView view(int node) {
        return views[node];
    }

    /** Changes the state of one server and returns which. */
    int step() {
        int node = random.nextInt(views.length);
        PlainView view = views[node];
        if (view == null) {
            PlainLog log = random.nextBoolean() ? (PlainLog) last[node].log() : randomPeerLog();
            views[node] = PlainView.follower(random.nextInt(4), log).withIncarnation(new Object());
        } else if (random.nextInt(100) < wildness) {
            views[node] = wild(view);
        } else {
            views[node] = tame(view);
        }
        if (views[node] != null) {
            last[node] = views[node];
        }
        return node;
    }

    private PlainView tame(PlainView view) {
        PlainLog log = (PlainLog) view.log();
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> PlainView.follower(view.term() + random.nextInt(2), log).withCommitIndex(view.commitIndex());
            case 2 -> PlainView.leader(view.term() + 1 + random.nextInt(3), log).withCommitIndex(view.commitIndex());
            case 3 -> view.withCommitIndex(Math.min(log.lastIndex(), view.commitIndex() + random.nextInt(3)));
            case 4 -> view.withLog(log.compactTo(Math.max(log.firstIndex() - 1,
                    Math.min(log.lastIndex(), view.commitIndex()))));
            case 5 -> view.leader() ? view : view.withLog(randomPeerLog());
            case 6 -> view.withLog(new PlainLog(log.firstIndex(), log.entries()));
            default -> view.withLog(log.append(view.term(), "c" + view.term() + "." + log.lastIndex()));
        };
    }

    private PlainView wild(PlainView view) {
        PlainLog log = (PlainLog) view.log();
        long somewhere = log.firstIndex() + random.nextLong(log.entries().size() + 1);
        return switch (random.nextInt(7)) {
            case 0 -> view.withLog(log.truncateFrom(somewhere));
            case 1 -> view.withLog(changedAt(log, somewhere));
            case 2 -> view.withLog(log.append(random.nextInt(4), "x" + random.nextInt(2)));
            case 3 -> view.withCommitIndex(random.nextLong(log.lastIndex() + 2));
            case 4 -> PlainView.leader(random.nextInt(6), log).withCommitIndex(view.commitIndex());
            case 5 -> view.withLog(new PlainLog(1 + random.nextInt(4), log.entries()));
            default -> new PlainView(view.term(), null, view.leader(), view.commitIndex(), random.nextLong(4),
                    view.log(), view.incarnation(), null, null);
        };
    }

    private PlainLog changedAt(PlainLog log, long index) {
        PlainLog changed = log.truncateFrom(index).append(random.nextInt(4), "x" + random.nextInt(2));
        for (long i = index + 1; i <= log.lastIndex(); i++) {
            changed = changed.append(log.termAt(i), log.commandAt(i));
        }
        return changed;
    }

    private PlainLog randomPeerLog() {
        PlainView peer = views[random.nextInt(views.length)];
        return peer == null ? PlainLog.empty() : (PlainLog) peer.log();
    }
}
