package dev.heddle.examples.failover;

import java.util.List;

/** What switches and controllers say to each other. */
final class Protocol {
    private Protocol() {}

    /** To a switch, from the world: the cable in a port is torn. */
    record Cut(int port) {}

    /**
     * To controllers: which ports of a switch have no link.
     *
     * @param from the switch
     * @param number counts the reports of that switch whose contents differ
     * @param dead its ports without a link, ascending
     */
    record Report(String from, int number, List<Integer> dead) {}

    /**
     * To a switch: the port that traffic takes from now on.
     *
     * @param generation 1 from the first master, 2 from whoever took over
     * @param port 0 for none
     */
    record Forward(int generation, int port) {}

    /** To a switch: say once more which ports have no link. */
    record Ask() {}

    /** To a switch: what it reported is dealt with, up to that report. */
    record Commit(int number) {}

    /** To a switch: there is a new master; report to it what nobody committed. */
    record Promoted() {}

    /** To the standby: one more entry of the log. */
    record Append(Report report) {}

    /** To the master: the standby has one more entry in its log. */
    record Appended() {}

    /** To the standby: the master has acted on a report. */
    record Acted(Report report) {}
}
