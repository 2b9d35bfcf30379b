package dev.heddle.examples.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.random.Rng;
import dev.heddle.raft.ChangeMembership;
import dev.heddle.raft.ClientCommand;
import dev.heddle.raft.ClientRead;
import dev.heddle.raft.OpenSession;
import dev.heddle.raft.RaftFeatures;
import dev.heddle.raft.TransferLeadership;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RaftCommandsTest {
    private static final List<String> NODES = List.of("n1", "n2", "n3");

    @Test
    void withoutOptionsClientsAppendWords() {
        assertEquals(List.of("append w1", "append w2", "append w3"), some(options(), 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"words", "kv"})
    void everythingThatClientsAskForCanBeRead(String clients) {
        List<String> texts = some(options("clients=" + clients, "admin=on"), 500);
        Set<String> kinds = new TreeSet<>();
        for (String text : texts) {
            kinds.add(Requests.message(text, false).getClass().getSimpleName());
        }
        assertEquals(Set.of("ChangeMembership", "ClientCommand", "ClientRead", "TransferLeadership"), kinds);
        assertTrue(new HashSet<>(texts).size() < texts.size(), "some are retries");
        assertTrue(texts.stream().filter(t -> t.startsWith("members ")).allMatch(t -> t.split(" ").length > 1));
    }

    @Test
    void requestsAreTheMessagesThatTheySayTheyAre() {
        assertEquals(new ClientCommand("append w1"), Requests.message("append w1", false));
        assertEquals(new ClientCommand("put-k1-v1", 1, "put k1 v1"), Requests.message("once put k1 v1", false));
        assertEquals(new ClientRead("get k1"), Requests.message("get k1", false));
        assertEquals(new ChangeMembership(List.of("n1", "n2")), Requests.message("members n1 n2", false));
        assertEquals(new TransferLeadership("n2"), Requests.message("transfer n2", false));
    }

    @Test
    void whereSessionsAreLimitedClientsOpenThemAndTryThoseOfTheirNumbers() {
        assertEquals(new OpenSession(), Requests.message("open", true));
        assertEquals(new ClientCommand("6", 1, "append w12"), Requests.message("once append w12", true));
        assertEquals(new ClientCommand("append-w13", 1, "append w13"), Requests.message("once append w13", true));
        List<String> texts = some(options("clients=words", "limited-sessions=on"), 100);
        assertTrue(texts.contains("open") && texts.stream().anyMatch(t -> t.startsWith("once ")), texts.toString());
        assertFalse(some(options("clients=words"), 100).contains("open"));
    }

    @Test
    void limitedSessionsAreNotForClientsOfKeys() {
        String message = assertThrows(
                IllegalArgumentException.class, () -> options("limited-sessions", "clients=kv")).getMessage();
        assertEquals(
                "raft's option limited-sessions is not for clients=kv; give --target-option clients=words", message);
    }

    @Test
    void eachExecutionDrawsHowManySessionsAreRemembered() {
        Set<Integer> drawn = new TreeSet<>();
        for (long seed = 0; seed < 100; seed++) {
            drawn.add(options("limited-sessions").features(seed).maxSessions());
            assertEquals(0, options("features=random").features(seed).maxSessions());
        }
        assertEquals(Set.of(1, 2, 3), drawn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "append", "append ", "append a b", "once read", "members", "put k", "transfer", "dance w1"})
    void whatIsNoRequestIsRefusedWithWhatThereIs(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> Requests.message(text, false)).getMessage();
        assertTrue(message.contains("'" + text + "'") && message.contains("append WORD"), message);
    }

    @Test
    void anOptionsValueIsOneOfThoseThatThereAre() {
        String message = assertThrows(IllegalArgumentException.class, () -> options("lease=perhaps")).getMessage();
        assertEquals("raft's option lease is one of off, on, random, not 'perhaps'", message);
    }

    @Test
    void anExecutionDrawsItsFeaturesFromItsSeedAlone() {
        RaftOptions random = options("features=random");
        Set<RaftFeatures> drawn = new HashSet<>();
        for (long seed = 0; seed < 1_000; seed++) {
            assertEquals(random.features(seed), random.features(seed));
            drawn.add(random.features(seed));
        }
        assertEquals(16 + 4 * 16, drawn.size(), "each of four switches, and compaction off or after 1 to 4 entries");
        RaftFeatures without = options().features(7);
        assertEquals(without, options().features(8));
        assertEquals(0, without.compactEvery());
        assertNotEquals(without, options("pre-vote").features(7));
    }

    private static List<String> some(RaftOptions options, int count) {
        RaftCommands commands = new RaftCommands(options, NODES);
        Rng rng = new Rng(1);
        String[] texts = new String[count];
        Arrays.setAll(texts, i -> commands.next(i, rng));
        return List.of(texts);
    }

    private static RaftOptions options(String... given) {
        SortedMap<String, String> options = new TreeMap<>();
        for (String option : given) {
            int equals = option.indexOf('=');
            options.put(equals < 0 ? option : option.substring(0, equals),
                    equals < 0 ? "" : option.substring(equals + 1));
        }
        return RaftOptions.of(options);
    }
}
