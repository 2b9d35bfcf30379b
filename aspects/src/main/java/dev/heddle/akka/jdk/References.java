package dev.heddle.akka.jdk;

import dev.heddle.harness.fuzz.WallClock;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What a method reference such as {@code System::nanoTime} leads to in a target: no call of it can be
 * advised, since the JDK makes it. The table of those is {@code dev.heddle.loading.MethodReferences}.
 */
public final class References {
    private References() {}

    public static long nanoTime() {
        return Clocks.virtual() ? Clocks.nanoTime() : WallClock.nanos();
    }

    public static long currentTimeMillis() {
        return systemUtc().millis();
    }

    public static Instant instant() {
        return systemUtc().instant();
    }

    public static LocalDate localDate() {
        return LocalDate.now(systemDefaultZone());
    }

    public static LocalTime localTime() {
        return LocalTime.now(systemDefaultZone());
    }

    public static LocalDateTime localDateTime() {
        return LocalDateTime.now(systemDefaultZone());
    }

    public static ZonedDateTime zonedDateTime() {
        return ZonedDateTime.now(systemDefaultZone());
    }

    public static OffsetDateTime offsetDateTime() {
        return OffsetDateTime.now(systemDefaultZone());
    }

    public static Clock systemUtc() {
        return Clocks.virtual() ? Clocks.clock(null) : Clock.systemUTC();
    }

    public static Clock systemDefaultZone() {
        return Clocks.virtual() ? Clocks.clock(null) : Clock.systemDefaultZone();
    }

    public static Date date() {
        return Clocks.virtual() ? Clocks.date() : new Date();
    }

    public static double mathRandom() {
        return Generators.random().nextDouble();
    }

    public static UUID uuid() {
        return Generators.controlled() ? Generators.uuid() : UUID.randomUUID();
    }

    public static Random random() {
        return Generators.random();
    }

    public static SecureRandom secureRandom() {
        return Generators.secureRandom();
    }

    public static SplittableRandom splittableRandom() {
        return Generators.controlled() ? Generators.splittableRandom() : new SplittableRandom();
    }

    public static void shuffle(List<?> list) {
        Collections.shuffle(list, Generators.random());
    }
}
