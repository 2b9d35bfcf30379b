package dev.heddle.akka;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.Props;
import dev.heddle.api.Definition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An Akka that is not woven, as the one on this test's own class path, is refused. */
class WeavingTest {
    @Test
    void saysWhatToDo() {
        Definition definition = Definition.of(List.of("n1"), node -> Props.empty()).build();

        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> new AkkaTarget(definition));

        assertFalse(Weaving.active());
        assertTrue(refusal.getMessage().contains("start with ./heddle"), refusal.getMessage());
    }
}
