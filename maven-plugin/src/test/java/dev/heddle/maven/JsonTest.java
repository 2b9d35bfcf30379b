package dev.heddle.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is absent or null is empty. */
class JsonTest {
    @Test
    void fieldsAreReadByName() throws IOException {
        Json json = Json.parse("""
                {"a":"x","n":2.5,"b":true,"none":null,"o":{"a":"y","l":["p","q"]},"s":[{"a":1},{"a":2}]}""");
        assertEquals("x", json.text("a"));
        assertEquals(2.5, json.number("n"));
        assertEquals("true", json.text("b"));
        assertEquals("", json.text("none"));
        assertFalse(json.has("none"));
        assertTrue(json.has("o"));
        assertEquals("y", json.object("o").text("a"));
        assertEquals(List.of("p", "q"), json.object("o").texts("l"));
        assertEquals(List.of("1", "2"), json.objects("s").stream().map(s -> s.text("a")).toList());
        assertEquals("", json.object("absent").object("too").text("a"));
        assertEquals(List.of(), json.objects("absent"));
    }
}
