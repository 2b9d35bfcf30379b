package dev.heddle.junit;

/** One test case of a {@link HeddleTest}. */
interface Case {
    /** How reports and IDEs call it. */
    String name();

    /** Runs it; what is wrong is thrown. */
    void run();
}
