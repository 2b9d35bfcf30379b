/** Executions in the formats of other tools: one class for each, an {@link dev.heddle.report.export.Export}. */
package dev.heddle.report.export;
