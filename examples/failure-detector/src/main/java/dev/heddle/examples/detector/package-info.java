/** A heartbeat failure detector: how often it accuses wrongly, and how long it takes to notice. */
package dev.heddle.examples.detector;
