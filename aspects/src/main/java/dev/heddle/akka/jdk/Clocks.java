package dev.heddle.akka.jdk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.aspectj.lang.JoinPoint;
import scala.concurrent.duration.Deadline;
import scala.concurrent.duration.FiniteDuration;

/** The clocks of the JDK, showing virtual time where the calling thread runs controlled code. */
public final class Clocks {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private Clocks() {}

    /** True where the calling thread runs controlled code, so that virtual time counts. */
    public static boolean virtual() {
        return Current.controller() != null;
    }

    /** {@link System#nanoTime}. */
    public static long nanoTime() {
        return Current.controller().monotonicNanos();
    }

    /** {@link System#currentTimeMillis}. */
    public static long currentTimeMillis() {
        return Current.controller().wallNanos() / NANOS_PER_MILLI;
    }

    /** {@link System#currentTimeMillis} for a record: what the node does cannot depend on it. */
    public static long stampMillis() {
        return Current.controller().stampNanos() / NANOS_PER_MILLI;
    }

    /** {@link Instant#now()}. */
    public static Instant instant() {
        long nanos = Current.controller().wallNanos();
        return Instant.ofEpochSecond(nanos / NANOS_PER_SECOND, nanos % NANOS_PER_SECOND);
    }

    /** {@link Date#Date()}. */
    public static Date date() {
        return new Date(currentTimeMillis());
    }

    /** {@link Calendar#getInstance()} and kin. */
    public static Calendar set(Calendar calendar) {
        if (virtual()) {
            calendar.setTimeInMillis(currentTimeMillis());
        }
        return calendar;
    }

    /** {@code Deadline.now} of Scala's. */
    public static Deadline deadline() {
        return new Deadline(FiniteDuration.apply(nanoTime(), TimeUnit.NANOSECONDS));
    }

    /** A clock of virtual time; the system's default zone is UTC. */
    public static Clock clock(ZoneId zone) {
        return new VirtualClock(zone == null ? ZoneOffset.UTC : zone);
    }

    /** {@code now()} or {@code now(ZoneId)} of one of the classes of {@link java.time}; a null zone is the default. */
    public static Object now(JoinPoint.StaticPart call, ZoneId zone) {
        return Calls.invoke(Calls.type(call), "now", new Class<?>[] {Clock.class}, null, clock(zone));
    }

    private static final class VirtualClock extends Clock {
        private final ZoneId zone;

        VirtualClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new VirtualClock(other);
        }

        @Override
        public Instant instant() {
            return virtual() ? Clocks.instant() : Clock.systemUTC().instant();
        }
    }
}
