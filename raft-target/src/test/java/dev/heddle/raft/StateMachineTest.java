package dev.heddle.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The bundled state machines: what commands result in, and that a snapshot holds all of it. */
class StateMachineTest {

    private static void assertSurvivesSnapshot(StateMachine machine, Supplier<StateMachine> fresh, String... queries) {
        StateMachine restored = fresh.get();
        restored.apply(1, "append before");
        restored.apply(1, "put before x");
        restored.restore(machine.snapshot());
        assertEquals(machine.snapshot(), restored.snapshot());
        for (String query : queries) {
            assertEquals(machine.query(query), restored.query(query));
        }
    }

    @Test
    void aWordListGrows() {
        WordList list = new WordList();
        assertEquals("1", list.apply(1, "append a"));
        assertEquals("2", list.apply(7, "append two\nlines \\n"));
        assertEquals("unknown command", list.apply(8, "remove a"));
        assertEquals(List.of("a", "two\nlines \\n"), list.words());
        assertEquals("[a, two\nlines \\n]", list.query("read"));
        assertSurvivesSnapshot(list, WordList::new, "read");
    }

    @Test
    void aKeyValueStorePutsComparesAndDeletes() {
        KeyValueStore store = new KeyValueStore();
        assertEquals("ok", store.apply(1, "put k 1"));
        assertEquals("1", store.apply(2, "get k"));
        assertEquals("failed", store.apply(3, "cas k 2 3"));
        assertEquals("ok", store.apply(4, "cas k 1 2"));
        assertEquals("failed", store.apply(4, "cas none 1 2"));
        assertEquals("2", store.query("get k"));
        assertEquals("unknown command", store.query("put k 9"));
        assertEquals("unknown command", store.apply(5, "put k"));
        assertSurvivesSnapshot(store, KeyValueStore::new, "get k", "get before");
        assertEquals("ok", store.apply(6, "delete k"));
        assertEquals("none", store.apply(7, "delete k"));
        assertEquals("none", store.query("get k"));
    }
}
