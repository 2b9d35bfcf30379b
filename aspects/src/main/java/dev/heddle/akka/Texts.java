package dev.heddle.akka;

import akka.actor.FSM;
import akka.actor.ReceiveTimeout;
import akka.actor.TimerSchedulerImpl;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Renders messages and timers so that equal ones are equal in every run: no uids, hashes, lambda numbers. */
final class Texts {
    private static final Pattern REFERENCE = Pattern.compile("Actor\\[(akka://[^\\]]*)\\]");
    private static final Pattern PATH = Pattern.compile("akka://[^/\\s,;()\\[\\]#]*(/[^\\s,;()\\[\\]#]*)?(#-?\\d+)?");
    private static final Pattern LAMBDA = Pattern.compile("\\$\\$Lambda[$/0-9a-zA-Z]*(@[0-9a-f]+)?");
    private static final Pattern IDENTITY = Pattern.compile("(?<=[\\w$;\\]\\[)])@[0-9a-f]{1,8}\\b");
    private static final String STATE_TIMEOUT = "akka.actor.FSM$TimeoutMarker";
    private static final String QUESTION = "akka.pattern.PromiseActorRef$";

    private final Population population;
    private final Function<Object, String> custom;

    Texts(Population population) {
        this.population = population;
        custom = population.definition().messageText();
    }

    /** The text of a message; of one that is to be adapted, what it was before. */
    String message(Object payload) {
        Object sent = Wrapping.sent(payload);
        return normalise(custom == null ? plain(sent) : Hooks.call("messageText", () -> custom.apply(sent)));
    }

    /** What a message may turn into on its way; of one that is to be adapted, what was sent does. */
    List<Object> corruptions(Object payload) {
        return population.corruptions(Wrapping.sent(payload)).stream()
                .map(other -> Wrapping.around(payload, other))
                .toList();
    }

    /** The name of a timer that sends a message. */
    String timer(Object message) {
        if (message instanceof TimerSchedulerImpl.TimerMsg own) {
            return message(own.key());
        } else if (message instanceof FSM.Timer fsm) {
            return fsm.name();
        } else if (message instanceof ReceiveTimeout) {
            return "ReceiveTimeout";
        } else if (message.getClass().getName().equals(STATE_TIMEOUT)) {
            return "StateTimeout";
        }
        return message(message);
    }

    /** The name of a timer that runs something. */
    String timer(Class<?> body) {
        String name = body.getName();
        if (name.startsWith(QUESTION)) {
            return "AskTimeout";
        }
        int lambda = name.indexOf("$$Lambda");
        String type = lambda < 0 ? name : name.substring(0, lambda);
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return lambda < 0 ? simple : simple + ".lambda";
    }

    /** The name of a kind of message, by its class; null where its text says more. */
    static String kind(Object payload) {
        Object sent = Wrapping.sent(payload);
        if (sent == null || sent instanceof CharSequence || sent instanceof Enum<?>) {
            return null;
        }
        String name = sent.getClass().getSimpleName();
        int generated = name.indexOf('$');
        return generated > 0 ? name.substring(0, generated) : name;
    }

    private static String plain(Object payload) {
        if (payload == null || !payload.getClass().isArray()) {
            return String.valueOf(payload);
        }
        String wrapped = Arrays.deepToString(new Object[] {payload});
        return wrapped.substring(1, wrapped.length() - 1);
    }

    /** Removes from a text what differs from run to run. */
    String normalise(String text) {
        if (text == null) {
            return "null";
        }
        String result = text;
        if (text.contains("akka://")) {
            result = REFERENCE.matcher(result).replaceAll(m -> Matcher.quoteReplacement(m.group(1)));
            result = PATH.matcher(result).replaceAll(m -> Matcher.quoteReplacement(name(m.group(1))));
        }
        if (result.contains("$$Lambda")) {
            result = LAMBDA.matcher(result).replaceAll(Matcher.quoteReplacement(".lambda"));
        }
        return result.indexOf('@') < 0 ? result : IDENTITY.matcher(result).replaceAll("");
    }

    private String name(String path) {
        return path == null ? "/" : population.nameOf(path);
    }
}
