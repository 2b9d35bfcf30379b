/**
 * The bundled Raft as an ordinary Akka application: three servers on real dispatchers, timers and
 * files. Nothing here knows that the same Raft is tested elsewhere with all of these taken over.
 */
package dev.heddle.examples.cluster;
