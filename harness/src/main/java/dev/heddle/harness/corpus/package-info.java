/**
 * Executions worth going on from: what was done in them, in a form that can be followed again, changed, and cut
 * short without falling apart.
 */
package dev.heddle.harness.corpus;
