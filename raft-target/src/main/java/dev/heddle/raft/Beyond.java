package dev.heddle.raft;

/**
 * What a server knows beyond Figure 2; nothing as long as no feature is used; immutable.
 *
 * @param hasHeard whether {@code heardNanos} says anything
 * @param heardNanos when the server last heard from a leader, by its own clock
 * @param incoming the parts of a snapshot received so far, or null
 * @param leadership what it knows as a leader
 */
record Beyond(boolean hasHeard, long heardNanos, IncomingSnapshot incoming, Leadership leadership) {

    static final Beyond NOTHING = new Beyond(false, 0, null, Leadership.NONE);

    /** Whether it heard from a leader less than so long ago. */
    boolean heardWithin(long nanos, long nowNanos) {
        return hasHeard && nowNanos - heardNanos < nanos;
    }

    Beyond heardAt(long nowNanos) {
        return hasHeard && nowNanos == heardNanos ? this : new Beyond(true, nowNanos, incoming, leadership);
    }

    Beyond withIncoming(IncomingSnapshot incoming) {
        return incoming == this.incoming ? this : new Beyond(hasHeard, heardNanos, incoming, leadership);
    }

    Beyond withLeadership(Leadership leadership) {
        return leadership == this.leadership ? this : new Beyond(hasHeard, heardNanos, incoming, leadership);
    }

    /** The same in every JVM, and 0 for nothing. */
    @Override
    public int hashCode() {
        int hash = hasHeard ? 31 + Long.hashCode(heardNanos) : 0;
        hash = 31 * hash + (incoming == null ? 0 : incoming.data().length() + 1);
        Leadership leads = leadership;
        return leads == Leadership.NONE ? hash : 31 * hash + leads.rounds().hashCode() + Long.hashCode(leads.heard());
    }

    /** What there is, each part after a space; nothing for nothing. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (incoming != null) {
            text.append(" incoming=").append(incoming.lastIndex()).append('@').append(incoming.data().length());
        }
        if (leadership.catchUp() != null) {
            text.append(" catchUp=").append(leadership.catchUp().target()).append(" (").append(leadership.catchUp())
                    .append(')');
        }
        if (leadership.transferTo() != null) {
            text.append(" transferTo=").append(leadership.transferTo());
        }
        if (leadership.rounds().current() > 0) {
            text.append(" rounds=").append(leadership.rounds()).append(" reads=").append(leadership.reads().size());
        }
        return text.toString();
    }
}
