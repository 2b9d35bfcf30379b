package dev.heddle.report.export;

import dev.heddle.harness.schedule.Quantity;
import dev.heddle.report.Lane;
import dev.heddle.report.Letter;
import dev.heddle.report.Letter.Fate;
import dev.heddle.report.Letter.Kind;
import dev.heddle.report.Point;
import dev.heddle.report.SpaceTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Mermaid sequence diagram, for issue trackers. Messages stand where they arrive, or where they are lost; of a long
 * execution only the end is shown, since what renders such diagrams takes no more than 50,000 characters.
 */
public final class Mermaid implements Export {
    private static final int MAX_CHARACTERS = 40_000;
    private static final int MAX_TEXT = 70;
    private static final int MAX_CHANGES = 110;
    private static final int MAX_DETAIL = 400;
    private static final String BROKEN = "rgb(255, 214, 210)";

    @Override
    public String write(SpaceTime execution) {
        return new Drawing(execution).text();
    }

    /** One diagram in the making. */
    private static final class Drawing {
        private final SpaceTime execution;
        private final Map<String, String> names = new LinkedHashMap<>();
        private final Map<Integer, List<Letter>> lost = new HashMap<>();

        Drawing(SpaceTime execution) {
            this.execution = execution;
            for (Lane lane : execution.lanes()) {
                names.put(lane.name(), "p" + names.size());
            }
            for (Letter letter : execution.letters()) {
                if (letter.kind() == Kind.MESSAGE && letter.ended() > 0 && letter.fate() != Fate.DELIVERED) {
                    lost.computeIfAbsent(letter.ended(), number -> new ArrayList<>()).add(letter);
                }
            }
        }

        String text() {
            StringBuilder head = new StringBuilder("sequenceDiagram\n");
            for (Lane lane : execution.lanes()) {
                head.append(lane.client() ? "  actor " : "  participant ").append(names.get(lane.name())).append(" as ")
                        .append(escaped(lane.name(), MAX_TEXT)).append('\n');
            }
            String foot = foot();
            List<String> steps = execution.points().stream().map(this::step).toList();
            int first = steps.size();
            int length = head.length() + foot.length();
            while (first > 0 && length + steps.get(first - 1).length() <= MAX_CHARACTERS) {
                length += steps.get(--first).length();
            }
            if (first > 0) {
                head.append(everybody(Quantity.of(first, "earlier step is", "earlier steps are") + " left out"));
            }
            return head + String.join("", steps.subList(first, steps.size())) + foot;
        }

        private String foot() {
            return execution.violation() == null
                    ? ""
                    : "  rect " + BROKEN + "\n"
                            + over(execution.violation().invariant() + " is broken: "
                                    + execution.violation().detail(), MAX_DETAIL)
                            + "  end\n";
        }

        private String step(Point point) {
            StringBuilder lines = new StringBuilder();
            Letter letter = point.handed() < 0 ? null : execution.letters().get(point.handed());
            String number = point.number() + ". ";
            if (point.kind().equals("deliver")) {
                lines.append(arrow(letter.from(), "->>", letter.to(), number + letter.text()));
            } else if (point.lane() == null) {
                lines.append(everybody(number + point.words()));
            } else {
                lines.append(note(point.lane(), number + point.words()));
            }
            lost.getOrDefault(point.number(), List.of())
                    .forEach(m -> lines.append(arrow(m.from(), "-x", m.to(), m.fate().name() + " " + m.text())));
            point.answers().forEach(a -> lines.append(arrow(a.from(), "-->>", a.client(), a.text())));
            String changes = changes(point);
            if (!changes.isEmpty()) {
                lines.append(note(point.lane(), changes));
            }
            return lines.toString();
        }

        private static String changes(Point point) {
            return String.join(", ", point.changes().stream()
                    .filter(change -> change.before() != null && change.after() != null)
                    .map(change -> change.field() + " " + change.before() + " \u2192 " + change.after())
                    .toList());
        }

        private String arrow(String from, String arrow, String to, String text) {
            return "  " + name(from) + arrow + name(to) + ": " + escaped(text, MAX_TEXT) + "\n";
        }

        private String note(String lane, String text) {
            return "  Note over " + names.get(lane) + ": " + escaped(text, MAX_CHANGES) + "\n";
        }

        private String everybody(String text) {
            return over(text, MAX_CHANGES);
        }

        private String over(String text, int longest) {
            List<String> all = List.copyOf(names.values());
            String over = all.size() == 1 ? all.get(0) : all.get(0) + "," + all.get(all.size() - 1);
            return "  Note over " + over + ": " + escaped(text, longest) + "\n";
        }

        private String name(String actor) {
            String own = names.get(actor);
            return own != null ? own : names.get(actor.substring(0, Math.max(0, actor.indexOf('/'))));
        }

        /** Everything that could mean something to Mermaid or to a page is written as its number. */
        private static String escaped(String text, int longest) {
            StringBuilder out = new StringBuilder();
            String shown = text.length() <= longest ? text : text.substring(0, longest) + "\u2026";
            shown.codePoints().forEach(c -> {
                if (Character.isLetterOrDigit(c) || " .,=()[]/_+-\u2192\u2026".indexOf(c) >= 0) {
                    out.appendCodePoint(c);
                } else {
                    out.append('#').append(c).append(';');
                }
            });
            return out.toString();
        }
    }
}
