package dev.heddle.raft.storage;

import dev.heddle.raft.Appended;
import dev.heddle.raft.ClientCommand;
import dev.heddle.raft.Command;
import dev.heddle.raft.Entries;
import dev.heddle.raft.Entry;
import dev.heddle.raft.JournalRecord;
import dev.heddle.raft.Membership;
import dev.heddle.raft.NoOp;
import dev.heddle.raft.OpenSession;
import dev.heddle.raft.Snapshot;
import dev.heddle.raft.SnapshotTaken;
import dev.heddle.raft.TermAndVote;
import dev.heddle.raft.Truncated;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** How records are written as bytes: a byte for the kind, and then the components in their order. */
final class RecordCodec {

    private static final byte TERM_AND_VOTE = 1;
    private static final byte APPENDED = 2;
    private static final byte TRUNCATED = 3;
    private static final byte SNAPSHOT_TAKEN = 4;

    private static final byte NO_OP = 1;
    private static final byte COMMAND = 2;
    private static final byte COMMAND_OF_SESSION = 3;
    private static final byte MEMBERSHIP = 4;
    private static final byte OPEN_SESSION = 5;

    /** The kind of a text, which for null is all. */
    private static final int LEAST_TEXT_BYTES = 1;
    /** A term and the kind of a command. */
    private static final int LEAST_ENTRY_BYTES = Long.BYTES + 1;

    private RecordCodec() {
    }

    static void write(JournalRecord record, Bytes to) {
        if (record instanceof TermAndVote vote) {
            to.putByte(TERM_AND_VOTE);
            to.putLong(vote.term());
            to.putText(vote.votedFor());
        } else if (record instanceof Appended appended) {
            to.putByte(APPENDED);
            writeEntries(appended.entries(), to);
        } else if (record instanceof Truncated truncated) {
            to.putByte(TRUNCATED);
            to.putLong(truncated.fromIndex());
        } else {
            to.putByte(SNAPSHOT_TAKEN);
            writeSnapshot(((SnapshotTaken) record).snapshot(), to);
        }
    }

    private static void writeSnapshot(Snapshot snapshot, Bytes to) {
        to.putLong(snapshot.lastIndex());
        to.putLong(snapshot.lastTerm());
        writeMembership(snapshot.membership(), to);
        to.putText(snapshot.data());
    }

    private static void writeEntries(Entries entries, Bytes to) {
        to.putInt(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            to.putLong(entry.term());
            writeCommand(entry.command(), to);
        }
    }

    private static void writeCommand(Command command, Bytes to) {
        if (command instanceof ClientCommand client && !client.hasSession()) {
            to.putByte(COMMAND);
            to.putText(client.text());
        } else if (command instanceof ClientCommand client) {
            to.putByte(COMMAND_OF_SESSION);
            to.putText(client.session());
            to.putLong(client.sequence());
            to.putText(client.text());
        } else if (command instanceof Membership membership) {
            to.putByte(MEMBERSHIP);
            writeMembership(membership, to);
        } else if (command instanceof OpenSession) {
            to.putByte(OPEN_SESSION);
        } else {
            to.putByte(NO_OP);
        }
    }

    private static void writeMembership(Membership membership, Bytes to) {
        writeNames(membership.servers(), to);
        writeNames(membership.next(), to);
    }

    private static void writeNames(List<String> names, Bytes to) {
        to.putInt(names.size());
        names.forEach(to::putText);
    }

    static JournalRecord read(ByteBuffer from) {
        byte kind = from.get();
        return switch (kind) {
            case TERM_AND_VOTE -> new TermAndVote(from.getLong(), Bytes.getText(from));
            case APPENDED -> new Appended(readEntries(from));
            case TRUNCATED -> new Truncated(from.getLong());
            case SNAPSHOT_TAKEN -> new SnapshotTaken(
                    new Snapshot(from.getLong(), from.getLong(), readMembership(from), Bytes.getText(from)));
            default -> throw new IllegalArgumentException("there is no record of kind " + kind);
        };
    }

    private static Entries readEntries(ByteBuffer from) {
        Entry[] entries = new Entry[Bytes.count(from, LEAST_ENTRY_BYTES)];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = new Entry(from.getLong(), readCommand(from));
        }
        return Entries.of(entries);
    }

    private static Command readCommand(ByteBuffer from) {
        byte kind = from.get();
        return switch (kind) {
            case NO_OP -> NoOp.INSTANCE;
            case COMMAND -> new ClientCommand(Bytes.getText(from));
            case COMMAND_OF_SESSION -> new ClientCommand(Bytes.getText(from), from.getLong(), Bytes.getText(from));
            case MEMBERSHIP -> readMembership(from);
            case OPEN_SESSION -> new OpenSession();
            default -> throw new IllegalArgumentException("there is no command of kind " + kind);
        };
    }

    private static Membership readMembership(ByteBuffer from) {
        return new Membership(readNames(from), readNames(from));
    }

    private static List<String> readNames(ByteBuffer from) {
        int count = Bytes.count(from, LEAST_TEXT_BYTES);
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            names.add(Bytes.getText(from));
        }
        return names;
    }
}
