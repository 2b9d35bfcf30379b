/**
 * The Maven way in: each goal runs the command line in a JVM of its own, with the project's test class path, and turns
 * its JSON into reports.
 */
package dev.heddle.maven;
