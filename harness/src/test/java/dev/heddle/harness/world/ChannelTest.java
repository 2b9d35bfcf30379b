package dev.heddle.harness.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.toy.Letter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTest {
    private final Endpoint from = new Endpoint("c1", null, 0);
    private final Endpoint to = new Endpoint("n1", new Node("n1", 0), 1);

    /** A list is the model: whatever is added, removed and discarded, both hold the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void behavesAsAList(long seed) {
        Rng rng = new Rng(seed);
        Channel channel = new Channel(from, to, false);
        List<Message> model = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            int kind = rng.nextInt(100);
            if (kind < 52 || model.isEmpty()) {
                Letter letter = rng.chance(0.1)
                        ? Letter.lossless(from, to, "m" + i, l -> {})
                        : new Letter(from, to, "m" + i, l -> {});
                channel.add(letter);
                model.add(letter);
            } else if (kind < 99) {
                Message removed = model.remove(kind < 75 ? 0 : rng.nextInt(model.size()));
                channel.remove(removed);
                assertNull(removed.channel());
            } else {
                channel.discard(m -> !m.lossless());
                model.removeIf(m -> !m.lossless());
            }
            assertHolds(model, channel);
        }
    }

    private static void assertHolds(List<Message> model, Channel channel) {
        assertEquals(model.size(), channel.size());
        for (int i = 0; i < model.size(); i++) {
            assertSame(model.get(i), channel.get(i));
            assertSame(channel, channel.get(i).channel());
        }
    }

    @Test
    void whereOrderIsKeptThereIsOneChoice() {
        Channel ordered = new Channel(from, to, true);
        Channel unordered = new Channel(from, to, false);
        assertEquals(0, ordered.choices());
        for (int i = 0; i < 3; i++) {
            ordered.add(new Letter(from, to, "a", l -> {}));
            unordered.add(new Letter(from, to, "a", l -> {}));
        }
        assertEquals(1, ordered.choices());
        assertEquals(3, unordered.choices());
    }
}
