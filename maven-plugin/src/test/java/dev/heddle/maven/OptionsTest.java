package dev.heddle.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Parameters that are absent leave no trace on the command line. */
class OptionsTest {
    @Test
    void onlyWhatIsThereIsSaid() {
        assertEquals(List.of("fuzz", "S", "--seed", "1", "--bug", "a", "--bug", "b", "--lenient"),
                new Options("fuzz", "S").put("--seed", 1).put("--time", null).put("--faults", " ")
                        .putAll("--bug", List.of("a", " b ")).putAll("--invariant", null)
                        .flag("--lenient", true).flag("--quiet", false).list());
    }

    @Test
    void aKeptFindIsNamedAfterWhatItShows() {
        assertEquals("Inner-no-lost-update-7",
                Words.nameInCorpus("com.example.Outer$Inner", "no-lost-update", "7"));
    }
}
