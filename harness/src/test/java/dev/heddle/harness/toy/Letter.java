package dev.heddle.harness.toy;

import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Message;
import java.util.function.Consumer;

/** A message that is a string. */
public final class Letter extends Message {
    private final String text;
    private final boolean lossless;
    private final Consumer<Letter> receiver;

    public Letter(Endpoint from, Endpoint to, String text, Consumer<Letter> receiver) {
        this(from, to, text, false, receiver);
    }

    private Letter(Endpoint from, Endpoint to, String text, boolean lossless, Consumer<Letter> receiver) {
        super(from, to);
        this.text = text;
        this.lossless = lossless;
        this.receiver = receiver;
    }

    /** One that no network loses. */
    public static Letter lossless(Endpoint from, Endpoint to, String text, Consumer<Letter> receiver) {
        return new Letter(from, to, text, true, receiver);
    }

    @Override
    protected Letter copy() {
        return new Letter(from(), to(), text, lossless, receiver);
    }

    @Override
    protected boolean lossless() {
        return lossless;
    }

    @Override
    protected void perform() {
        receiver.accept(this);
    }

    @Override
    protected String describe() {
        return text;
    }
}
