package dev.heddle.examples.commit;

/** How a transaction ends. */
enum Outcome { COMMIT, ABORT }
