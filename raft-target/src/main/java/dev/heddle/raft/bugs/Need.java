package dev.heddle.raft.bugs;

/**
 * Something without which a defect does no harm, beyond Figure 2, clients that append, and servers that crash and
 * recover.
 */
public enum Need {
    /** Candidates ask before they stand for election (thesis §9.6). */
    PRE_VOTE,
    /** Leaders that reach no majority give up (thesis §6.2). */
    CHECK_QUORUM,
    /** Leaders answer reads under a lease (thesis §6.4.1). */
    LEASE,
    /** Servers replace applied entries by snapshots (§7). */
    COMPACTION,
    /** Clients read (thesis §6.4), and ask again for what they asked for before (thesis §6.3). */
    READS_AND_RETRIES,
    /** The membership changes (§6). */
    MEMBERSHIP_CHANGES,
    /** A cluster of two servers. */
    TWO_SERVERS,
    /** A cluster of three servers, in which one that forgets is enough: a majority is any two. */
    THREE_SERVERS,
    /** A cluster of five servers, in which two can have what no majority has. */
    FIVE_SERVERS,
    /** Messages overtake each other. */
    REORDERING,
    /** Handlers throw, and a supervisor restarts their server. */
    EXCEPTIONS
}
