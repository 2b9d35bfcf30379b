package dev.heddle.akka;

import akka.actor.ActorRef;
import akka.actor.Terminated;
import akka.dispatch.Envelope;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Message;
import java.util.List;

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
    protected List<AkkaMessage> variants() {
        ActorRef sender = envelope.sender();
        return texts.corruptions(envelope.message()).stream()
                .map(other -> new AkkaMessage(from(), receiver, envelope.copy(other, sender), texts))
                .toList();
    }

    @Override
    protected boolean lossless() {
        return envelope.message() instanceof Terminated;
    }

    @Override
    protected String describe() {
        return texts.message(envelope.message());
    }

    @Override
    public String kind() {
        String byClass = Texts.kind(envelope.message());
        return byClass == null ? super.kind() : byClass;
    }

    /** A client's command, whose text is the one that the workload wrote. */
    static final class Command extends AkkaMessage {
        private final String text;

        Command(Endpoint from, Receiver receiver, Envelope envelope, Texts texts, String text) {
            super(from, receiver, envelope, texts);
            this.text = text;
        }

        @Override
        protected Message copy() {
            return new Command(from(), super.receiver, super.envelope, super.texts, text);
        }

        @Override
        protected String describe() {
            return text;
        }

        @Override
        public String kind() {
            int space = text.indexOf(' ');
            return space < 0 ? text : text.substring(0, space);
        }
    }
}
