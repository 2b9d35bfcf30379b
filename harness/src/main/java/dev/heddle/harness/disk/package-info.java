/** The durable storage that the harness lends to the nodes under test. */
package dev.heddle.harness.disk;
