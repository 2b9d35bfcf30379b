package dev.heddle.raft.bugs;

import dev.heddle.raft.Rules;

/**
 * prevote-checkquorum: a server in a newer term drops the calls of a leader of an older one. As it asks for
 * pre-votes, which the others refuse as long as they hear that leader, nobody learns of its term, and it
 * can neither follow nor be elected.
 * Right: the leader of an older term is answered with the newer one, and gives up (§5.1; thesis §9.6). Seen in
 * etcd#8334.
 */
final class StaleCallsNotAnswered implements Bug {

    @Override
    public About about() {
        return About.of("prevote-checkquorum",
                "a server in a newer term does not answer the leader of an older one",
                Need.PRE_VOTE, Need.CHECK_QUORUM);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withReplication(rules.replication().withStaleCall(currentTerm -> false));
    }
}
