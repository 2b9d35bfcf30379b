package dev.heddle.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who hears of an interrupt. */
class InterruptsTest {
    @Test
    void workThatBeginsAfterTheInterruptIsToldToEndAtOnce() {
        Interrupts interrupts = new Interrupts();
        List<String> told = new ArrayList<>();
        interrupts.finished();
        interrupts.onInterrupt(() -> told.add("first"));
        assertEquals(List.of(), told);
        interrupts.interrupt();
        interrupts.onInterrupt(() -> told.add("second"));
        assertEquals(List.of("first", "second"), told);
    }
}
