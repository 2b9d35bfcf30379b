package dev.heddle.minimizer;

import dev.heddle.harness.schedule.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order of executions by which a minimizer goes down: fewer deliveries and externals together, those of an
 * {@linkplain Execution#aftermath aftermath} included; of equal ones fewer externals, as a fault has to be believed
 * where a delivery is only late; fewer nodes, few clients and the first ones, boots first, fewer switches from node to
 * node, nodes that act in the order of their names, causes close to their effects, lower occurrences; at last their
 * text. No two different schedules of one header are equal in it, so it decides every tie.
 */
public final class Size {
    /** What counts first; only executions that are equal in it are compared further. */
    public static final Comparator<Execution> BY_COUNT = Comparator.comparingInt(Size::total);

    /** The whole order. */
    public static final Comparator<Execution> ORDER = BY_COUNT
            .thenComparingInt(e -> e.schedule().externals())
            .thenComparingInt(e -> e.schedule().header().nodes())
            .thenComparingLong(Size::clients)
            .thenComparingInt(Size::lateBoots)
            .thenComparingInt(Size::switches)
            .thenComparingInt(Size::disorder)
            .thenComparingInt(Size::delays)
            .thenComparingLong(e -> occurrences(e.events()))
            .thenComparing(e -> text(e.events()));

    private Size() {}

    /** Deliveries and externals together; a boot is both. */
    public static int total(Execution execution) {
        return total(execution.events()) + total(execution.aftermath());
    }

    static int total(List<Event> events) {
        int total = 0;
        for (int i = 0; i < events.size(); i++) {
            total += EventShape.weight(events.get(i));
        }
        return total;
    }

    /** The numbers in the names of those who give commands, added up: few clients, and the first ones. */
    private static long clients(Execution execution) {
        long sum = 0;
        for (Event event : execution.events()) {
            String client = EventShape.client(event);
            sum += client == null ? 0 : number(client);
        }
        return sum;
    }

    private static long number(String name) {
        long number = 0;
        for (int i = 0; i < name.length(); i++) {
            int digit = Character.digit(name.charAt(i), 10);
            number = digit < 0 ? number : number * 10 + digit;
        }
        return number;
    }

    private static int lateBoots(Execution execution) {
        int sum = 0;
        for (int i = 0; i < execution.events().size(); i++) {
            sum += EventShape.boot(execution.events().get(i)) ? i : 0;
        }
        return sum;
    }

    /** How often the next event runs another node than the one before, after the boots. */
    public static int switches(Execution execution) {
        int switches = 0;
        String running = null;
        for (String node : acting(execution)) {
            if (!node.equals(running)) {
                switches++;
                running = node;
            }
        }
        return switches;
    }

    /** The number of pairs of nodes that act for the first time in another order than that of their names. */
    private static int disorder(Execution execution) {
        List<Integer> first =
                acting(execution).stream().distinct().map(execution.nodes()::indexOf).toList();
        int pairs = 0;
        for (int i = 0; i < first.size(); i++) {
            for (int j = i + 1; j < first.size(); j++) {
                pairs += first.get(i) > first.get(j) ? 1 : 0;
            }
        }
        return pairs;
    }

    /** How far all effects stand behind their causes together, boots aside. */
    private static int delays(Execution execution) {
        int sum = 0;
        for (int i = 0; i < execution.steps().size(); i++) {
            int cause = execution.steps().get(i).cause();
            sum += cause < 0 || EventShape.boot(execution.events().get(cause)) ? 0 : i - cause;
        }
        return sum;
    }

    /** The node of each event that is no boot and runs one. */
    public static List<String> acting(Execution execution) {
        List<String> nodes = new ArrayList<>();
        for (int i = 0; i < execution.events().size(); i++) {
            String node = execution.steps().get(i).node();
            if (node != null && !EventShape.boot(execution.events().get(i))) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    private static long occurrences(List<Event> events) {
        return events.stream().mapToLong(EventShape::occurrence).sum();
    }

    /** Shorter texts are smaller, then earlier ones in the order of characters. */
    private static String text(List<Event> events) {
        StringBuilder text = new StringBuilder();
        events.forEach(e -> text.append(e.line()).append('\n'));
        return String.format("%09d", text.length()) + text;
    }
}
