package dev.heddle.cli.bench;

/** Something whose rate is measured. */
public interface Probe extends AutoCloseable {
    /** Works for about so long; the number of things done. */
    long work(long nanos);

    @Override
    void close();
}
