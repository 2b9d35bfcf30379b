package dev.heddle.raft.bugs;

import dev.heddle.raft.Rules;

/**
 * duplicate-apply: a command that a client sends again, as it got no answer, is applied again. There are no
 * sessions that would tell.
 * Right: each session's last number is remembered with its result, as a part of the replicated state (§8; thesis
 * §6.3).
 */
final class RepetitionsApplied implements Bug {

    @Override
    public About about() {
        return About.of("duplicate-apply",
                "a command that a client repeats is applied each time", Need.READS_AND_RETRIES);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withClients(rules.clients().withDuplicate((lastSequence, sequence) -> false));
    }
}
