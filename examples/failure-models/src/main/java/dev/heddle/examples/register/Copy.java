package dev.heddle.examples.register;

import java.util.Comparator;

/**
 * A node's copy of the register.
 *
 * @param counter how new it is; 0 for what was never written
 * @param writer the node that wrote it, which decides between two that are equally new
 * @param value what was written
 */
record Copy(int counter, String writer, String value) {
    static final Copy FIRST = new Copy(0, "", Request.NOTHING);

    private static final Comparator<Copy> AGE = Comparator.comparingInt(Copy::counter).thenComparing(Copy::writer);

    boolean newerThan(Copy other) {
        return AGE.compare(this, other) > 0;
    }
}
