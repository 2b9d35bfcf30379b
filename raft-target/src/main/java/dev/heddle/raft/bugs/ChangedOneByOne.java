package dev.heddle.raft.bugs;

import dev.heddle.raft.Membership;
import dev.heddle.raft.Rules;
import java.util.ArrayList;
import java.util.List;

/**
 * single-server-change: the membership changes by one server at a time, without a joint one, by a leader that
 * need not have committed anything in its term. Two changes made by two leaders from the same membership
 * (an addition and a removal, two additions, two removals) may have majorities that do not meet.
 * Right: joint consensus (§6), or an entry of the leader's term committed before the change. Seen in Ongaro's
 * report to raft-dev of 2015-07-10 on the thesis's §4.1.
 */
final class ChangedOneByOne implements Bug {

    @Override
    public About about() {
        return About.of("single-server-change",
                "the membership changes by one server at a time before the leader has committed in its term",
                Need.MEMBERSHIP_CHANGES);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withMembership(rules.membership().withFirstStep(ChangedOneByOne::oneStep));
    }

    /** The membership with one server more or less, on the way to the target: additions first. */
    private static Membership oneStep(Membership current, List<String> target) {
        List<String> servers = new ArrayList<>(current.servers());
        for (String server : target) {
            if (!servers.contains(server)) {
                servers.add(server);
                return Membership.of(servers);
            }
        }
        servers.stream().filter(server -> !target.contains(server)).findFirst().ifPresent(servers::remove);
        return Membership.of(servers);
    }
}
