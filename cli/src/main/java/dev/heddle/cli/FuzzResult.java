package dev.heddle.cli;

import dev.heddle.harness.fuzz.CampaignResult;
import dev.heddle.harness.fuzz.Find;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.world.HookError;
import dev.heddle.harness.world.RuleBreach;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What became of a campaign.
 *
 * @param header the campaign's configuration and seed
 * @param seconds from the start of the process to the first find, or to the end where nothing was found
 * @param kept what was found, in the order of executions
 * @param coverage what happened in all executions; null where that was not counted
 * @param report the page that shows it, or null
 */
record FuzzResult(
        Header header,
        String strategy,
        boolean keepGoing,
        boolean interrupted,
        CampaignResult campaign,
        double seconds,
        List<Kept> kept,
        CoverageReport coverage,
        Path report) {

    /** How many abstract states each kind of strategy reached first; null where that was not counted. */
    SortedMap<String, Long> statesByStrategy() {
        return coverage == null ? null : coverage.coverage().abstractStatesByKind();
    }

    /** What a strict replay in a fresh JVM said of a find. */
    enum Check {
        /** Nothing: none was tried, or it came to no result. */
        NONE,
        /** It met the violation too. */
        MET,
        /** It went another way. */
        MISSED,
        /** The target broke the harness's rules in it. */
        REJECTED
    }

    /**
     * A find and its file.
     *
     * @param schedule where it is saved, or null where that was not possible
     * @param trouble what the fresh JVM said where it did not meet the violation, for people
     * @param minimized what became of making it small; null where that was not tried
     */
    record Kept(Find find, Path schedule, Check check, String trouble, MinimizeResult minimized) {
        /** A find as it was saved, of which nothing else is known. */
        static Kept of(Find find, Path schedule) {
            return new Kept(find, schedule, Check.NONE, "", null);
        }

        Kept checked(Check result, Path file, String otherwise) {
            return new Kept(find, file, result, otherwise, minimized);
        }

        Kept minimized(MinimizeResult result) {
            return new Kept(find, schedule, check, trouble, result);
        }

        Violation violation() {
            return find.outcome() instanceof Outcome.Violated violated ? violated.violation() : null;
        }

        RuleBreach breach() {
            return find.outcome() instanceof Outcome.Rejected rejected ? rejected.breach() : null;
        }

        /** The fault in what the user wrote for the harness, or null. */
        HookError fault() {
            return find.outcome() instanceof Outcome.Faulty faulty ? faulty.error() : null;
        }

        /** Whether a fresh JVM met it too, or null where that is not known. */
        Boolean verified() {
            return check == Check.NONE ? null : check == Check.MET;
        }

        /** Whether its file can be replayed to the violation, as far as anybody knows. */
        boolean replayable() {
            return exit() == ExitCode.VIOLATION && schedule != null;
        }

        /** Whether there is a shorter one of it that can be replayed, as far as anybody knows. */
        boolean shortened() {
            return minimized != null && minimized.replayable();
        }

        /** One line about how the target broke the harness's rules, here or in the fresh JVM, or null. */
        String rejection() {
            if (breach() != null) {
                return breach().what();
            }
            return check == Check.REJECTED ? "in a fresh JVM: " + trouble.lines().findFirst().orElse("") : null;
        }

        int exit() {
            if (fault() != null) {
                return ExitCode.USAGE;
            } else if (rejection() != null) {
                return ExitCode.REJECTED;
            }
            return check == Check.MISSED ? ExitCode.DIVERGED : ExitCode.VIOLATION;
        }
    }

    /** What became of making the find small that the report is about; null where that was not tried. */
    MinimizeResult minimized() {
        return primary().map(Kept::minimized).orElse(null);
    }

    /** The find that the report is about: the first of those that decide the exit code. */
    Optional<Kept> primary() {
        return primary(kept);
    }

    /** The first of those that decide the exit code. */
    static Optional<Kept> primary(List<Kept> kept) {
        int deciding = ExitCode.of(kept.stream().map(Kept::exit).toList());
        return kept.stream().filter(k -> k.exit() == deciding).findFirst();
    }

    int exit() {
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        return ExitCode.of(kept.stream().map(Kept::exit).toList());
    }

    String outcome() {
        return switch (exit()) {
            case ExitCode.INTERRUPTED -> "interrupted";
            case ExitCode.REJECTED -> "rejected";
            case ExitCode.DIVERGED, ExitCode.USAGE -> "error";
            case ExitCode.VIOLATION -> "violation";
            default -> "passed";
        };
    }

    /** Whether there is anything to come back to: a find, or what somebody wanted to be told of the whole campaign. */
    boolean worthKeeping() {
        return keepGoing || coverage != null || !kept.isEmpty();
    }

    /** One line where something is wrong, else null. */
    String message() {
        return switch (exit()) {
            case ExitCode.INTERRUPTED -> "interrupted";
            case ExitCode.USAGE -> primary().orElseThrow().fault().getMessage();
            case ExitCode.REJECTED -> primary().orElseThrow().rejection();
            case ExitCode.DIVERGED -> "a strict replay in a fresh JVM did not meet the violation again";
            default -> null;
        };
    }

    /** How long the deliveries took: a campaign that keeps going does not end with its first find. */
    double effortSeconds() {
        return keepGoing && !kept.isEmpty() ? campaign.nanos() / 1e9 : seconds;
    }

    long deliveriesPerSecond() {
        return effortSeconds() > 0 ? (long) (campaign.deliveries() / effortSeconds()) : 0;
    }
}
