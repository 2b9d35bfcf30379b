package dev.heddle.debugger;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A comparison of a node's field with a value, such as {@code n1.term>=2}; by number where both are numbers. */
public record Condition(String node, String field, Operator operator, String value) {
    private static final Pattern FORM = Pattern.compile("([^=!<>~]*?)\\s*(==?|!=|<=|>=|<|>|~)\\s*(.*)");

    /** How the two are compared. */
    public enum Operator {
        EQUAL("="),
        UNEQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">="),
        /** The field's text has the value in it. */
        CONTAINS("~");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        private static Operator of(String written) {
            String wanted = written.equals("==") ? EQUAL.sign : written;
            for (Operator operator : values()) {
                if (operator.sign.equals(wanted)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException(written);
        }
    }

    /** What is compared and how, as it was written. */
    record Parts(String subject, Operator operator, String value) {
        /** The parts of a comparison, or null where the text is none. */
        static Parts of(String text) {
            Matcher matcher = FORM.matcher(text);
            return matcher.matches()
                    ? new Parts(matcher.group(1), Operator.of(matcher.group(2)), matcher.group(3))
                    : null;
        }
    }

    /** True where the state has the field, and it compares so. */
    boolean holds(Map<String, String> state) {
        String actual = state.get(field);
        if (actual == null) {
            return false;
        }
        int order = order(actual);
        return switch (operator) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
            case CONTAINS -> actual.contains(value);
        };
    }

    private int order(String actual) {
        try {
            return new BigDecimal(actual).compareTo(new BigDecimal(value));
        } catch (NumberFormatException text) {
            return actual.compareTo(value);
        }
    }

    String text() {
        return node + "." + field + operator.sign + value;
    }
}
