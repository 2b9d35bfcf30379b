/**
 * The Raft consensus algorithm as an Akka library: Figure 2 of "In Search of an Understandable
 * Consensus Algorithm" (Ongaro and Ousterhout, extended version), elections and replication.
 *
 * <p>{@link dev.heddle.raft.Raft} is the algorithm: pure, state and input in, state and effects
 * out. {@link dev.heddle.raft.RaftActor} is the thin shell that persists, sends, arms timers and
 * applies. What the algorithm decides is collected in {@link dev.heddle.raft.Rules}, so that a
 * decision can be replaced without touching the code around it.
 */
package dev.heddle.raft;
