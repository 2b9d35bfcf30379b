/** Two-phase commit: transactions that all participants commit, or none. */
package dev.heddle.examples.commit;
