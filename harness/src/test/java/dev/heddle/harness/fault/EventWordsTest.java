package dev.heddle.harness.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventWordsTest {

    private static String words(String line, UnaryOperator<String> shown) {
        return Faults.VOCABULARY.parse(line).words(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "boot coordinator; coordinator starts",
        "deliver n2 -> n1/worker Vote{term=1} #1; n1/worker gets Vote{term=1} from n2",
        "fire n1 Tick #1; the timer Tick of n1 goes off",
        "run n1 Future#3; n1 runs Future",
        "command c1 -> n1 append w7; c1 asks n1 to append w7",
        "crash n1; n1 crashes",
        "crash n1 during deliver n2 -> n1/worker Vote #1 after sync 2;"
                + " n1 crashes after sync 2 while n1/worker gets Vote from n2",
        "recover n1; n1 starts again",
        "throw n1 during fire n1 Tick #1;"
                + " 'the timer Tick of n1 goes off, but an exception is thrown before it is handled'",
        "throw n1 during deliver n2 -> n1/worker Vote #1;"
                + " 'n1/worker gets Vote from n2, but an exception is thrown before it is handled'",
        "drop n1 -> n2 Vote #1; Vote from n1 to n2 is lost",
        "duplicate n1 -> n2 Vote #1; Vote from n1 to n2 is under way once more",
        "corrupt n1 -> n2 Vote #1 variant 2; 'Vote from n1 to n2 is corrupted, variant 2'",
        "partition n1 n2 | n3; 'the network parts n1, n2 from n3'",
        "cut n1 -> n2; nothing from n1 reaches n2 any more",
        "sever n1 -> n2; nothing from n1 reaches n2 ever again",
        "heal n1 -> n2; n1 reaches n2 again",
        "heal all; every cut that can be healed is",
        "reset n1 -> n2; the connection from n1 to n2 is reset",
        "skew n1 -20ms; the clock of n1 is now 20 ms behind",
        "skew n1 +500ms; the clock of n1 is now 500 ms ahead",
        "skew n1 +0ms; the clock of n1 is now right",
        "storage-error n1 read; the next read from the disk of n1 will fail",
        "storage-error n1 write; the next write or sync of the disk of n1 will fail",
        "storage-error n1 torn;"
                + " 'at the next crash of n1 a part of what is not synced survives, its last record torn'",
        "pass 1us; 1 microsecond passes",
        "pass 1500us; 1500 microseconds pass",
        "settle 10s; 'from here on all goes by rule, for 10s at most'"
    })
    void everyEventIsToldInWords(String line, String words) {
        assertEquals(words, words(line, UnaryOperator.identity()));
    }

    @Test
    void ofATextNoMoreIsShownThanIsWanted() {
        UnaryOperator<String> kind = text -> text.substring(0, text.indexOf('{'));
        for (String prefix : new String[] {"drop ", "duplicate ", "deliver ", "throw n2 during deliver "}) {
            String words = words(prefix + "n1 -> n2 Vote{term=1} #1", kind);
            assertEquals(-1, words.indexOf("term"), words);
        }
        assertEquals("n2 crashes after write 1 while n2 gets Vote from n1",
                words("crash n2 during deliver n1 -> n2 Vote{term=1} #1 after write 1", kind));
    }
}
