package dev.heddle.harness.schedule;

import java.util.regex.Pattern;

/** Text of objects without what differs from run to run: identity hashes and the numbers of lambdas. */
public final class StableText {
    private static final Pattern IDENTITY_HASH = Pattern.compile("(?<=[\\w$;\\])])@[0-9a-f]{1,8}\\b");
    private static final Pattern LAMBDA_NUMBER = Pattern.compile("\\$\\$Lambda[$/0-9a-zA-Z]*");

    private StableText() {}

    /** The text of an object; where its {@code toString} throws, that is the text. */
    public static String of(Object object) {
        try {
            return of(String.valueOf(object));
        } catch (RuntimeException e) {
            return object.getClass().getName() + "{toString threw " + e.getClass().getName() + "}";
        }
    }

    /** The text, made stable. */
    public static String of(String text) {
        String stable = text;
        if (stable.contains("$$Lambda")) {
            stable = LAMBDA_NUMBER.matcher(stable).replaceAll("\\$\\$Lambda");
        }
        return stable.indexOf('@') < 0 ? stable : IDENTITY_HASH.matcher(stable).replaceAll("");
    }
}
