package dev.heddle.report.export;

import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.schedule.Header;
import dev.heddle.report.Lane;
import dev.heddle.report.Letter;
import dev.heddle.report.Point;
import dev.heddle.report.SpaceTime;
import dev.heddle.report.json.Json;
import java.util.Locale;

/** What happened as one JSON object, for programs; docs/exports.md says what its members mean. */
public final class JsonEvents implements Export {
    /** The version of the shape. */
    private static final int VERSION = 1;

    @Override
    public String write(SpaceTime execution) {
        return object(execution) + "\n";
    }

    /** The object itself, to be put into another. */
    public static Json object(SpaceTime execution) {
        Header header = execution.schedule().header();
        return new Json()
                .put("heddleEvents", VERSION)
                .put("target", header.target())
                .put("bugs", header.bugs())
                .put("network", header.network().name().toLowerCase(Locale.ROOT))
                .put("timing", header.timing().name().toLowerCase(Locale.ROOT))
                // As text: it may be more than a number in JavaScript can hold.
                .put("seed", Long.toString(header.seed()))
                .put("deliveries", execution.schedule().deliveries())
                .put("externals", execution.schedule().externals())
                .put("violation", violation(execution.violation()))
                .put("lanes", execution.lanes().stream().map(JsonEvents::lane).toList())
                .put("messages", execution.letters().stream().map(JsonEvents::letter).toList())
                .put("steps", execution.points().stream().map(JsonEvents::point).toList());
    }

    private static Json violation(Violation violation) {
        return violation == null
                ? null
                : new Json()
                        .put("invariant", violation.invariant())
                        .put("nodes", violation.nodes())
                        .put("detail", violation.detail());
    }

    private static Json lane(Lane lane) {
        return new Json().put("name", lane.name()).put("kind", lane.client() ? "client" : "node");
    }

    private static Json letter(Letter letter) {
        return new Json()
                .put("id", letter.id())
                .put("kind", letter.kind().name().toLowerCase(Locale.ROOT))
                .put("from", letter.from())
                .put("to", letter.to())
                .put("text", letter.text())
                .put("occurrence", letter.occurrence())
                .put("sent", letter.sent())
                .put("ended", letter.ended() == 0 ? null : letter.ended())
                .put("fate", letter.fate().name().toLowerCase(Locale.ROOT));
    }

    private static Json point(Point point) {
        return new Json()
                .put("step", point.number())
                .put("kind", point.kind())
                .put("event", point.event())
                .put("words", point.words())
                .put("lane", point.lane())
                .putIfPresent("byRule", point.chosen() ? null : true)
                .putIfPresent("message", point.handed() < 0 ? null : point.handed())
                .putIfPresent("causes", point.causes())
                .putIfPresent("down", point.up() ? null : true)
                .putIfPresent("changes", point.changes().stream().map(JsonEvents::change).toList())
                .putIfPresent("sent", point.sent())
                .putIfPresent("answers", point.answers().stream().map(JsonEvents::answer).toList())
                .putIfPresent("uncaught", point.uncaught())
                .putIfPresent("cuts", point.cuts());
    }

    private static Object change(Point.Change change) {
        return new Json()
                .put("field", change.field())
                .put("before", change.before())
                .put("after", change.after());
    }

    private static Object answer(Point.Answer answer) {
        return new Json()
                .put("from", answer.from())
                .put("client", answer.client())
                .put("text", answer.text());
    }
}
