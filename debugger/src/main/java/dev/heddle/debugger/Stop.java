package dev.heddle.debugger;

import dev.heddle.harness.schedule.Event;
import java.util.Objects;

/** Where a run over a timeline is to stop: at the first step that it matches. */
public sealed interface Stop {
    /** True where a step is one to stop at. */
    boolean matches(Timeline timeline, int step);

    /** As people write it. */
    String text();

    /** A message, timer or task of a kind is handed over, or a fault meets it. */
    record AtKind(String text) implements Stop {
        @Override
        public boolean matches(Timeline timeline, int step) {
            return Kinds.of(timeline.moment(step).event()).equals(text);
        }
    }

    /** An event whose line begins with a word, such as {@code crash}. */
    record AtVerb(String text) implements Stop {
        @Override
        public boolean matches(Timeline timeline, int step) {
            return timeline.moment(step).event().line().startsWith(text + " ");
        }
    }

    /** One event. */
    record AtEvent(Event event) implements Stop {
        @Override
        public boolean matches(Timeline timeline, int step) {
            return timeline.moment(step).event().equals(event);
        }

        @Override
        public String text() {
            return event.line();
        }
    }

    /** A node's field has another value than before. */
    record AtChange(String node, String field) implements Stop {
        @Override
        public boolean matches(Timeline timeline, int step) {
            Moment moment = timeline.moment(step);
            return node.equals(moment.node())
                    && !Objects.equals(moment.state().get(field), timeline.state(node, step - 1).get(field));
        }

        @Override
        public String text() {
            return node + "." + field;
        }
    }

    /** A condition on a node's state becomes true. */
    record AtCondition(Condition condition) implements Stop {
        @Override
        public boolean matches(Timeline timeline, int step) {
            String node = condition.node();
            return node.equals(timeline.moment(step).node())
                    && condition.holds(timeline.moment(step).state())
                    && !condition.holds(timeline.state(node, step - 1));
        }

        @Override
        public String text() {
            return condition.text();
        }
    }

    /** The step at which an invariant breaks. */
    record AtViolation() implements Stop {
        @Override
        public boolean matches(Timeline timeline, int step) {
            return step == timeline.size() && timeline.violation() != null;
        }

        @Override
        public String text() {
            return "violation";
        }
    }
}
