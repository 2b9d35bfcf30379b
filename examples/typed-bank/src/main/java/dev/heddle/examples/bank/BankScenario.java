package dev.heddle.examples.bank;

import akka.actor.ActorRef;
import akka.actor.typed.javadsl.Adapter;
import dev.heddle.api.Commands;
import dev.heddle.api.Definition;
import dev.heddle.api.Scenario;
import dev.heddle.api.SeededBug;
import dev.heddle.api.Setup;
import dev.heddle.harness.random.Rng;
import dev.heddle.invariants.linearizability.Linearizability;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A bank's head office with the one account, and its branches: customers must be served as if one after the other. */
public final class BankScenario implements Scenario {
    private static final SeededBug LOST_UPDATE =
            new SeededBug("lost-update", "the account takes any new balance, whichever one it was computed from");

    private static final String HEAD_OFFICE = "head";

    @Override
    public Definition define(Setup setup) {
        if (setup.nodes() < 2) {
            throw new IllegalArgumentException("a bank has a head office and a branch: it takes two nodes at least");
        }
        List<String> nodes = new ArrayList<>(List.of(HEAD_OFFICE));
        IntStream.range(1, setup.nodes()).forEach(i -> nodes.add("b" + i));
        boolean checksVersions = !setup.bugs().contains(LOST_UPDATE.id());
        return Definition.of(nodes, node -> node.name().equals(HEAD_OFFICE)
                        ? Adapter.props(() -> Account.create(checksVersions))
                        : Adapter.props(() -> Teller.create(Adapter.toTyped(node.node(HEAD_OFFICE)))))
                .commands(new Orders())
                .invariants(List.of(Linearizability.of(new AccountSpec())
                        .withAnswers(AccountSpec::meaning)
                        .withReads(AccountSpec.BALANCE::equals)))
                .build();
    }

    @Override
    public List<SeededBug> bugs() {
        return List.of(LOST_UPDATE);
    }

    /** Customers ask for the balance, or pay in 1, 2, 3, … */
    private static final class Orders implements Commands {
        private static final Pattern KNOWN =
                Pattern.compile(AccountSpec.BALANCE + "|" + AccountSpec.DEPOSIT + "[1-9][0-9]{0,5}");

        @Override
        public String next(int count, Rng rng) {
            return rng.chance(0.3) ? AccountSpec.BALANCE : AccountSpec.DEPOSIT + (count + 1);
        }

        @Override
        public boolean addresses(String node) {
            return !node.equals(HEAD_OFFICE);
        }

        @Override
        public Object message(String text, ActorRef customer) {
            if (!KNOWN.matcher(text).matches()) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no command of the bank; there are 'balance' and 'deposit AMOUNT'");
            }
            return new Teller.Serve(AccountSpec.amount(text), Adapter.toTyped(customer));
        }
    }
}
