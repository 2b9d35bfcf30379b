package dev.heddle.cli;

import dev.heddle.harness.coverage.Coverage;
import dev.heddle.harness.coverage.Gaps;
import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.schedule.Verb;
import dev.heddle.report.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * What happened in all executions of a campaign, and what never did.
 *
 * @param faults those that could happen
 */
record CoverageReport(Coverage coverage, Collection<FaultKind> faults) {
    private static final int MAX_GAPS = 20;

    Json json() {
        return new Json()
                .put("messages", nested(coverage.messages()))
                .put("timers", nested(coverage.timers()))
                .put("transitions", nested(coverage.transitions()))
                .put("events", flat(coverage.events()))
                .put("abstractStates", coverage.abstractStates())
                .put("never", gaps());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "coverage: %d kinds of message, %d of timer, %d changes of mode, %,d abstract"
                        + " states of pairs of nodes",
                coverage.messages().size(), coverage.timers().size(), coverage.transitions().size(),
                coverage.abstractStates()));
        List<String> gaps = gaps();
        gaps.stream().limit(MAX_GAPS).forEach(gap -> lines.add("  " + gap));
        if (gaps.size() > MAX_GAPS) {
            lines.add("  and " + (gaps.size() - MAX_GAPS) + " more: see 'never' in summary.json");
        }
        return lines;
    }

    private List<String> gaps() {
        return Gaps.in(coverage, faults.stream().flatMap(kind -> kind.verbs().stream()).map(Verb::word).toList());
    }

    private static Json nested(SortedMap<String, SortedMap<String, Long>> counts) {
        Json object = new Json();
        counts.forEach((word, own) -> object.put(word, flat(own)));
        return object;
    }

    private static Json flat(SortedMap<String, Long> counts) {
        Json object = new Json();
        counts.forEach(object::put);
        return object;
    }
}
