package dev.heddle.invariants;

import dev.heddle.harness.invariant.NodeView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The properties of Figure 3 written down literally, over all states of an execution from its first step on. */
final class NaiveChecker {
    private record Seat(int node, long term) {}

    private record Commit(long term, Object command, long seenIn) {}

    /** The command of an entry of which only the snapshot that ends with it is known. */
    private static final Object ANY = new Object();

    /** The views of all nodes after each step; null where a node is down. */
    private final List<PlainView[]> history = new ArrayList<>();

    void add(NodeView[] views) {
        history.add(Arrays.copyOf(views, views.length, PlainView[].class));
    }

    /** The first step after which the invariant does not hold, counted from 0, or -1. */
    int firstBreak(String invariant) {
        return switch (invariant) {
            case "election-safety" -> electionSafety();
            case "leader-append-only" -> leaderAppendOnly();
            case "log-matching" -> logMatching();
            case "leader-completeness" -> leaderCompleteness();
            case "state-machine-safety" -> stateMachineSafety();
            case "commit-index" -> commitIndex();
            default -> throw new IllegalArgumentException(invariant);
        };
    }

    private int electionSafety() {
        Map<Long, Integer> leaders = new HashMap<>();
        for (int step = 0; step < history.size(); step++) {
            PlainView[] views = history.get(step);
            for (int node = 0; node < views.length; node++) {
                if (views[node] != null && views[node].leader()) {
                    Integer known = leaders.putIfAbsent(views[node].term(), node);
                    if (known != null && known != node) {
                        return step;
                    }
                }
            }
        }
        return -1;
    }

    private int leaderAppendOnly() {
        for (int step = 1; step < history.size(); step++) {
            for (int node = 0; node < history.get(step).length; node++) {
                PlainView before = history.get(step - 1)[node];
                PlainView now = history.get(step)[node];
                if (before != null && now != null && before.leader() && now.leader() && before.term() == now.term()
                        && !contains(now.log(), before.log())) {
                    return step;
                }
            }
        }
        return -1;
    }

    private static boolean contains(RaftLog now, RaftLog before) {
        for (long i = Math.max(now.firstIndex(), before.firstIndex()); i <= before.lastIndex(); i++) {
            if (i > now.lastIndex() || !same(now, before, i)) {
                return false;
            }
        }
        return true;
    }

    /** Any two logs of two nodes at any two times. */
    private int logMatching() {
        List<Set<RaftLog>> ever = new ArrayList<>();
        for (int step = 0; step < history.size(); step++) {
            for (int node = 0; node < history.get(step).length; node++) {
                if (ever.size() == node) {
                    ever.add(new LinkedHashSet<>());
                }
                PlainView view = history.get(step)[node];
                if (view != null && ever.get(node).add(view.log()) && !matchesAllOfOthers(view.log(), node, ever)) {
                    return step;
                }
            }
        }
        return -1;
    }

    private static boolean matchesAllOfOthers(RaftLog log, int node, List<Set<RaftLog>> ever) {
        for (int other = 0; other < ever.size(); other++) {
            if (other != node && !ever.get(other).stream().allMatch(theirs -> matching(log, theirs))) {
                return false;
            }
        }
        return true;
    }

    /** Below the last index at which both have an entry of the same term, they have the same entries. */
    private static boolean matching(RaftLog a, RaftLog b) {
        long first = Math.max(a.firstIndex(), b.firstIndex());
        if (first <= Math.min(a.lastIndex(), b.lastIndex()) && a.termAt(first) == b.termAt(first)
                && termBefore(a, first) != termBefore(b, first)
                && Math.min(termBefore(a, first), termBefore(b, first)) != RaftLog.UNKNOWN_TERM) {
            return false;
        }
        long i = Math.min(a.lastIndex(), b.lastIndex());
        while (i >= first && a.termAt(i) != b.termAt(i)) {
            i--;
        }
        while (i >= first && same(a, b, i)) {
            i--;
        }
        return i < first;
    }

    private static long termBefore(RaftLog log, long i) {
        return i > log.firstIndex() ? log.termAt(i - 1) : log.termBefore();
    }

    private int leaderCompleteness() {
        Map<Long, Commit> committed = new TreeMap<>();
        Map<Seat, RaftLog> leaders = new HashMap<>();
        for (int step = 0; step < history.size(); step++) {
            PlainView[] views = history.get(step);
            for (int node = 0; node < views.length; node++) {
                PlainView view = views[node];
                if (view != null && compactedTerm(view) >= 0) {
                    committed.putIfAbsent(
                            view.log().firstIndex() - 1, new Commit(compactedTerm(view), ANY, view.term()));
                }
                for (long i = view == null ? 1 : view.log().firstIndex(); view != null && i <= covered(view); i++) {
                    long term = view.log().termAt(i);
                    Object command = view.log().commandAt(i);
                    committed.merge(i, new Commit(term, command, view.term()), (known, now) ->
                            known.command() == ANY && known.term() == term
                                    ? new Commit(term, command, known.seenIn())
                                    : known);
                }
                if (view != null && view.leader()) {
                    leaders.put(new Seat(node, view.term()), view.log());
                }
            }
            if (leaders.entrySet().stream().anyMatch(l -> committed.entrySet().stream().anyMatch(
                    c -> c.getValue().seenIn() < l.getKey().term() && lacks(l.getValue(), c.getKey(), c.getValue())))) {
                return step;
            }
        }
        return -1;
    }

    private static boolean lacks(RaftLog log, long i, Commit entry) {
        return i > log.lastIndex() || i >= log.firstIndex()
                && (log.termAt(i) != entry.term()
                        || entry.command() != ANY && !Objects.equals(log.commandAt(i), entry.command()));
    }

    /** The term of the last entry that was compacted, or -1 where none was or it is not known. */
    private static long compactedTerm(PlainView view) {
        return view.log().firstIndex() > 1 ? view.log().termBefore() : RaftLog.UNKNOWN_TERM;
    }

    private int stateMachineSafety() {
        Map<Long, PlainLog.Entry> committed = new HashMap<>();
        for (int step = 0; step < history.size(); step++) {
            for (PlainView view : history.get(step)) {
                if (view != null && compactedTerm(view) >= 0) {
                    PlainLog.Entry last = new PlainLog.Entry(compactedTerm(view), ANY);
                    if (committed.computeIfAbsent(view.log().firstIndex() - 1, k -> last).term() != last.term()) {
                        return step;
                    }
                }
                for (long i = view == null ? 1 : view.log().firstIndex(); view != null && i <= covered(view); i++) {
                    PlainLog.Entry entry = new PlainLog.Entry(view.log().termAt(i), view.log().commandAt(i));
                    PlainLog.Entry known = committed.merge(i, entry, (before, now) ->
                            before.command() == ANY && before.term() == now.term() ? now : before);
                    if (!known.equals(entry)) {
                        return step;
                    }
                }
            }
        }
        return -1;
    }

    private int commitIndex() {
        for (int step = 0; step < history.size(); step++) {
            for (int node = 0; node < history.get(step).length; node++) {
                PlainView now = history.get(step)[node];
                PlainView before = step == 0 ? null : history.get(step - 1)[node];
                if (now != null && (now.commitIndex() > now.log().lastIndex() || before != null
                        && before.incarnation() == now.incarnation() && before.commitIndex() > now.commitIndex())) {
                    return step;
                }
            }
        }
        return -1;
    }

    private static long covered(PlainView view) {
        return Math.min(Math.max(view.commitIndex(), view.lastApplied()), view.log().lastIndex());
    }

    private static boolean same(RaftLog a, RaftLog b, long i) {
        return a.termAt(i) == b.termAt(i) && Objects.equals(a.commandAt(i), b.commandAt(i));
    }
}
