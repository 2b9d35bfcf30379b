package dev.heddle.akka;

/** The interface that a woven {@code ActorCell} implements. */
public interface SteeredCell {
    /** What is known of the actor, or null before it was first asked for. */
    CellState cellState();

    void cellState(CellState state);
}
