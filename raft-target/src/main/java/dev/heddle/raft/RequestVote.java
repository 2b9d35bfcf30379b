package dev.heddle.raft;

/** A candidate's request for a vote (§5.2, §5.4), with the index and term of its last log entry. */
public record RequestVote(long term, String candidate, long lastLogIndex, long lastLogTerm, Purpose purpose)
        implements Message {

    /** What a vote is asked for. */
    public enum Purpose {
        /** To lead in the term. */
        ELECTION("election"),
        /** To know whether standing for election in the term could succeed; binds nobody (thesis §9.6). */
        PRE_VOTE("pre-vote"),
        /** To lead in the term at the request of the leader before, whom nobody has to wait for (thesis §3.10). */
        TRANSFER("transfer");

        private final String text;

        Purpose(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** A request for a vote in an ordinary election. */
    public RequestVote(long term, String candidate, long lastLogIndex, long lastLogTerm) {
        this(term, candidate, lastLogIndex, lastLogTerm, Purpose.ELECTION);
    }

    @Override
    public String from() {
        return candidate;
    }

    @Override
    public String toString() {
        return "RequestVote{term=" + term + " candidate=" + candidate
                + " lastLogIndex=" + lastLogIndex + " lastLogTerm=" + lastLogTerm
                + (purpose == Purpose.ELECTION ? "" : " purpose=" + purpose) + "}";
    }
}
