package dev.heddle.minimizer;

import dev.heddle.harness.random.Rng;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What leaves local minima: several trails of random detours side by side, in rounds, compared after each; and once
 * that gains nothing any more, single changes of some kinds of where each trail ended, one after the other, each with a
 * descent from there.
 */
final class Exploration {
    static final int TRAILS = 8;
    private static final int ROUNDS_WITHOUT_GAIN = 6;
    private static final int ROUNDS = 30;
    /** A trail is far behind whose end is longer than the best by more than this factor and one. */
    private static final double NEAR = 1.1;
    /** How many trails that are far behind are given up in a round: the others may know of another way. */
    private static final int GIVEN_UP = 2;
    /** Deliveries and externals of an execution that gets its plain share of the replays. */
    private static final double USUAL_SIZE = 25;
    private static final double LEAST = 0.4;
    private static final double MOST = 4;
    /** The replays for the changes of one kind of one trail's end, as a multiple of a trail's in a round. */
    private static final int CHANGES = 2;

    private final Crew crew;
    private final Plan plan;
    private final Effort effort;
    private final long replays;
    private final Runnable tick;
    private final Map<String, Execution> others = new LinkedHashMap<>();
    /** What each trail came through, from whichever end it went on. */
    private final List<Known> known = Stream.generate(Known::new).limit(TRAILS).toList();

    private Execution best;

    /** @param replays about as many in all, for an execution of the usual size */
    Exploration(Crew crew, Plan plan, Effort effort, long replays, Runnable tick) {
        this.crew = crew;
        this.plan = plan;
        this.effort = effort;
        this.replays = replays;
        this.tick = tick;
    }

    /** The smallest that it comes to. @param starts executions of the same violation, the smallest first */
    Trail from(List<Execution> starts) {
        best = starts.get(0);
        List<Execution> ends = starts.stream().limit(TRAILS).toList();
        int idle = 0;
        for (int round = 0; round < ROUNDS && idle < ROUNDS_WITHOUT_GAIN && !effort.late(); round++) {
            ends = round(round, nextStarts(ends));
            idle = bettered(ends) ? 0 : idle + 1;
            if (idle == ROUNDS_WITHOUT_GAIN) {
                ends = changed(ends);
                idle = bettered(ends) ? 0 : idle;
            }
        }
        return new Trail(best, List.of(), others);
    }

    /** Notes the smallest; true where it is shorter than the best so far. */
    private boolean bettered(List<Execution> ends) {
        Execution now = Collections.min(ends, Size.ORDER);
        boolean shorter = Size.BY_COUNT.compare(now, best) < 0;
        best = Size.ORDER.compare(now, best) < 0 ? now : best;
        return shorter;
    }

    /** Where the trails go on: each from such an end, but of those far behind the best one the last few from there. */
    private List<Execution> nextStarts(List<Execution> ends) {
        List<Execution> givenUp = ends.stream()
                .filter(end -> Size.total(end) > Size.total(best) * NEAR + 1)
                .sorted(Size.ORDER.reversed())
                .limit(GIVEN_UP)
                .toList();
        return ends.stream().map(end -> givenUp.contains(end) ? best : end).toList();
    }

    /** Where the trails come to, each from one of these, in turn. */
    private List<Execution> round(int round, List<Execution> starts) {
        long replaysOfEach = replaysOfATrail();
        List<Function<Experiment, Trail>> tasks = new ArrayList<>();
        for (int i = 0; i < TRAILS; i++) {
            Rng rng = Rng.ofExecution(round + 1, i);
            Execution here = starts.get(i % starts.size());
            Known ofTrail = known.get(i);
            tasks.add(experiment -> {
                Search search = Search.spare(experiment, here.violation(), effort, replaysOfEach);
                return detours(search, here, rng, ofTrail, replaysOfEach);
            });
        }
        return ends(tasks);
    }

    private List<Execution> ends(List<Function<Experiment, Trail>> tasks) {
        List<Execution> ends = new ArrayList<>();
        for (Trail trail : crew.all(tasks, tick)) {
            trail.others().forEach(others::putIfAbsent);
            ends.add(trail.end());
        }
        return ends;
    }

    /** Longer executions have more detours. */
    private long replaysOfATrail() {
        double share = StrictMath.pow(Size.total(best) / USUAL_SIZE, 1.5);
        return Math.max(1, (long) (replays / (TRAILS * ROUNDS) * Math.min(MOST, Math.max(LEAST, share))));
    }

    /** Mutates and descends again and again; goes on from whatever is not larger. */
    private Trail detours(Search search, Execution from, Rng rng, Known ofTrail, long most) {
        Execution here = from;
        ofTrail.add(from);
        // What was tried before costs no replay: a short execution may have fewer changes than the budget allows.
        for (long i = 0; i < most && !search.over(); i++) {
            Execution changed = search.run(plan.mutation().mutate(here, rng));
            if (changed == null) {
                continue;
            }
            Execution end = ofTrail.add(changed)
                    ? new Descent(search, plan.polishing(), ofTrail::add).run(changed, rng) : changed;
            if (Size.total(end) <= Size.total(here)) {
                here = end;
                effort.reached(end);
            }
        }
        return new Trail(here, List.of(), search.others());
    }

    /** Of these and of what single changes of each kind lead to from each, the smallest that differ. */
    private List<Execution> changed(List<Execution> ends) {
        long budget = replaysOfATrail() * CHANGES;
        List<Function<Experiment, Trail>> tasks = new ArrayList<>();
        for (Execution end : Known.distinct(ends.stream())) {
            for (Pass kind : plan.changes()) {
                tasks.add(experiment -> changes(Search.spare(experiment, end.violation(), effort, budget), end, kind));
            }
        }
        List<Execution> changed = ends(tasks);
        return Known.distinct(Stream.concat(ends.stream(), changed.stream()).sorted(Size.ORDER)).stream()
                .limit(TRAILS)
                .toList();
    }

    /** Makes one change after the other, until the descent from one ends in something shorter. */
    private Trail changes(Search search, Execution from, Pass kind) {
        Known met = new Known();
        met.add(from);
        Proposals proposals = kind.propose(from, null);
        Execution end = from;
        Candidate candidate = proposals.next();
        while (candidate != null && end == from && !search.over()) {
            Execution changed = search.run(candidate);
            if (changed != null && met.add(changed)) {
                Execution lower = new Descent(search, plan.polishing(), met::add).run(changed, null);
                end = Size.BY_COUNT.compare(lower, from) < 0 ? lower : from;
            }
            candidate = proposals.next();
        }
        effort.reached(end);
        return new Trail(end, List.of(), search.others());
    }
}
