/**
 * What must hold in any Raft and in any system: the invariants that a scenario picks from {@link
 * dev.heddle.invariants.RaftInvariants} and {@link dev.heddle.invariants.GeneralInvariants}.
 *
 * <p>Raft's are checked over {@link dev.heddle.invariants.RaftView} and {@link
 * dev.heddle.invariants.RaftLog} only: to check another Raft, map its state to these two. "The
 * paper" is Diego Ongaro and John Ousterhout, "In Search of an Understandable Consensus Algorithm
 * (Extended Version)", 2014.
 */
package dev.heddle.invariants;
