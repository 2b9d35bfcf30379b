package dev.heddle.cli;

import java.util.function.LongFunction;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How values of options are read: what is none is refused in words of people who do not program. */
final class Converters {
    private Converters() {}

    /** The command line with these for all its commands. */
    static CommandLine on(CommandLine commands) {
        ITypeConverter<Integer> small = number(Integer.MIN_VALUE, Integer.MAX_VALUE, n -> (int) n);
        ITypeConverter<Long> large = number(Long.MIN_VALUE, Long.MAX_VALUE, n -> n);
        return commands
                .registerConverter(int.class, small).registerConverter(Integer.class, small)
                .registerConverter(long.class, large).registerConverter(Long.class, large)
                .registerConverter(boolean.class, Converters::onOrOff);
    }

    private static <T> ITypeConverter<T> number(long least, long most, LongFunction<T> form) {
        return text -> {
            if (!text.matches("[+-]?[0-9]+")) {
                throw new TypeConversionException("'" + text + "' is no whole number; write digits, as in 42");
            }
            try {
                long number = Long.parseLong(text);
                if (least <= number && number <= most) {
                    return form.apply(number);
                }
            } catch (NumberFormatException outOfRange) {
                // It has the form of a number, so it is too long for one.
            }
            throw new TypeConversionException("'" + text + "' is out of range; write a number from " + least + " to "
                    + most);
        };
    }

    private static boolean onOrOff(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new TypeConversionException("it takes no value; leave '=" + text + "' out");
    }
}
