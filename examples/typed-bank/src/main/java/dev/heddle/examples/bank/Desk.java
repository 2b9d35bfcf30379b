package dev.heddle.examples.bank;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import akka.actor.typed.javadsl.Adapter;

/**
 * The front of a branch, where customers come in: it has a teller, and at the head office the account.
 *
 * <p>Customers of the bank are no typed actors, so this is a classic one: a typed actor is told in the message
 * whom to answer, and does not see who sent it.
 */
final class Desk extends AbstractActor {
    /** What a customer wants; 0 to know the balance. */
    record Order(int amount) {}

    private final ActorRef headOffice;
    private final boolean checksVersions;
    private akka.actor.typed.ActorRef<Account.Command> account;
    private akka.actor.typed.ActorRef<Teller.Command> teller;

    Desk(ActorRef headOffice, boolean checksVersions) {
        this.headOffice = headOffice;
        this.checksVersions = checksVersions;
    }

    @Override
    public void preStart() {
        boolean here = headOffice.equals(getSelf());
        account = here
                ? Adapter.spawn(getContext(), Account.create(checksVersions), "account")
                : Adapter.toTyped(headOffice);
        teller = Adapter.spawn(getContext(), Teller.create(account), "teller");
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Order.class, order ->
                        teller.tell(new Teller.Serve(order.amount(), Adapter.toTyped(getSender()))))
                .match(Account.Command.class, command -> account.tell(command))
                .build();
    }
}
