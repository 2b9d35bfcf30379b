package dev.heddle.minimizer;

/**
 * What one pass came to on the way down, as a row of a table.
 *
 * @param replays the candidates that were run for it
 */
public record Stage(
        String pass,
        int deliveriesBefore,
        int externalsBefore,
        int deliveriesAfter,
        int externalsAfter,
        long replays,
        long nanos) {

    /** The name of the stage in which detours are tried. */
    static final String EXPLORATION = "exploration";

    /** The name of the step from one execution to another that shows the same. */
    static final String ANOTHER_FIND = "another find";

    /** True where it made something smaller. */
    public boolean changed() {
        return deliveriesBefore != deliveriesAfter || externalsBefore != externalsAfter;
    }

    /** True for the stage in which detours are tried. */
    public boolean exploring() {
        return pass.equals(EXPLORATION);
    }

    static Stage of(String pass, Execution before, Execution after, long replays, long nanos) {
        return new Stage(
                pass,
                before.schedule().deliveries(),
                before.schedule().externals(),
                after.schedule().deliveries(),
                after.schedule().externals(),
                replays,
                nanos);
    }

    /** This stage and what came next, as one. */
    public Stage then(Stage next) {
        return new Stage(
                pass, deliveriesBefore, externalsBefore, next.deliveriesAfter, next.externalsAfter,
                replays + next.replays, nanos + next.nanos);
    }
}
