package dev.heddle.raft;

import java.util.Objects;

/** A server's answer to a client. A client that gets none cannot know what became of its request. */
public sealed interface ClientReply {

    /**
     * The command is committed at this index of the log, and the answering server has applied it.
     *
     * @param result what the state machine answered, or null if the command has no session
     */
    record Committed(long index, String result) implements ClientReply {

        /** Committed, without a result. */
        public Committed(long index) {
            this(index, null);
        }

        @Override
        public String toString() {
            return "Committed{index=" + index + (result == null ? "" : " result=" + result) + "}";
        }
    }

    /** The answer to a {@link ClientRead}: it holds what was committed when the read arrived, or something later. */
    record Result(String text) implements ClientReply {

        public Result {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public String toString() {
            return "Result{" + text + "}";
        }
    }

    /**
     * The command is not in the log and never will be, or the read was not made, as this server did
     * not lead or lost its leadership; {@code leader} is who does as far as it knows, or null.
     */
    record NotLeader(String leader) implements ClientReply {
        @Override
        public String toString() {
            return "NotLeader{leader=" + (leader == null ? "none" : leader) + "}";
        }
    }

    /** The leader will not do this now, or ever, for this reason; nothing was changed. */
    record Refused(String reason) implements ClientReply {
        @Override
        public String toString() {
            return "Refused{" + reason + "}";
        }
    }

    /**
     * The command's session is not known, or no longer (thesis §6.3). This copy of the command was not applied and
     * never will be, nor will any copy after it; one that was sent before may have been.
     */
    record SessionExpired(String session) implements ClientReply {
        @Override
        public String toString() {
            return "SessionExpired{session=" + session + "}";
        }
    }

    /** The leader has begun to hand its leadership over; whether that succeeds is seen by who leads. */
    record TransferBegun(String to) implements ClientReply {
        @Override
        public String toString() {
            return "TransferBegun{to=" + to + "}";
        }
    }
}
