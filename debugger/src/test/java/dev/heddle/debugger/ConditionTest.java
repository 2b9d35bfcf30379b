package dev.heddle.debugger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons of fields. */
class ConditionTest {
    private static final Map<String, String> STATE = Map.of("term", "10", "role", "Leader", "log", "[1:w7, 2:w8]");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            term = 10     | true
            term == 10.0  | true
            term>9        | true
            term<9        | false
            term >= 10    | true
            term<=10      | true
            term != 10    | false
            role=Leader   | true
            role!=Leader  | false
            role=leader   | false
            role > Follower | true
            log~w8        | true
            log~w9        | false
            log=[1:w7, 2:w8] | true
            vote=none     | false
            vote!=none    | false
            """)
    void numbersCompareAsNumbersAndTextsAsTexts(String text, boolean holds) {
        Condition.Parts parts = Condition.Parts.of(text);
        assertEquals(holds, new Condition("n1", parts.subject(), parts.operator(), parts.value()).holds(STATE));
    }

    @Test
    void whatComparesNothingIsNoCondition() {
        assertNull(Condition.Parts.of("VoteReply"));
    }
}
