package dev.heddle.raft.storage;

import java.nio.file.Path;

/**
 * What opening a storage found.
 *
 * @param file the journal's file
 * @param batches how many batches it holds; a batch is what was written between two syncs
 * @param bytes how long the file is now
 * @param cutOffBytes how much of a last batch was cut off, as its sync had not ended when the
 *     server stopped; 0 if the file ended with a whole batch
 */
public record RecoveryReport(Path file, long batches, long bytes, long cutOffBytes) {

    /** The report as a sentence for a log. */
    @Override
    public String toString() {
        return file + " holds " + batches + " batches in " + bytes + " bytes"
                + (cutOffBytes == 0 ? "" : "; cut off " + cutOffBytes
                        + " bytes of a batch that was being written when the server stopped");
    }
}
