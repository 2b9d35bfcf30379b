package dev.heddle.cli;

import dev.heddle.harness.coverage.Coverage;
import dev.heddle.harness.coverage.Growth;
import dev.heddle.harness.schedule.Quantity;
import dev.heddle.report.page.GrowthChart;
import dev.heddle.report.page.GrowthChart.Curve;
import dev.heddle.report.page.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/** What a campaign's page shows of its coverage: how it grew, what met what, and what never happened. */
record CoverageSections(CoverageReport report) {
    private static final int POINTS = 120;

    /** @param decades what was reached after 1, 10, 100, … executions, and after all */
    List<Section> all(List<Growth.Point> decades) {
        Coverage coverage = report.coverage();
        List<Section> sections = new ArrayList<>();
        sections.add(chart());
        sections.add(new Section.Table("After so many executions",
                List.of("executions", "abstract states", "kinds of message", "kind meets mode", "changes of mode"),
                decades.stream().map(CoverageSections::row).toList()));
        sections.add(byMode("Messages, by the mode of the node that they met", coverage.messages(), coverage.modes()));
        sections.add(byMode("Timers and tasks, by the mode of their node", coverage.timers(), coverage.modes()));
        sections.add(transitions(coverage));
        sections.add(events(coverage));
        List<String> gaps = report.gaps();
        sections.add(new Section.Lines(Quantity.of(gaps.size(), "thing") + " never happened", gaps));
        return sections;
    }

    private GrowthChart chart() {
        Growth growth = report.coverage().growth();
        List<Growth.Point> points = places().mapToObj(growth::at).toList();
        return new GrowthChart("Coverage, from execution to execution", report.executions(), List.of(
                curve("abstract states of pairs of nodes", points, Growth.Point::abstractStates),
                curve("kinds of message", points, Growth.Point::messages),
                curve("kind of message or timer meets mode of node", points, Growth.Point::meetings),
                curve("changes of mode", points, Growth.Point::transitions)));
    }

    /** Numbers of executions, evenly on a logarithmic scale; all of them last. */
    private LongStream places() {
        double decades = StrictMath.log10(report.executions());
        return LongStream.rangeClosed(0, POINTS)
                .map(i -> i == POINTS ? report.executions() : (long) StrictMath.pow(10, decades * i / POINTS))
                .distinct();
    }

    private static Curve curve(String name, List<Growth.Point> points, ToLongFunction<Growth.Point> count) {
        return new Curve(name, points.stream()
                .map(point -> new GrowthChart.Point(point.executions(), count.applyAsLong(point)))
                .toList());
    }

    private static List<String> row(Growth.Point point) {
        return LongStream.of(point.executions(), point.abstractStates(), point.messages(), point.meetings(),
                        point.transitions())
                .mapToObj(Quantity::of)
                .toList();
    }

    /** Kinds by modes; a node that shows no mode is no gap where it is not met. */
    private static Section byMode(String title, SortedMap<String, SortedMap<String, Long>> counts, Set<String> modes) {
        boolean without = counts.values().stream().anyMatch(own -> own.containsKey(Coverage.NO_MODE));
        List<String> columns = new ArrayList<>(List.of("kind"));
        columns.addAll(modes);
        columns.addAll(without ? List.of("no mode") : List.of());
        List<List<String>> rows = new ArrayList<>();
        counts.forEach((kind, own) -> {
            List<String> row = new ArrayList<>(List.of(kind));
            modes.forEach(mode -> row.add(own.containsKey(mode) ? Quantity.of(own.get(mode)) : ""));
            row.addAll(without ? List.of(Quantity.of(own.getOrDefault(Coverage.NO_MODE, 0L))) : List.of());
            rows.add(row);
        });
        return new Section.Table(title, columns, rows);
    }

    private static Section transitions(Coverage coverage) {
        SortedMap<String, SortedMap<String, Long>> counts = coverage.transitions();
        List<String> columns = new ArrayList<>(List.of("from"));
        coverage.modes().forEach(mode -> columns.add("to " + mode));
        List<List<String>> rows = new ArrayList<>();
        for (String from : coverage.modes()) {
            List<String> row = new ArrayList<>(List.of(from));
            for (String to : coverage.modes()) {
                SortedMap<String, Long> causes = counts.get(from + " -> " + to);
                long count = causes == null ? 0 : causes.values().stream().mapToLong(Long::longValue).sum();
                row.add(from.equals(to) ? "\u2013" : count == 0 ? "" : Quantity.of(count));
            }
            rows.add(row);
        }
        return new Section.Table("Changes of mode", columns, rows);
    }

    private Section events(Coverage coverage) {
        Map<String, String> counts = new TreeMap<>();
        report.events().forEach(event -> counts.put(event, ""));
        coverage.events().forEach((event, count) -> counts.put(event, Quantity.of(count)));
        return new Section.Table("What was done from outside", List.of("event", "times"),
                counts.entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList());
    }
}
