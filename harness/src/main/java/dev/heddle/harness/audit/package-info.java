/**
 * The determinism audit: the same executions run twice under other circumstances must give the same
 * traces; {@link dev.heddle.harness.audit.TraceComparison} names the first difference.
 */
package dev.heddle.harness.audit;
