/**
 * The scenario that puts the bundled Raft under test; the Raft itself does not know that it is tested.
 */
package dev.heddle.examples.raft;
