package dev.heddle.report;

import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.schedule.Schedule;
import java.util.List;

/**
 * An execution as a space-time diagram (Lamport 1978): lanes, points on them and letters between points.
 *
 * @param schedule what was followed
 * @param lanes clients, then the nodes
 * @param letters by their ids
 * @param violation what the last point broke, or null
 */
public record SpaceTime(
        Schedule schedule, List<Lane> lanes, List<Point> points, List<Letter> letters, Violation violation) {
    public SpaceTime {
        lanes = List.copyOf(lanes);
        points = List.copyOf(points);
        letters = List.copyOf(letters);
    }
}
