package dev.heddle.loading;

import java.util.List;

/**
 * The loader that a class of a realm comes from, by the first letters of its name.
 *
 * <p>What links to Akka (the aspects, the adapter, the user's API) has to be defined beside Akka; what
 * the engine and a scenario exchange has to be defined once, above both.
 */
enum Origin {
    /** The JDK if it has the class, else the class path. */
    PLATFORM_FIRST,
    /** The parent if it has the class, else the class path. */
    PARENT_FIRST,
    /** The realm, from the bytes that the parent holds: ours, linked to the realm's Akka. */
    REDEFINED,
    /** The class path or nothing. */
    REALM_ONLY,
    /** The class path if it has the class, else the parent. */
    REALM_FIRST;

    private static final List<String> PLATFORM =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.w3c.dom.", "org.xml.sax.", "org.ietf.jgss.");

    /** What the engine and the code under test exchange; a test framework's too, for its assertions. */
    private static final List<String> SHARED = List.of(
            "dev.heddle.harness.", "dev.heddle.invariants.", "dev.heddle.minimizer.", "dev.heddle.loading.",
            "dev.heddle.junit.", "dev.heddle.cli.", "org.slf4j.", "org.aspectj.", "picocli.",
            "org.junit.", "org.opentest4j.", "org.apiguardian.");

    private static final List<String> LINKED_TO_AKKA =
            List.of("dev.heddle.api.", "dev.heddle.akka.", "dev.heddle.aspects.");

    /** Akka and what its signatures name. Longer prefixes of others, such as akka.actor.typed., are meant too. */
    private static final List<String> AKKA = List.of("akka.", "scala.", "com.typesafe.config.");

    /** Where a class comes from in a realm that has its own Akka, or in one that uses its parent's. */
    static Origin of(String className, boolean ownAkka) {
        if (startsWithAny(className, PLATFORM)) {
            return PLATFORM_FIRST;
        }
        if (startsWithAny(className, AKKA)) {
            return ownAkka ? REALM_ONLY : PARENT_FIRST;
        }
        if (startsWithAny(className, LINKED_TO_AKKA)) {
            return ownAkka ? REDEFINED : PARENT_FIRST;
        }
        return startsWithAny(className, SHARED) ? PARENT_FIRST : REALM_FIRST;
    }

    /**
     * Whether a resource of the parent is Akka's, which a realm with its own Akka must not see:
     * configurations would mix.
     */
    static boolean isAkkaResource(String resource) {
        return resource.equals("reference.conf") || resource.equals("version.conf")
                || startsWithAny(resource.replace('/', '.'), AKKA);
    }

    /** Whether a class is part of Heddle, and so never woven. */
    static boolean isHeddle(String className) {
        return className.startsWith("dev.heddle.")
                && (startsWithAny(className, SHARED) || startsWithAny(className, LINKED_TO_AKKA));
    }

    private static boolean startsWithAny(String name, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
