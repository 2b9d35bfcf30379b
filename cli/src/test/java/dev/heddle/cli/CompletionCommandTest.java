package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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

    @Test
    void saysNothingOfWhatMadeIt() {
        List<String> remarks = Ran.toy("completion").out().lines().filter(line -> line.strip().startsWith("#"))
                .toList();
        assertEquals(2, remarks.size(), remarks.toString());
        assertTrue(remarks.get(1).contains("source <(./heddle completion)"), remarks.toString());
    }
}
