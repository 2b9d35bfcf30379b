package dev.heddle.examples.commit;

/** What the coordinator and the participants say to each other; each message is about one transaction. */
final class Protocol {
    private Protocol() {}

    /** To the coordinator, from a client: carry it out. */
    record Begin(String transaction) {}

    /** To a participant: can you commit it? */
    record Prepare(String transaction) {}

    /** To the coordinator: a yes binds the participant until it hears the decision. */
    record Vote(String transaction, String participant, boolean yes) {}

    /** To a participant: that is how it ends. */
    record Decision(String transaction, Outcome outcome) {}

    /** To the coordinator: how does it end? */
    record Inquire(String transaction) {}
}
