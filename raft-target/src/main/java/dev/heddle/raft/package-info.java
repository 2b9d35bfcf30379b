/**
 * The Raft consensus algorithm as an Akka library, after "In Search of an Understandable Consensus
 * Algorithm" (Ongaro and Ousterhout, extended version; sections are cited as §5.2) and Ongaro's
 * thesis "Consensus: Bridging Theory and Practice" (cited as thesis §6.4).
 *
 * <p>{@link dev.heddle.raft.Raft} is the algorithm: pure, state and input in, state and effects
 * out, the time an input too. {@link dev.heddle.raft.RaftActor} is the thin shell that persists,
 * sends, arms timers, applies and answers. What the algorithm decides is collected in {@link
 * dev.heddle.raft.Rules}, so that a decision can be replaced without touching the code around it;
 * what it does beyond Figure 2 is switched on by {@link dev.heddle.raft.RaftFeatures}.
 */
package dev.heddle.raft;
