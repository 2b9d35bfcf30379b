package dev.heddle.harness.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.audit.TraceComparison.Difference;
import dev.heddle.harness.audit.TraceComparison.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceComparisonTest {
    private static Verdict compare(String one, String other) throws IOException {
        return TraceComparison.compare(new StringReader(one), new StringReader(other));
    }

    @Test
    void equalRecordingsHaveNoDifference() throws IOException {
        assertEquals(new Verdict(2, Optional.empty()), compare("a\nb\n", "a\nb\n"));
        assertEquals(new Verdict(0, Optional.empty()), compare("", ""));
    }

    @Test
    void theFirstDifferenceIsNamedWithItsPlace() throws IOException {
        String same = "execution 0\nx\nexecution 1\n1\n2\n3\n4\n5\n6\n";
        Verdict verdict = compare(same + "a\nz\n", same + "b\ny\n");
        Difference difference = verdict.difference().orElseThrow();
        assertEquals(9, verdict.equalLines());
        assertEquals(10, difference.line());
        assertEquals("execution 1", difference.execution());
        assertEquals(List.of("2", "3", "4", "5", "6"), difference.context());
        assertEquals("a", difference.first());
        assertEquals("b", difference.second());
        assertTrue(!difference.suspects().isEmpty());
    }

    @Test
    void aRecordingThatEndsEarlyDiffers() throws IOException {
        Difference longer = compare("a\n", "a\nb\n").difference().orElseThrow();
        assertEquals(null, longer.first());
        assertEquals("b", longer.second());
        Difference shorter = compare("a\nb\n", "a\n").difference().orElseThrow();
        assertEquals("b", shorter.first());
        assertEquals(null, shorter.second());
    }
}
