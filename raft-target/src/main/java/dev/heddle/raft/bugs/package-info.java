/**
 * Defects of Raft, each a class that replaces one component of {@link dev.heddle.raft.Rules}. They
 * exist to show that a test finds them; {@link dev.heddle.raft.bugs.Bugs} lists and composes them.
 */
package dev.heddle.raft.bugs;
