package dev.heddle.harness.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is near, and what is not. */
class LikenessTest {
    private static final List<String> KNOWN = List.of(
            "goto", "forget", "fuzz", "n1", "election-safety", "raft-45", "raft-56", "raft-58a");

    /** A digit is no slip for another one, unless it is their neighbour's. */
    @ParameterizedTest
    @CsvSource({
        "gto,              goto",
        "gtoo,             goto",
        "foo,              none",
        "fooo,             none",
        "fuz,              fuzz",
        "for,              forget",
        "frogt,            forget",
        "n7,               none",
        "m1,               n1",
        "raft-99,          none",
        "raft-59,          none",
        "raft-54,          raft-45",
        "raft45,           raft-45",
        "raft-58,          raft-58a",
        "xy,               none",
        "election-saftey,  election-safety",
        "elektoin-seifty,  election-safety",
        "action,           none",
    })
    void theNearestIsNamedWhereItIsNear(String given, String nearest) {
        assertEquals(nearest, Likeness.nearest(given, KNOWN).orElse("none"));
    }
}
