package dev.heddle.harness.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.toy.Bench;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class StatesTest {
    private enum Role { LEADS, FOLLOWS }

    private record View(Role role, long term, String votedFor, List<String> log, Set<String> votes)
            implements NodeView {
        @Override
        public void fields(java.util.function.BiConsumer<String, Object> field) {
            field.accept("role", role);
            field.accept("term", term);
            field.accept("votedFor", votedFor);
            field.accept("log", log);
            field.accept("votes", votes);
        }

        View term(long other) {
            return new View(role, other, votedFor, log, votes);
        }

        View role(Role other) {
            return new View(other, term, votedFor, log, votes);
        }

        View votedFor(String other) {
            return new View(role, term, other, log, votes);
        }

        View log(String... entries) {
            return new View(role, term, votedFor, List.of(entries), votes);
        }

        View votes(String... names) {
            return new View(role, term, votedFor, log, Set.of(names));
        }
    }

    private static final View PLAIN = new View(Role.FOLLOWS, 3, "none", List.of("a"), Set.of());

    private final Bench bench = Bench.up(2, NetworkKind.FIFO);
    private final View[] views = {PLAIN, PLAIN};
    private final List<Long> reached = new ArrayList<>();
    private final States states = new States(reached::add);

    StatesTest() {
        bench.view = node -> views[node.index()];
        step("n1");
        step("n2");
    }

    /** Something happens at a node; the abstract state of the pair after it. */
    private long step(String node) {
        bench.apply(bench.send(node, node + "/log", "x"));
        states.look(bench.world);
        return reached.get(reached.size() - 1);
    }

    private long with(UnaryOperator<View> first, UnaryOperator<View> second) {
        views[0] = first.apply(PLAIN);
        views[1] = second.apply(PLAIN);
        step("n1");
        return step("n2");
    }

    private static UnaryOperator<View> same() {
        return view -> view;
    }

    @Test
    void howFarNumbersAreApartDoesNotMatter() {
        long ahead = with(v -> v.term(4), same());
        assertEquals(ahead, with(v -> v.term(40), v -> v.term(39)));
        assertNotEquals(ahead, with(same(), same()));
        assertNotEquals(ahead, with(same(), v -> v.term(4)));
        assertEquals(with(same(), same()), with(v -> v.term(9), v -> v.term(9)));
    }

    @Test
    void wordsAreWhatTheyAre() {
        assertEquals(4, Set.of(
                        with(same(), same()),
                        with(v -> v.role(Role.LEADS), same()),
                        with(same(), v -> v.role(Role.LEADS)),
                        with(v -> v.role(Role.LEADS), v -> v.role(Role.LEADS)))
                .size());
    }

    @Test
    void theNameOfANodeIsItsOwnTheOthersOrAThird() {
        Set<Long> different = new HashSet<>();
        for (String name : List.of("n1", "n2", "n3")) {
            different.add(with(v -> v.votedFor(name), same()));
        }
        assertEquals(3, different.size());
        assertEquals(with(v -> v.votedFor("n3"), same()), with(v -> v.votedFor("n4"), same()));
    }

    @Test
    void ofOtherThingsTheLengthAndWhetherTheyAreTheSame() {
        long longer = with(v -> v.log("a", "b"), same());
        assertEquals(longer, with(v -> v.log("a", "c"), same()));
        assertNotEquals(longer, with(same(), same()));
        assertNotEquals(with(v -> v.log("z"), same()), with(same(), same()));
    }

    @Test
    void howManyCountsUpToAFew() {
        long three = with(v -> v.votes("a", "b", "c"), same());
        assertEquals(three, with(v -> v.votes("a", "b", "c", "d"), same()));
        assertNotEquals(three, with(v -> v.votes("a", "b"), same()));
    }

    @Test
    void aNodeThatIsDownHasNoState() {
        long up = with(same(), same());
        bench.crash("n1");
        states.look(bench.world);
        long down = reached.get(reached.size() - 1);
        assertNotEquals(up, down);
        views[1] = PLAIN.term(77);
        assertEquals(down == step("n2"), false, "seen from the other side");
        long other = step("n2");
        views[1] = PLAIN.term(78).role(Role.LEADS);
        assertEquals(other, step("n2"), "nothing to compare with");
    }

    @Test
    void theKindOfMessageOnItsWayCountsAndNotItsContents() {
        long none = with(same(), same());
        bench.send("n1", "n2", "vote 1");
        long vote = step("n2");
        assertNotEquals(none, vote);
        bench.deliverAll();
        bench.send("n1", "n2", "vote 2");
        assertEquals(vote, step("n2"));
        bench.deliverAll();
        bench.send("n2", "n1", "vote 2");
        long other = step("n2");
        assertNotEquals(vote, other);
        assertNotEquals(none, other);
    }

    @Test
    void onlyTheNodeThatActedIsLookedAt() {
        int before = reached.size();
        bench.send("n1", "n2", "a");
        bench.cut("n1", "n2");
        states.look(bench.world);
        assertEquals(before, reached.size());
    }
}
