package dev.heddle.raft.bugs;

import dev.heddle.raft.Rules;

/**
 * remove-leader-wedges: a server outside the latest membership of its log does not stand for election, even
 * where that membership is not known to be committed. A leader that removes itself and then loses its
 * leadership may be the only one with that entry: of a cluster of two, the other can neither win without it nor
 * follow it.
 * Right: until its removal is committed it may be needed, and stands (thesis §4.2.2). Seen in etcd#10563.
 */
final class RemovedLeaderRests implements Bug {

    @Override
    public About about() {
        return About.of("remove-leader-wedges",
                "a server that is being removed does not stand for election any more",
                Need.MEMBERSHIP_CHANGES, Need.TWO_SERVERS);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withMembership(rules.membership().withOutsider(server -> false));
    }
}
