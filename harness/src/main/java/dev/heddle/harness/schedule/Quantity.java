package dev.heddle.harness.schedule;

import java.util.Locale;

/** Numbers of things in words: {@code 1 delivery}, {@code 1,024 deliveries}. */
public final class Quantity {
    private Quantity() {}

    /** A number alone: {@code 1,024}. */
    public static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** So many of what is called {@code one} where there is one. */
    public static String of(long count, String one, String many) {
        return of(count) + " " + (count == 1 ? one : many);
    }

    /** So many of what only gets an s. */
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    /** So many deliveries. */
    public static String deliveries(long count) {
        return of(count, "delivery", "deliveries");
    }
}
