package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.cli.targets.Catalog;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.run.TargetFactory;
import dev.heddle.harness.schedule.NetworkKind;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class ListCommandTest {
    @Test
    void showsWhatThereIsToChooseFrom() {
        Ran ran = Ran.toy("list");
        assertEquals(ExitCode.OK, ran.exit());
        for (String line : List.of(
                "target toy",
                "  bug greedy-45: a node takes a second greeting before any other node has one"
                        + "; sets --target-option polite=very",
                "  bug full-46: a node takes no third greeting; sets --target-option fixed --target-option"
                        + " polite=barely; needs --network udp",
                "  bug flaky: greetings name the system that sends them",
                "  target option polite=very|barely: how nodes greet (default: barely)",
                "  target option fixed: two nodes, whatever is asked for",
                "  invariant fair-share",
                "  faults on fifo: none",
                "  faults on udp: drop",
                "faults: crash, recover, partition, sever, reset, drop, duplicate, exception, storage, skew,"
                        + " corrupt")) {
            assertTrue(ran.out().lines().anyMatch(line::equals), line + " is missing in " + ran.out());
        }
        assertTrue(ran.out().contains("\nstrategy random: "), ran.out());
    }

    @Test
    void aNetworkThatATargetRefusesIsNoFailure() {
        ToyTargets toy = new ToyTargets();
        TargetFactory picky = new TargetFactory() {
            @Override
            public List<Bug> bugs() {
                return toy.bugs();
            }

            @Override
            public List<Option> options() {
                return List.of();
            }

            @Override
            public Target create(
                    int nodes, NetworkKind network, List<String> bugs, SortedMap<String, String> options) {
                if (network == NetworkKind.UDP) {
                    throw new IllegalArgumentException("needs order");
                }
                return toy.create(nodes, network, bugs, options);
            }
        };
        Catalog catalog = new Catalog(Map.of("picky", () -> picky));
        Ran ran = Ran.with(catalog, ToyMain.freshJvm(), "list");
        assertEquals(ExitCode.OK, ran.exit(), ran.toString());
        assertTrue(ran.out().contains("\n  udp: refused (needs order)\n"), ran.out());
        Map<?, ?> json = Ran.with(catalog, ToyMain.freshJvm(), "list", "--json").json();
        assertEquals("needs order", ((Map<?, ?>) ((List<?>) json.get("targets")).get(0)).get("udpRefused"));
    }

    @Test
    void showsItAsJson() {
        Map<?, ?> json = Ran.toy("list", "toy", "--json").json();
        Map<?, ?> toy = (Map<?, ?>) ((List<?>) json.get("targets")).get(0);
        assertEquals("toy", toy.get("name"));
        Map<?, ?> full = (Map<?, ?>) ((List<?>) toy.get("bugs")).get(1);
        assertEquals(Map.of("fixed", "", "polite", "barely"), full.get("options"));
        assertEquals(List.of("--network udp"), full.get("needs"));
        assertEquals(List.of("fair-share", "sane", "no-uncaught-exception"), toy.get("invariants"));
        assertEquals("random", ((Map<?, ?>) ((List<?>) json.get("strategies")).get(0)).get("name"));
    }
}
