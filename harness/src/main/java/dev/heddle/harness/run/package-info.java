/**
 * Running executions: {@link dev.heddle.harness.run.Coordinator} has the loop
 * {@code choose → apply → check}, {@link dev.heddle.harness.run.Target} is what it runs.
 */
package dev.heddle.harness.run;
