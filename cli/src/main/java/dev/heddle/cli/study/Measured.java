package dev.heddle.cli.study;

import java.util.Locale;

/**
 * What became of a cell.
 *
 * @param budget the deliveries that it had
 * @param found the invariant that broke, or empty where none did
 * @param deliveries those it took, up to the step that broke
 * @param seconds the time they took on one thread
 */
public record Measured(Cell cell, long budget, String found, long executions, long deliveries, double seconds) {
    /** The names of the columns. */
    static final String HEADER = "bug,strategy,without,seed,budget,found,executions,deliveries,seconds";
    private static final int COLUMNS = 9;

    String line() {
        return String.join(",", cell.bug(), cell.strategy(), cell.without(), Long.toString(cell.seed()),
                Long.toString(budget), found, Long.toString(executions), Long.toString(deliveries),
                String.format(Locale.ROOT, "%.3f", seconds));
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException where it is none
     */
    static Measured parse(String line) {
        String[] c = line.split(",", -1);
        if (c.length != COLUMNS) {
            throw new IllegalArgumentException("expected " + COLUMNS + " columns, not " + c.length);
        }
        return new Measured(new Cell(c[0], c[1], c[2], Long.parseLong(c[3])), Long.parseLong(c[4]), c[5],
                Long.parseLong(c[6]), Long.parseLong(c[7]), Double.parseDouble(c[8]));
    }

    /** Whether it tells what becomes of the cell with such a budget. */
    boolean answers(long otherBudget) {
        return budget >= otherBudget || !found.isEmpty();
    }

    /** True where something was found within such a budget. */
    boolean foundWithin(long otherBudget) {
        return !found.isEmpty() && deliveries <= otherBudget;
    }
}
