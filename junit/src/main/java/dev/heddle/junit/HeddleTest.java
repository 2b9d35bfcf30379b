package dev.heddle.junit;

import dev.heddle.api.Scenario;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.schedule.NetworkKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that a scenario holds: each schedule of the corpus that is about it is a test case, and one more
 * case fuzzes it.
 *
 * <p>The method's body runs after each case that held, and is mostly empty. The system properties
 * {@code heddle.seed} (a number, or {@code fresh}), {@code heddle.executions}, {@code heddle.time} and
 * {@code heddle.jobs} take the place of what the annotation says, for a longer search at night.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(HeddleExtension.class)
public @interface HeddleTest {
    /** What is under test; its name is used only, the class itself is loaded anew and woven. */
    Class<? extends Scenario> value();

    /** The source of all choices: the same seed gives the same executions, hence the same verdict. */
    long seed() default 1;

    /** Ends after so many; 0 for 1,000, or for no limit where a time is given. */
    long executions() default 0;

    /** Ends after so long, as {@code 30s} or {@code 5m}; empty for no limit. */
    String time() default "";

    /** The number of nodes, where the scenario leaves it open. */
    int nodes() default 4;

    /** What the network promises. */
    NetworkKind network() default NetworkKind.FIFO;

    /** {@code asynchronous} or {@code ordered}; empty for what the scenario wants. */
    String timing() default "";

    /** Kinds of fault, or {@code none}, or {@code all}; empty for those that the scenario says it tolerates. */
    String[] faults() default {};

    /** Seeded bugs of the scenario that are on. */
    String[] bugs() default {};

    /** Options of the scenario's own, each {@code K} or {@code K=V}. */
    String[] options() default {};

    /** Ids of invariants to check; empty for all. */
    String[] invariants() default {};

    /** The strategy; empty for the default. */
    String strategy() default "";

    /** An execution ends after so many deliveries. */
    long maxDeliveries() default RunOptions.DEFAULT_MAX_DELIVERIES;

    /** The number of workers; it does not change what is found. */
    int jobs() default 1;

    /** The folder of schedules that are replayed first, relative to the project. */
    String corpus() default "src/test/heddle";
}
