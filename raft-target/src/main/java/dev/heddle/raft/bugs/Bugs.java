package dev.heddle.raft.bugs;

import dev.heddle.raft.Rules;
import java.util.ArrayList;
import java.util.List;

/** The catalogue of defects. */
public final class Bugs {

    private static final List<Bug> ALL = List.of(
            new GrantsCountedByNumber(),
            new StaleGrantsCounted(),
            new VoteForgottenOnRecognition(),
            new ProgressInitializedLater(),
            new FirstEntriesNotChecked(),
            new MostFrequentIndexCommitted(),
            new TailDroppedBeforeAppending(),
            new NothingDurable(),
            new VoteWrittenApart(),
            new SyncedTooLate(),
            new GrantedBySteppingDown(),
            new EarlierTermsCounted(),
            new LeaderCommitTrusted(),
            new EntriesFromNowhere(),
            new LogCutAtStepDown(),
            new NothingReapplied(),
            new LogDroppedForSnapshot(),
            new ConflictKeptBehindSnapshot(),
            new OutdatedMembershipInSnapshot(),
            new CallsFromZeroMisread(),
            new CandidateOfAppliedMembership(),
            new ChangedOneByOne(),
            new UncommittedMembershipIgnored(),
            new RemovedLeaderRests(),
            new ReadsBeforeCommitment(),
            new ReadsNotConfirmed(),
            new ReadsConfirmedByEarlierRound(),
            new LeadersNotProtected(),
            new RivalsRefused(),
            new StaleCallsNotAnswered(),
            new LeaderNeverResigns(),
            new RepetitionsApplied(),
            new DriftNotAllowedFor());

    private Bugs() {
    }

    /** All defects, in the catalogue's order. */
    public static List<Bug> all() {
        return ALL;
    }

    /**
     * The defect of this name.
     *
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    public static Bug byId(String id) {
        return byId(ALL, id);
    }

    private static Bug byId(List<Bug> among, String id) {
        return among.stream().filter(bug -> bug.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no bug is called '" + id + "'; there are "
                        + String.join(", ", among.stream().map(Bug::id).toList())));
    }

    /** Raft with the defects of these names; see {@link #compose(List)}. */
    public static Rules rulesWith(List<String> ids) {
        return rulesWith(ALL, ids);
    }

    /** Raft with those of some defects that have these names; see {@link #compose(List)}. */
    public static Rules rulesWith(List<Bug> among, List<String> ids) {
        return compose(ids.stream().map(id -> byId(among, id)).toList());
    }

    /**
     * Raft with these defects; with none it is correct.
     *
     * @throws IllegalArgumentException if two of them replace the same component; the message names
     *     both and the component
     */
    public static Rules compose(List<Bug> bugs) {
        Rules rules = Rules.correct();
        for (int i = 0; i < bugs.size(); i++) {
            for (int j = 0; j < i; j++) {
                refuseIfSameComponent(bugs.get(j), bugs.get(i));
            }
            rules = bugs.get(i).replaceIn(rules);
        }
        return rules;
    }

    /** The names of the components that a defect replaces. */
    static List<String> replacedBy(Bug bug) {
        return bug.replaceIn(Rules.correct()).differencesFrom(Rules.correct());
    }

    private static void refuseIfSameComponent(Bug one, Bug other) {
        List<String> shared = new ArrayList<>(replacedBy(one));
        shared.retainAll(replacedBy(other));
        if (!shared.isEmpty()) {
            throw new IllegalArgumentException(one.id() + " and " + other.id() + " both replace "
                    + String.join(", ", shared) + ": choose one of them");
        }
    }
}
