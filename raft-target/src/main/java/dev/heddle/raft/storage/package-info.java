/**
 * Stable storage of a Raft server in the files of a directory: {@link dev.heddle.raft.storage.FileStorage}.
 *
 * <p>From the outside in: {@code FileStorage} knows what the records mean, {@code RecordCodec} how
 * they are written as bytes, {@code Journal} keeps batches of bytes in a directory, {@code JournalFile}
 * in one file, and {@code Watermark} how much of that file has been synced.
 */
package dev.heddle.raft.storage;
