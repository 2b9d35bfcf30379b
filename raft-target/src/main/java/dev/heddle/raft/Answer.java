package dev.heddle.raft;

/** What a step of the algorithm decides about a client's request that waits under a ticket. */
public sealed interface Answer {

    /** Answers without any detail. */
    enum Plain implements Answer {
        /** The state machine may be asked now, being applied up to the state's commit index (thesis §6.4). */
        READ_NOW,
        /** This server does not lead, or no longer: nothing was read or changed. */
        NOT_LEADING
    }

    /** The wanted membership is on its way, from this index of the log on (§6). */
    record Appended(long index) implements Answer {
    }

    /** The leader will not do it, for this reason; nothing was changed. */
    record Refused(String reason) implements Answer {
    }
}
