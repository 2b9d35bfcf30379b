package dev.heddle.examples.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.heddle.raft.KeyValueStore;
import dev.heddle.raft.WordList;
import org.junit.jupiter.api.Test;

class DataSpecTest {
    private static final DataSpec WORDS = new DataSpec(WordList::new, false);
    private static final DataSpec KEYS = new DataSpec(KeyValueStore::new, true);

    @Test
    void aReadTellsWhatWasAppended() {
        DataSpec.State one = WORDS.step(WORDS.initial(), "append w1", "Committed{index=4}");
        assertNotNull(WORDS.step(one, "read", "Result{[w1]}"));
        assertNull(WORDS.step(one, "read", "Result{[]}"), "a stale read");
        assertNull(WORDS.step(WORDS.initial(), "read", "Result{[w1]}"), "a read of what nobody wrote");
    }

    @Test
    void aCommandIsAppliedAgainUnlessItIsAskedForOnce() {
        DataSpec.State one = WORDS.step(WORDS.initial(), "append w1", null);
        assertNotNull(WORDS.step(WORDS.step(one, "append w1", null), "read", "Result{[w1, w1]}"));
        DataSpec.State once = WORDS.step(WORDS.initial(), "once append w1", "Committed{index=1 result=1}");
        DataSpec.State again = WORDS.step(once, "once append w1", "Committed{index=2 result=1}");
        assertEquals(once, again);
        assertNull(WORDS.step(once, "once append w1", "Committed{index=2 result=2}"), "applied twice");
    }

    @Test
    void anAnswerThatNobodyHeardMayBeAny() {
        assertNotNull(KEYS.step(KEYS.initial(), "once cas k1 v1 v2", null));
        assertNotNull(KEYS.step(KEYS.initial(), "get k1", null));
    }

    @Test
    void comparingAndSettingTellsWhetherItDid() {
        DataSpec.State one = KEYS.step(KEYS.initial(), "put k1 v1", "Committed{index=1}");
        assertNull(KEYS.step(one, "once cas k1 v1 v2", "Committed{index=2 result=failed}"));
        DataSpec.State two = KEYS.step(one, "once cas k1 v1 v2", "Committed{index=2 result=ok}");
        assertNotNull(KEYS.step(two, "get k1", "Result{v2}"));
        assertNull(KEYS.step(two, "get k1", "Result{v1}"));
    }

    @Test
    void eachKeyIsAPartAndAdministrationConcernsNone() {
        assertEquals("k1", KEYS.part("put k1 v1"));
        assertEquals("k1", KEYS.part("once delete k1"));
        assertEquals("", WORDS.part("append w1"));
        assertEquals(KEYS.part("members n1 n2"), KEYS.part("transfer n1"));
        assertEquals(KEYS.part("members n1 n2"), KEYS.part("open"));
        DataSpec.State state = WORDS.initial();
        assertEquals(state, WORDS.step(state, "members n1", "Committed{index=7}"));
    }
}
