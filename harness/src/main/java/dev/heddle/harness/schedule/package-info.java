/**
 * Schedules: an execution written down as the events that were chosen, by name.
 *
 * <p>{@link dev.heddle.harness.schedule.Schedule} is the value,
 * {@link dev.heddle.harness.schedule.ScheduleFormat} its text form; the grammar is in
 * docs/schedule-format.md.
 */
package dev.heddle.harness.schedule;
