package dev.heddle.cli;

import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.world.HookError;
import dev.heddle.report.page.Film;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the commands do that show a saved schedule: it is followed, and what happened is taken down. */
final class FilmedSchedule implements AutoCloseable {
    /** The forms in which a find of a run is there, with its number where there are several finds. */
    private static final List<String> FORMS = List.of("minimized", "found");
    private static final Pattern OF_A_RUN = Pattern.compile("(?:" + String.join("|", FORMS) + ")((?:-\\d+)?)");
    private static final String SUFFIX = ".schedule";

    private final ScheduleFile source;
    private final Subject subject;
    private final Filming filming;

    private FilmedSchedule(ScheduleFile source, Subject subject, Filming filming) {
        this.source = source;
        this.subject = subject;
        this.filming = filming;
    }

    static FilmedSchedule open(Environment environment, String file, ClassPathOption classPath, CheckOptions checks) {
        ScheduleFile source = ScheduleFile.read(file);
        if (source.schedule().events().isEmpty()) {
            throw new UsageException(file + ": there are no events in it, so there is nothing to show");
        }
        try {
            Subject subject = Subject.open(environment, source.schedule().header(), classPath);
            return new FilmedSchedule(source, subject,
                    new Filming(environment, subject, subject.invariants(checks.invariants()), checks.checkEvery()));
        } catch (UsageException e) {
            throw e.about(file);
        }
    }

    /** Follows the schedule; what it asks of the target and cannot be had is bad input. */
    Filming.Shot shot() throws Exception {
        return source.followed(() -> filming.shot(name(Path.of(source.name())), source.schedule()));
    }

    /** What became of the replay. */
    ReplayVerdict verdict(Filming.Shot shot) {
        return ReplayVerdict.of(source, shot.result());
    }

    /** The other schedule of the same run, found or minimized; one that cannot be followed is left out. */
    List<Film> companions() throws Exception {
        Path given = Path.of(source.name());
        List<Film> films = new ArrayList<>();
        Matcher number = OF_A_RUN.matcher(name(given));
        for (String form : number.matches() ? FORMS : List.<String>of()) {
            String name = form + number.group(1);
            Optional<Schedule> other = name.equals(name(given)) ? Optional.empty() : schedule(given, name);
            if (other.isPresent()) {
                companion(name, other.get()).ifPresent(films::add);
            }
        }
        return films;
    }

    private Optional<Film> companion(String name, Schedule schedule) throws Exception {
        try {
            Film film = filming.shot(name, schedule).film();
            return film.execution().violation() == null ? Optional.empty() : Optional.of(film);
        } catch (IllegalArgumentException | HookError | RejectedException unusable) {
            return Optional.empty();
        }
    }

    private Optional<Schedule> schedule(Path given, String name) {
        Path file = given.resolveSibling(name + SUFFIX);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Schedule schedule = ScheduleFile.read(file.toString()).schedule();
            return sameRun(schedule.header(), source.schedule().header()) ? Optional.of(schedule) : Optional.empty();
        } catch (UsageException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean sameRun(Header one, Header other) {
        return one.withNodes(0).equals(other.withNodes(0));
    }

    /** The name of a file without its suffix. */
    static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\" + SUFFIX + "$", "");
    }

    @Override
    public void close() {
        subject.close();
    }
}
