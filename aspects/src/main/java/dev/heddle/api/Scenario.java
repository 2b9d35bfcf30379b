package dev.heddle.api;

import java.util.List;

/**
 * A system of actors that can be put under test; found by its class name, made by its constructor without
 * arguments.
 */
public interface Scenario {
    /**
     * What is under test.
     *
     * @throws IllegalArgumentException with a message for people, where the setup asks for what there is not
     *     (an unknown bug, an unknown option, a number of nodes it cannot have)
     */
    Definition define(Setup setup);

    /** The options that it understands; {@link Setup#options} holds no other. */
    default List<ScenarioOption> options() {
        return List.of();
    }

    /** The bugs that can be seeded into it. */
    default List<SeededBug> bugs() {
        return List.of();
    }
}
