package dev.heddle.harness.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Command;
import dev.heddle.harness.fault.Settle;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.toy.Bench;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.World;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private static final Improviser NEW_WORDS = new Improviser() {
        @Override
        public Action anything(World world) {
            return new Settle(1);
        }

        @Override
        public Action command(Command before, World world) {
            return new Command(before.client(), before.node(), "other words");
        }
    };

    private static Bench pair() {
        return Bench.up(2, NetworkKind.FIFO);
    }

    private static Follower follower(Action... actions) {
        return new Follower(Recipe.of(List.of(actions)), NEW_WORDS);
    }

    @Test
    void aMessageIsFoundAgainByItsKind() {
        Bench before = pair();
        Follower follower = follower(before.send("n1", "n2", "vote 1"), before.arm("n2", "tick", 3));
        Bench now = pair();
        now.arm("n2", "tock", 1);
        Action tick = now.arm("n2", "tick", 9);
        now.arm("n1", "tick", 1);
        Message vote = now.send("n1", "n2", "vote 7");
        assertSame(vote, follower.choose(now.world));
        assertSame(tick, follower.choose(now.world));
        assertNull(follower.choose(now.world));
    }

    /** Order keeps what comes behind it from being delivered, so it is taken instead. */
    @Test
    void onAChannelThatKeepsOrderTheHeadStandsForIt() {
        Follower follower = follower(pair().send("n1", "n2", "vote 1"));
        Bench now = pair();
        Message head = now.send("n1", "n2", "append");
        now.send("n1", "n2", "vote 1");
        assertSame(head, follower.choose(now.world));
    }

    @Test
    void whereNothingKeepsOrderTheOldestOfItsKindIsTaken() {
        Follower follower = follower(pair().send("n1", "n2", "vote 1"));
        Bench now = Bench.up(2, NetworkKind.UDP);
        now.send("n1", "n2", "append");
        Message vote = now.send("n1", "n2", "vote 2");
        now.send("n1", "n2", "vote 1");
        assertSame(vote, follower.choose(now.world));
    }

    @Test
    void whatIsNotPossibleIsPassedOver() {
        Bench before = pair();
        Follower follower = follower(before.send("n1", "n2", "vote"), before.submit("n1", "job"), new Settle(5));
        Bench now = pair();
        Action job = now.submit("n1", "another");
        assertSame(job, follower.choose(now.world));
        assertNull(follower.choose(now.world), "the end of an execution is no part of it");
    }

    /** Or two clients would write the same word, which targets must be able to rely on not to happen. */
    @Test
    void commandsGetWordsOfTheirOwn() {
        assertEquals("command c1 -> n2 other words",
                follower(new Command("c1", "n2", "append w1")).choose(pair().world).toEvent().line());
    }

    @Test
    void variantsDifferAndMeanSomethingToEveryExecution() {
        Bench before = pair();
        Action[] actions = new Action[12];
        for (int i = 0; i < actions.length; i++) {
            actions[i] = before.send("n" + (1 + i % 2), "n" + (2 - i % 2), "kind" + (char) ('a' + i));
        }
        Recipe recipe = Recipe.of(List.of(actions));
        Set<List<String>> different = new HashSet<>();
        Set<Boolean> longer = new HashSet<>();
        for (long seed = 0; seed < 300; seed++) {
            Recipe variant = recipe.variant(recipe, new Rng(seed));
            longer.add(variant.size() > recipe.size());
            List<String> steps = new java.util.ArrayList<>();
            for (int i = 0; i < variant.size(); i++) {
                steps.add(variant.step(i).toString());
            }
            different.add(steps);
        }
        assertTrue(different.size() > 150, different.size() + " variants");
        assertEquals(Set.of(true, false), longer);
        assertEquals(12, recipe.size());
    }

    @Test
    void whatIsKeptLongestGivesWay() {
        Corpus corpus = new Corpus();
        assertTrue(corpus.isEmpty());
        assertEquals(2, corpus.reached(new long[] {1, 2, 1}));
        assertEquals(1, corpus.reached(new long[] {2, 3}));
        for (int i = 0; i < 3000; i++) {
            corpus.keep(Recipe.of(List.of(new Command("c1", "n1", "w" + i))));
        }
        Set<Integer> seen = new HashSet<>();
        Rng rng = new Rng(1);
        for (int i = 0; i < 5000; i++) {
            Recipe variant = corpus.variant(rng);
            for (int s = 0; s < variant.size(); s++) {
                if (variant.step(s) instanceof Step.Asked asked) {
                    seen.add(Integer.parseInt(asked.command().text().substring(1)));
                }
            }
        }
        assertTrue(seen.stream().allMatch(i -> i >= 3000 - 1024), "the oldest are gone");
        assertTrue(seen.contains(2999) && seen.size() > 500);
    }
}
