package dev.heddle.raft.bugs;

import java.util.List;

/**
 * What is to be known of a defect.
 *
 * @param id its name, such as {@code raft-45}
 * @param summary the wrong decision in one line
 * @param needs what it takes for the decision to be made at all, or to do harm
 */
public record About(String id, String summary, List<Need> needs) {

    public About {
        needs = List.copyOf(needs);
    }

    static About of(String id, String summary, Need... needs) {
        return new About(id, summary, List.of(needs));
    }
}
