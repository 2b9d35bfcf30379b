package dev.heddle.cli;

import dev.heddle.cli.FuzzResult.Check;
import dev.heddle.cli.FuzzResult.Kept;
import dev.heddle.cli.process.FreshJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Replays finds strictly, each in a JVM of its own.
 *
 * @param command the arguments that replay a schedule
 */
record Verification(Environment environment, Output output, RunFiles files, Function<Path, List<String>> command) {

    /** Every find with what its replay came to; those that an interrupt leaves no time for as they are. */
    List<Kept> of(List<Kept> kept) {
        List<Kept> checked = new ArrayList<>();
        for (Kept k : kept) {
            boolean replayable =
                    k.violation() != null && k.schedule() != null && !environment.interrupts().requested();
            checked.add(replayable ? replayed(k, RunFiles.name("unverified", checked.size(), ".schedule")) : k);
        }
        return checked;
    }

    private Kept replayed(Kept k, String nameOtherwise) {
        FreshJvm.Result result;
        try {
            result = environment.freshJvm().run(List.of(), command.apply(k.schedule()));
        } catch (IOException e) {
            return impossible(k, e.getMessage());
        }
        if (result.exit() == ExitCode.VIOLATION) {
            return k.checked(Check.MET, k.schedule(), "");
        } else if (environment.interrupts().requested() || result.exit() == ExitCode.INTERRUPTED) {
            return k;
        }
        String said = (result.out() + result.err()).strip();
        return switch (result.exit()) {
            case ExitCode.DIVERGED, ExitCode.NOT_REPRODUCED -> renamed(k, nameOtherwise, Check.MISSED, said);
            case ExitCode.REJECTED -> renamed(k, nameOtherwise, Check.REJECTED, said);
            default -> impossible(k, "it ended with exit code " + result.exit() + (said.isEmpty() ? "" : ": " + said));
        };
    }

    private Kept renamed(Kept k, String name, Check check, String said) {
        Path renamed = files.rename(k.schedule(), name);
        return k.checked(check, renamed, said.replace(k.schedule().toString(), renamed.toString()));
    }

    /** Says nothing about the target: that JVM did not come to a result. */
    private Kept impossible(Kept k, String why) {
        output.note("heddle: the find could not be verified in a fresh JVM: " + why);
        return k;
    }
}
