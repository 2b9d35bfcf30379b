package dev.heddle.debugger.command;

/** What a line is about, for a screen with colours. */
public enum Style {
    /** What was asked for. */
    TEXT,
    /** Something that happened. */
    EVENT,
    /** What came of it. */
    EFFECT,
    /** What is broken. */
    ALERT,
    /** What else there is to know. */
    NOTE
}
