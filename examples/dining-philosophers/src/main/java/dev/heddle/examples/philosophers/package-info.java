/** Dining philosophers: everybody waits for the neighbour, and nothing is wrong with anybody's code. */
package dev.heddle.examples.philosophers;
