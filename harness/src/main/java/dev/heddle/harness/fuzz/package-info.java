/**
 * Campaigns: many executions on all cores until something is found, and the run directory in which
 * nothing found is ever lost.
 */
package dev.heddle.harness.fuzz;
