package dev.heddle.cli.text;

import java.io.Console;
import java.lang.reflect.Method;

/** What the process is connected to. */
public final class Terminal {
    private Terminal() {}

    /** True where a person watches. */
    public static boolean present() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From JDK 22 on there may be a console without a terminal; before, there is no such method.
            Method isTerminal = Console.class.getMethod("isTerminal");
            return (boolean) isTerminal.invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
