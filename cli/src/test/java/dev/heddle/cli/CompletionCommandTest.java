package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CompletionCommandTest {
    @Test
    void everyCommandIsCompleted() {
        Ran ran = Ran.toy("completion");
        assertEquals(ExitCode.OK, ran.exit(), ran.toString());
        assertTrue(ran.out().contains("complete -F _complete_heddle"), ran.out());
        for (String command : new String[] {"fuzz", "replay", "minimize", "export", "audit", "list", "bench"}) {
            assertTrue(ran.out().contains("function _picocli_heddle_" + command + "()"), command);
        }
        assertTrue(ran.out().contains("--max-deliveries"));
    }
}
