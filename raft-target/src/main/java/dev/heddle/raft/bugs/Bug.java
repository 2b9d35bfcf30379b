package dev.heddle.raft.bugs;

import dev.heddle.raft.Rules;

/** A named defect: a decision of Raft that is made wrongly. */
public interface Bug {

    /** Its name, such as {@code raft-45}. */
    String id();

    /** The wrong decision in one line. */
    String summary();

    /** These rules with the component that this defect replaces, and no other, replaced. */
    Rules replaceIn(Rules rules);
}
