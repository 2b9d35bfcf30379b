package dev.heddle.cli;

import dev.heddle.harness.coverage.Coverage;
import dev.heddle.harness.coverage.Gaps;
import dev.heddle.harness.coverage.Growth;
import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.schedule.Quantity;
import dev.heddle.harness.schedule.Verb;
import dev.heddle.report.json.Json;
import dev.heddle.report.page.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * What happened in all executions of a campaign, and what never did.
 *
 * @param executions the number of them
 * @param faults those that could happen
 */
record CoverageReport(Coverage coverage, long executions, Collection<FaultKind> faults) {
    private static final int MAX_GAPS = 20;

    Json json() {
        return new Json()
                .put("messages", nested(coverage.messages()))
                .put("timers", nested(coverage.timers()))
                .put("transitions", nested(coverage.transitions()))
                .put("events", flat(coverage.events()))
                .put("abstractStates", coverage.abstractStates())
                .put("growth", decades().stream().map(CoverageReport::json).toList())
                .put("never", gaps());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("coverage: " + String.join(", ",
                Quantity.of(coverage.messages().size(), "kind") + " of message",
                Quantity.of(coverage.timers().size()) + " of timer",
                Quantity.of(coverage.transitions().size(), "change") + " of mode",
                Quantity.of(coverage.abstractStates(), "abstract state") + " of pairs of nodes"));
        List<String> gaps = gaps();
        gaps.stream().limit(MAX_GAPS).forEach(gap -> lines.add("  " + gap));
        if (gaps.size() > MAX_GAPS) {
            lines.add("  and " + (gaps.size() - MAX_GAPS) + " more: see 'never' in summary.json");
        }
        return lines;
    }

    private static Json json(Growth.Point point) {
        return new Json()
                .put("executions", point.executions())
                .put("abstractStates", point.abstractStates())
                .put("messages", point.messages())
                .put("meetings", point.meetings())
                .put("transitions", point.transitions());
    }

    /** What was reached after 1, 10, 100, … executions, and after all. */
    private List<Growth.Point> decades() {
        Growth growth = coverage.growth();
        List<Growth.Point> points = new ArrayList<>();
        for (long decade = 1; decade < executions && decade > 0; decade *= 10) {
            points.add(growth.at(decade));
        }
        points.add(growth.at(executions));
        return points;
    }

    List<String> gaps() {
        return Gaps.in(coverage, events());
    }

    /** The events from outside that could happen. */
    List<String> events() {
        return faults.stream().flatMap(kind -> kind.verbs().stream()).map(Verb::word).distinct().toList();
    }

    /** What a page shows of it. */
    List<Section> sections() {
        return executions == 0 ? List.of() : new CoverageSections(this).all(decades());
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
