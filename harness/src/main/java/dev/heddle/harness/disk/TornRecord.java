package dev.heddle.harness.disk;

/**
 * What is left of a record that a crash tore in the middle of its writing; a store finds such a one by its checksum.
 *
 * <p>It must not be read past: what a store does is {@link Disk#truncate} it.
 */
public record TornRecord() {}
