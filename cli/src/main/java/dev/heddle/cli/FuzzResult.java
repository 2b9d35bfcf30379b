package dev.heddle.cli;

import dev.heddle.harness.fuzz.CampaignResult;
import dev.heddle.harness.fuzz.Find;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.world.RuleBreach;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a campaign.
 *
 * @param header the campaign's configuration and seed
 * @param seconds from the start of the process to the find, or to the end where nothing was found
 * @param kept what was found, in the order of executions
 */
record FuzzResult(
        Header header,
        String strategy,
        boolean keepGoing,
        boolean interrupted,
        CampaignResult campaign,
        double seconds,
        List<Kept> kept) {

    /**
     * A find and its file.
     *
     * @param schedule where it is saved, or null where that was not possible
     * @param verified whether a fresh JVM's strict replay met it too, or null where none was tried
     * @param trouble what the fresh JVM said otherwise, for people
     */
    record Kept(Find find, Path schedule, Boolean verified, String trouble) {
        Kept verifiedAs(Path file, boolean met, String otherwise) {
            return new Kept(find, file, met, otherwise);
        }

        Violation violation() {
            return find.outcome() instanceof Outcome.Violated violated ? violated.violation() : null;
        }

        RuleBreach breach() {
            return find.outcome() instanceof Outcome.Rejected rejected ? rejected.breach() : null;
        }

        boolean unverified() {
            return Boolean.FALSE.equals(verified);
        }
    }

    /** The find that the report is about: what broke the harness's rules, else the first. */
    Optional<Kept> primary() {
        Optional<Kept> rejected = kept.stream().filter(k -> k.breach() != null).findFirst();
        return rejected.isPresent() ? rejected : kept.stream().findFirst();
    }

    int exit() {
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        List<Integer> codes = new ArrayList<>();
        for (Kept k : kept) {
            codes.add(k.breach() != null
                    ? ExitCode.REJECTED
                    : k.unverified() ? ExitCode.DIVERGED : ExitCode.VIOLATION);
        }
        return ExitCode.of(codes);
    }

    String outcome() {
        return switch (exit()) {
            case ExitCode.INTERRUPTED -> "interrupted";
            case ExitCode.REJECTED -> "rejected";
            case ExitCode.DIVERGED -> "error";
            case ExitCode.VIOLATION -> "violation";
            default -> "passed";
        };
    }

    /** One line where something is wrong, else null. */
    String message() {
        return switch (exit()) {
            case ExitCode.INTERRUPTED -> "interrupted";
            case ExitCode.REJECTED -> primary().orElseThrow().breach().what();
            case ExitCode.DIVERGED -> "a strict replay in a fresh JVM did not meet the violation again";
            default -> null;
        };
    }

    long deliveriesPerSecond() {
        return seconds > 0 ? (long) (campaign.deliveries() / seconds) : 0;
    }
}
