package dev.heddle.akka;

import akka.actor.Terminated;
import akka.dispatch.Envelope;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Message;

/** A message of Akka's that waits to be delivered. */
class AkkaMessage extends Message {
    private final Receiver receiver;
    private final Envelope envelope;
    private final Texts texts;

    AkkaMessage(Endpoint from, Receiver receiver, Envelope envelope, Texts texts) {
        super(from, receiver.endpoint());
        this.receiver = receiver;
        this.envelope = envelope;
        this.texts = texts;
    }

    @Override
    protected void perform() {
        receiver.accept(envelope);
    }

    @Override
    protected Message copy() {
        return new AkkaMessage(from(), receiver, envelope, texts);
    }

    @Override
    protected boolean lossless() {
        return envelope.message() instanceof Terminated;
    }

    @Override
    protected String describe() {
        return texts.message(envelope.message());
    }

    /** A client's command, whose text is the one that the workload wrote. */
    static final class Command extends AkkaMessage {
        private final String text;

        Command(Endpoint from, Receiver receiver, Envelope envelope, String text) {
            super(from, receiver, envelope, null);
            this.text = text;
        }

        @Override
        protected Message copy() {
            return new Command(from(), super.receiver, super.envelope, text);
        }

        @Override
        protected String describe() {
            return text;
        }
    }
}
