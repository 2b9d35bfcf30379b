package dev.heddle.raft.bugs;

import dev.heddle.raft.Rules;

/** A named defect: a decision of Raft that is made wrongly. */
public interface Bug {

    /** What is to be known of it. */
    About about();

    /** These rules with the component that this defect replaces, and no other, replaced. */
    Rules replaceIn(Rules rules);

    /** Its name, such as {@code raft-45}. */
    default String id() {
        return about().id();
    }
}
