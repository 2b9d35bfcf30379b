package dev.heddle.report.export;

import dev.heddle.harness.schedule.Escapes;
import dev.heddle.report.Point;
import dev.heddle.report.SpaceTime;
import dev.heddle.report.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A log for ShiViz: each step with its vector clock (Fidge 1988, Mattern 1989). The first line is the regular
 * expression by which ShiViz reads it, the second, empty, says that there is one execution.
 *
 * <p>What is no node's, such as a partition, stands on a host of its own.
 */
public final class ShiViz implements Export {
    private static final String PARSER = "(?<host>\\S*) (?<clock>{.*})\\n(?<event>.*)";
    private static final String NOBODY = "network";

    @Override
    public String write(SpaceTime execution) {
        StringBuilder log = new StringBuilder(PARSER).append("\n\n");
        List<String> hosts = hosts(execution);
        List<int[]> clocks = new ArrayList<>();
        Map<String, int[]> last = new HashMap<>();
        for (Point point : execution.points()) {
            String host = host(point);
            int[] clock = new int[hosts.size()];
            join(clock, last.get(host));
            point.causes().forEach(cause -> join(clock, clocks.get(cause - 1)));
            clock[hosts.indexOf(host)]++;
            clocks.add(clock);
            last.put(host, clock);
            log.append(host).append(' ').append(json(clock, hosts)).append('\n')
                    .append(point.number()).append(". ").append(Escapes.escape(words(point))).append('\n');
        }
        return log.toString();
    }

    private static List<String> hosts(SpaceTime execution) {
        List<String> hosts = new ArrayList<>();
        execution.lanes().forEach(lane -> hosts.add(lane.name()));
        hosts.add(NOBODY);
        return hosts;
    }

    private static String host(Point point) {
        return point.lane() == null ? NOBODY : point.lane();
    }

    private static void join(int[] clock, int[] other) {
        for (int i = 0; other != null && i < clock.length; i++) {
            clock[i] = Math.max(clock[i], other[i]);
        }
    }

    private static Json json(int[] clock, List<String> hosts) {
        Json json = new Json();
        for (int i = 0; i < clock.length; i++) {
            json.putIfPresent(hosts.get(i), clock[i] == 0 ? null : clock[i]);
        }
        return json;
    }

    private static String words(Point point) {
        StringBuilder words = new StringBuilder(point.event());
        for (Point.Change change : point.changes()) {
            if (change.before() != null && change.after() != null) {
                words.append("; ").append(change.field()).append(' ').append(change.before()).append(" -> ")
                        .append(change.after());
            }
        }
        return words.toString();
    }
}
