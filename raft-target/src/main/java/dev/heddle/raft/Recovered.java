package dev.heddle.raft;

/** What a server's storage held when the server started; {@code votedFor} is null if it had not voted. */
public record Recovered(long currentTerm, String votedFor, Log log) {

    /** What a server finds that starts for the first time. */
    public static Recovered nothing() {
        return new Recovered(0, null, Log.empty());
    }

    /** This and one more record of the journal. */
    public Recovered and(JournalRecord record) {
        if (record instanceof TermAndVote vote) {
            return new Recovered(vote.term(), vote.votedFor(), log);
        }
        if (record instanceof Appended appended) {
            return new Recovered(currentTerm, votedFor, log.appendAll(appended.entries(), 0));
        }
        if (record instanceof SnapshotTaken taken) {
            return new Recovered(currentTerm, votedFor, log.startingWith(taken.snapshot()));
        }
        return new Recovered(currentTerm, votedFor, log.truncateFrom(((Truncated) record).fromIndex()));
    }
}
