/** A client of a Raft cluster as an actor: {@link dev.heddle.raft.client.ClientActor}. */
package dev.heddle.raft.client;
