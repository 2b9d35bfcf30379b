package dev.heddle.examples.failover;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ways in which a controller keeps the news of a dead link over the death of the master. */
enum Remedy {
    REMEMBER(RememberingController::new),
    LOG(LoggingController::new),
    ASK(AskingController::new),
    STABILIZE(StabilizingController::new),
    TRANSACTION(TransactionalController::new),
    MULTICAST(GroupController::new),
    FACTS(DeclaringController::new);

    private final Function<Post, Controller> maker;

    Remedy(Function<Post, Controller> maker) {
        this.maker = maker;
    }

    Controller controller(Post post) {
        return maker.apply(post);
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names, as users write them. */
    static String names(String separator) {
        return Arrays.stream(values()).map(Remedy::id).collect(Collectors.joining(separator));
    }

    static Remedy named(String name) {
        return Arrays.stream(values()).filter(r -> r.id().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "failover's option controller is one of " + names(", ") + ", not '" + name + "'"));
    }
}
