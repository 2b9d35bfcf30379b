package dev.heddle.minimizer.pass;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.EventShape;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Pass;
import dev.heddle.minimizer.Proposals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Gives commands the simplest of the texts that clients send. */
final class CommandTexts implements Pass {
    @Override
    public String name() {
        return "commands";
    }

    @Override
    public Proposals propose(Execution current, Rng order) {
        return new Queue(current, CommandTexts::candidates);
    }

    private static List<Candidate> candidates(Execution current) {
        List<Event> events = current.events();
        List<String> texts = events.stream()
                .map(EventShape::commandText)
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            String text = EventShape.commandText(events.get(i));
            for (int simpler = 0; text != null && simpler < texts.indexOf(text); simpler++) {
                List<Event> changed = new ArrayList<>(events);
                changed.set(i, EventShape.withText(events.get(i), texts.get(simpler)));
                candidates.add(Candidate.of(current, changed, Matching.FIRST_OF_KIND));
            }
        }
        return candidates;
    }
}
