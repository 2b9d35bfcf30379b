package dev.heddle.raft;

/** A server's answer to a {@link ClientCommand}. A client that gets none cannot know what became of its command. */
public sealed interface ClientReply {

    /** The command is committed at this index of the log, and the answering server has applied it. */
    record Committed(long index) implements ClientReply {
        @Override
        public String toString() {
            return "Committed{index=" + index + "}";
        }
    }

    /**
     * The command is not in the log and never will be, as this server did not lead or lost its
     * leadership; {@code leader} is who does as far as it knows, or null.
     */
    record NotLeader(String leader) implements ClientReply {
        @Override
        public String toString() {
            return "NotLeader{leader=" + (leader == null ? "none" : leader) + "}";
        }
    }
}
