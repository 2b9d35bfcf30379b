package dev.heddle.examples.register;

/** A node of the register, whatever its protocol. */
interface Replica {
    /** What it holds at present. */
    Copy copy();
}
