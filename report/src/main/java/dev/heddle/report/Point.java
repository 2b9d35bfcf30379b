package dev.heddle.report;

import java.util.List;

/**
 * One step of an execution.
 *
 * @param number its place, from 1
 * @param event its line, as in a schedule
 * @param kind the line's first word
 * @param words what happens, in a few words
 * @param lane the name of the lane on which it happens, or null where it is none's, such as a partition
 * @param chosen false for what follows by rule, as when an execution settles
 * @param handed the id of the letter that it is about, or -1
 * @param causes the numbers of the points from which it follows directly
 * @param up whether the lane's node is up afterwards
 * @param changes the fields of that node that were seen for the first time, changed or went
 * @param sent the ids of the letters that came to be
 * @param answers what clients were told
 * @param uncaught the exception that left a handler, or null
 * @param cuts the pairs of nodes that are cut afterwards, as {@code n1 -> n2}
 */
public record Point(
        int number,
        String event,
        String kind,
        String words,
        String lane,
        boolean chosen,
        int handed,
        List<Integer> causes,
        boolean up,
        List<Change> changes,
        List<Integer> sent,
        List<Answer> answers,
        String uncaught,
        List<String> cuts) {

    /**
     * A field that is another afterwards.
     *
     * @param before its value, or null where it was not seen before
     * @param after its value, or null where it is seen no more
     */
    public record Change(String field, String before, String after) {}

    /** What a client was told, which arrives at once. */
    public record Answer(String from, String client, String text) {}

    public Point {
        causes = List.copyOf(causes);
        changes = List.copyOf(changes);
        sent = List.copyOf(sent);
        answers = List.copyOf(answers);
        cuts = List.copyOf(cuts);
    }
}
