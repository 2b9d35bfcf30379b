/**
 * A network of switches with a master controller and a standby: what happens to the news of a dead link that comes
 * between the death of the one and the promotion of the other.
 */
package dev.heddle.examples.failover;
