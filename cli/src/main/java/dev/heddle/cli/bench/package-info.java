/**
 * Benchmarks: each is a {@link dev.heddle.cli.bench.Probe}; all take turns within one process, so
 * that their ratios hold on a machine whose speed varies. The one package of the command line that
 * links to Akka and to the adapter: it measures the bundled ones.
 */
package dev.heddle.cli.bench;
