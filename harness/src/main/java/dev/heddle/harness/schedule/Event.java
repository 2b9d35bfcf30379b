package dev.heddle.harness.schedule;

import java.util.List;

/**
 * One chosen event, by name: it refers to no live object, so it can be written, read and edited.
 *
 * <p>A pending thing is identified by who sent it to whom, its fingerprint (the text of its
 * contents) and its occurrence: the how-many-th of its kind, counted from 1.
 */
public sealed interface Event {

    /** What an execution is steered by from outside: boots, commands and faults. */
    sealed interface External extends Event {}

    /** A message, timer or task handed to an actor. */
    sealed interface Internal extends Event {}

    /** A message as it waits between two actors. */
    record Envelope(String from, String to, String text, int occurrence) {}

    /** The first start of a node. */
    record Boot(String node) implements External {}

    /** A client's command put into the pending set; its delivery is an event of its own. */
    record Command(String client, String node, String text) implements External {}

    /** A node is gone, with its volatile state and what it had not synced. */
    record Crash(String node) implements External {}

    /** A crashed node starts again on what was durable. */
    record Recover(String node) implements External {}

    /** The network no longer carries messages from one node to another. */
    record Cut(String from, String to) implements External {}

    /** The network carries messages from one node to another again. */
    record Heal(String from, String to) implements External {}

    /** Every cut is healed. */
    record HealAll() implements External {}

    /** Nodes of different groups are cut off from each other, both ways. */
    record Partition(List<List<String>> groups) implements External {
        public Partition {
            groups = groups.stream().map(List::copyOf).toList();
        }
    }

    /** The connection from one node to another breaks: what was in flight is lost. */
    record Reset(String from, String to) implements External {}

    /** A message is lost by the network. */
    record Drop(Envelope message) implements External {}

    /** A message is sent once more by the network. */
    record Duplicate(Envelope message) implements External {}

    /** A message is handed to its receiver. */
    record Deliver(Envelope message) implements Internal {}

    /** A timer of an actor goes off. */
    record Fire(String owner, String timer, int occurrence) implements Internal {}

    /** A task that an actor handed to its dispatcher (a future's body, say) runs. */
    record Run(String owner, String task, int occurrence) implements Internal {}
}
