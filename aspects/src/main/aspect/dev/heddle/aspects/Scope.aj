package dev.heddle.aspects;

/** Whose call sites are advised: Akka's and the target's, never Heddle's own nor those of libraries. */
public aspect Scope {
    pointcut heddle() : within(dev.heddle.harness..*) || within(dev.heddle.akka..*) || within(dev.heddle.api..*)
            || within(dev.heddle.aspects.*) || within(dev.heddle.loading..*) || within(dev.heddle.invariants..*)
            || within(dev.heddle.minimizer..*) || within(dev.heddle.cli..*) || within(dev.heddle.junit..*);

    pointcut library() : within(java..*) || within(javax..*) || within(jdk..*) || within(sun..*)
            || within(scala..*) || within(com.typesafe.config..*) || within(org.aspectj..*) || within(org.slf4j..*);

    /** The code under test: whatever is woven and is neither Akka nor ours. */
    public pointcut target() : !within(akka..*) && !heddle() && !library();

    /** The code under test and Akka. */
    public pointcut code() : !heddle() && !library();
}
