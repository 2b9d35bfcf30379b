package dev.heddle.minimizer.account;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Command;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Quantity;
import dev.heddle.harness.world.Deliver;
import dev.heddle.minimizer.EventShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Tells an execution that ended in a violation, in the words of the node views.
 *
 * <p>Where it went wrong first is, for a seeded bug, the first step that does something else when the same
 * schedule runs without it. Without such a run it tells since when the nodes that the violation names have
 * been in the state in which they break it.
 */
public final class Account {
    /** Of what follows by rule in a fair end so many steps are told from its beginning, and so many from its end. */
    private static final int FIRST_BY_RULE = 30;
    private static final int LAST_BY_RULE = 10;

    private final List<Moment> moments;
    private final Violation violation;
    /** The nodes that crash at some time. */
    private final Set<String> crashing;

    /** @param seen the execution that ended in the violation */
    public Account(Chronicle seen, Violation violation) {
        moments = seen.moments();
        this.violation = violation;
        crashing = moments.stream().filter(Moment::down).map(Moment::node).collect(Collectors.toSet());
    }

    /** The account of an execution that nothing can be compared with. */
    public List<String> lines() {
        List<String> lines = story();
        lines.add("");
        lines.add("The nodes that " + violation.invariant() + " is about, and since which event they are so:");
        for (String node : violation.nodes()) {
            lines.add("- " + node + ": " + String.join(", ", since(node)));
        }
        return lines;
    }

    /**
     * The account of an execution of which another is known that should have been the same.
     *
     * @param right what the same schedule came to without the defect
     * @param defect how the defect is called
     */
    public List<String> linesAgainst(Chronicle right, String defect) {
        FirstDifference first = firstDifference(right, defect).orElse(null);
        if (first == null) {
            return lines();
        }
        List<String> lines = story();
        lines.add("");
        lines.add("It goes wrong first at event " + first.event() + ": " + first.happening() + ".");
        if (first.absent()) {
            lines.add("- Without " + defect + " this does not happen at all.");
            return lines;
        }
        lines.add("- With " + defect + ": " + first.with());
        lines.add("- Without it: " + first.without());
        return lines;
    }

    /**
     * Where it first went another way than it should have; empty where it never did.
     *
     * @param right what the same schedule came to without the defect
     * @param defect how the defect is called
     */
    public Optional<FirstDifference> firstDifference(Chronicle right, String defect) {
        List<Moment> others = right.moments();
        int same = 0;
        Set<String> unlike = unlikeFromTheStart(others);
        while (same < moments.size() && same < others.size() && moments.get(same).same(others.get(same), unlike)) {
            same++;
        }
        if (same == moments.size()) {
            return Optional.empty();
        }
        Moment wrong = moments.get(same);
        Moment other = same == others.size() ? null : others.get(same);
        if (other == null || !other.event().equals(wrong.event())) {
            return Optional.of(new FirstDifference(
                    same + 1, happening(wrong.event()), defect, true, effects(wrong), "", Map.of()));
        }
        boolean ofKinds = !effects(wrong).equals(effects(other));
        return Optional.of(new FirstDifference(
                same + 1,
                happening(wrong.event()),
                defect,
                false,
                ofKinds ? effects(wrong) : effects(wrong, UnaryOperator.identity()),
                ofKinds ? effects(other) : effects(other, UnaryOperator.identity()),
                other.state()));
    }

    /** The fields that are written differently where nothing has happened yet: they cannot be compared. */
    private Set<String> unlikeFromTheStart(List<Moment> others) {
        Set<String> unlike = new HashSet<>();
        for (int i = 0; i < Math.min(moments.size(), others.size()); i++) {
            if (moments.get(i).event() instanceof Boot) {
                Map<String, String> other = others.get(i).state();
                moments.get(i).state().forEach((field, value) -> {
                    if (!value.equals(other.get(field))) {
                        unlike.add(field);
                    }
                });
            }
        }
        return unlike;
    }

    private List<String> story() {
        List<String> lines = new ArrayList<>();
        int fairEnd = EventShape.fairEnd(moments.stream().map(Moment::event).toList());
        int folded = fairEnd < 0 ? moments.size() : fairEnd + 1 + FIRST_BY_RULE;
        int unfolded = moments.size() - LAST_BY_RULE;
        int i = 0;
        while (i < moments.size()) {
            if (i == folded && folded + 1 < unfolded) {
                lines.add((folded + 1) + "-" + unfolded + ". " + Quantity.of(unfolded - folded, "more step")
                        + " of the fair end, each of which follows by rule.");
                i = unfolded;
            }
            int from = i;
            List<String> booted = new ArrayList<>();
            while (i < moments.size() && moments.get(i).event() instanceof Boot boot) {
                booted.add(boot.node());
                i++;
            }
            if (booted.isEmpty()) {
                Moment moment = moments.get(i++);
                lines.add(i + ". " + happening(moment.event()) + ": " + effects(moment) + ".");
            } else {
                lines.add(booted.size() == 1
                        ? i + ". " + booted.get(0) + " starts."
                        : (from + 1) + "-" + i + ". " + String.join(", ", booted) + " start.");
            }
        }
        lines.add("Then " + violation.invariant() + " is broken: " + violation.detail() + ".");
        return lines;
    }

    private static String happening(Event event) {
        return event.words(UnaryOperator.identity());
    }

    private String effects(Moment moment) {
        return effects(moment, EventShape::kind);
    }

    /**
     * What came of a moment. What a disk has on it matters where its node crashes; an answer always does.
     *
     * @param words for the text of a message that was sent
     */
    private String effects(Moment moment, UnaryOperator<String> words) {
        List<String> effects = new ArrayList<>(moment.changes());
        if (!moment.disk().isEmpty() && crashing.contains(moment.node())) {
            effects.add(moment.disk());
        }
        Map<String, List<String>> sent = new LinkedHashMap<>();
        for (Event event : moment.born()) {
            if (event instanceof Deliver e && !(moment.event() instanceof Command)) {
                String text = e.message().text();
                sent.computeIfAbsent(moment.node() == null ? text : words.apply(text), any -> new ArrayList<>())
                        .add(e.message().to());
            }
        }
        // What no node sent is what the network made of a message.
        String verb = moment.node() == null ? "on its way is " : "sends ";
        sent.forEach((text, receivers) -> effects.add(verb + text + " to " + String.join(", ", receivers)));
        moment.answers().forEach(answer -> effects.add("answers " + answer));
        return effects.isEmpty() ? "nothing changes" : String.join("; ", effects);
    }

    /** Each field of a node at the end, with the event that gave it its value. */
    private List<String> since(String node) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Integer> events = new LinkedHashMap<>();
        for (int i = 0; i < moments.size(); i++) {
            if (node.equals(moments.get(i).node())) {
                int event = i + 1;
                moments.get(i).state().forEach((field, value) -> {
                    if (!value.equals(values.put(field, value))) {
                        events.put(field, event);
                    }
                });
            }
        }
        List<String> since = new ArrayList<>();
        values.forEach((field, value) -> since.add(field + " " + value + " (" + events.get(field) + ")"));
        return since;
    }
}
