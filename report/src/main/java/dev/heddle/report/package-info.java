/**
 * An execution as a space-time diagram: what happened where, and what came of what.
 *
 * <p>{@link dev.heddle.report.SpaceTimeRecorder} takes it down, {@code page} shows it, {@code export} writes it
 * in the formats of others.
 */
package dev.heddle.report;
