/**
 * The JUnit 5 way in: {@link dev.heddle.junit.HeddleTest} on a test method replays a corpus of schedules and fuzzes a
 * scenario, with no agent: the scenario is loaded by name in a class loader that weaves it.
 */
package dev.heddle.junit;
