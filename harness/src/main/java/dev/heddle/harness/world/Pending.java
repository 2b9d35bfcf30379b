package dev.heddle.harness.world;

/**
 * Something that waits to be handed to an actor; choosing it hands it over.
 *
 * <p>Its text is its fingerprint: with who sent it to whom and its occurrence, it is found again in
 * another run, so it must not depend on hashes, uids or times.
 */
public abstract sealed class Pending implements Action permits Message, Timer, Task {
    /** A longer text is cut and ends in its length and hash, so that lines stay below their limit. */
    static final int MAX_TEXT = 100_000;

    /** The line it was born on, or null before its birth. */
    private Line line;
    private Pending previousOnLine;
    private String text;
    private int occurrence;
    /** Its place in the order of all births. */
    long serial;

    /** The address that it is handed to. */
    abstract Endpoint receiver();

    /** Its place in the order of all births in the execution. */
    public final long serial() {
        return serial;
    }

    /** Hands it over: runs the receiver on the calling thread until it is done with it. */
    protected abstract void perform();

    /** Renders the text; called once at most. */
    protected abstract String describe();

    /** The fingerprint of the contents. */
    public final String text() {
        if (text == null) {
            String described = described();
            text = described.length() <= MAX_TEXT
                    ? described
                    : described.substring(0, MAX_TEXT) + "…{length=" + described.length() + " hash="
                            + Integer.toHexString(described.hashCode()) + "}";
        }
        return text;
    }

    private String described() {
        try {
            return describe();
        } catch (RuntimeException e) {
            return getClass().getSimpleName() + "{its text threw " + e.getClass().getName() + "}";
        }
    }

    /**
     * What kind of thing it is, such as the name of a message's class: one of a few words, whatever the contents.
     * By default what its text begins with.
     */
    public String kind() {
        String whole = text();
        int end = 0;
        while (end < whole.length() && Character.isLetter(whole.charAt(end))) {
            end++;
        }
        return whole.substring(0, end);
    }

    /** Its birth: it is sent, armed or submitted on this line. */
    final void join(Line own) {
        if (line != null) {
            throw new IllegalStateException(
                    "a message, timer or task is born once; make a new one instead of using '" + text() + "' again");
        }
        line = own;
        previousOnLine = own.follow(this);
    }

    /** The how-many-th on its line with this text, counted from 1 in the order of their births. */
    public final int occurrence() {
        if (occurrence == 0) {
            line.number(this);
        }
        return occurrence;
    }

    final boolean numbered() {
        return occurrence > 0;
    }

    final void number(int own) {
        occurrence = own;
    }

    final Pending previousOnLine() {
        return previousOnLine;
    }
}
