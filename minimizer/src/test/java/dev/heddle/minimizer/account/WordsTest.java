package dev.heddle.minimizer.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.schedule.Verb;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static String words(String line) {
        return Words.of(Faults.VOCABULARY.parse(line), UnaryOperator.identity());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "boot n1; n1 starts",
        "crash n1; n1 crashes",
        "crash n1 during deliver n2 -> n1 Vote{term=1} #1 after sync 2;"
                + " n1 crashes after sync 2 while n1 gets Vote{term=1} from n2",
        "recover n1; n1 starts again",
        "throw n1 during fire n1 Tick #1; an exception is thrown in n1 as the timer Tick of n1 goes off",
        "drop n1 -> n2 Vote #1; Vote from n1 to n2 is lost",
        "duplicate n1 -> n2 Vote #1; Vote from n1 to n2 is under way once more",
        "partition n1 n2 | n3; the network parts into n1 n2 | n3",
        "cut n1 -> n2; nothing from n1 reaches n2 any more",
        "sever n1 -> n2; nothing from n1 reaches n2 ever again",
        "heal n1 -> n2; n1 reaches n2 again",
        "heal all; all cuts are healed",
        "reset n1 -> n2; the connection from n1 to n2 is reset",
        "skew n1 -20ms; the clock of n1 is set 20 ms back",
        "skew n1 +0ms; the clock of n1 is set right",
        "storage-error n1 read; the next read from the disk of n1 will fail",
        "storage-error n1 torn; the next crash of n1 will tear what is not synced",
        "settle 10s; 'from here on all goes by rule, for 10s'"
    })
    void everyFaultIsToldInWords(String line, String words) {
        assertEquals(words, words(line));
    }

    @Test
    void noEventThatCanBeWrittenIsLeftInTheWordsOfSchedules() {
        for (Verb verb : Faults.VOCABULARY.verbs()) {
            String line = verb.form().example();
            assertNotEquals(line, words(line));
        }
    }
}
