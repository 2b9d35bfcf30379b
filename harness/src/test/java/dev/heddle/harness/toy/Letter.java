package dev.heddle.harness.toy;

import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Response;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A message that is a string. */
public final class Letter extends Message {
    private final String text;
    private final boolean lossless;
    /** The operation that a node does something for. */
    private final int behalf;
    private final Consumer<Letter> receiver;

    public Letter(Endpoint from, Endpoint to, String text, Consumer<Letter> receiver) {
        this(from, to, text, Response.NO_OPERATION, receiver);
    }

    Letter(Endpoint from, Endpoint to, String text, int behalf, Consumer<Letter> receiver) {
        this(from, to, text, false, behalf, receiver);
    }

    private Letter(
            Endpoint from, Endpoint to, String text, boolean lossless, int behalf, Consumer<Letter> receiver) {
        super(from, to);
        this.text = text;
        this.lossless = lossless;
        this.behalf = behalf;
        this.receiver = receiver;
    }

    /** One that no network loses. */
    public static Letter lossless(Endpoint from, Endpoint to, String text, Consumer<Letter> receiver) {
        return new Letter(from, to, text, true, Response.NO_OPERATION, receiver);
    }

    /** The operation that it is about: a client's own, or the one that it was sent on behalf of. */
    int about() {
        return operation() == Response.NO_OPERATION ? behalf : operation();
    }

    @Override
    protected Letter copy() {
        return new Letter(from(), to(), text, lossless, behalf, receiver);
    }

    /** With a mark at its end. */
    @Override
    protected List<Letter> variants() {
        return Stream.of("!", "?").map(mark -> new Letter(from(), to(), text + mark, lossless, behalf, receiver))
                .toList();
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
