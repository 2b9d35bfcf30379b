/**
 * A system under test in plain Java, shared by the tests of the engine: nodes that vote for a leader,
 * with messages as strings, timers, tasks, a disk and defects that can be switched on.
 */
package dev.heddle.harness.toy;
