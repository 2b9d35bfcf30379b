package dev.heddle.examples.bank;

import akka.actor.Props;
import dev.heddle.api.Commands;
import dev.heddle.api.Definition;
import dev.heddle.api.Scenario;
import dev.heddle.api.SeededBug;
import dev.heddle.api.Setup;
import dev.heddle.harness.random.Rng;
import dev.heddle.invariants.linearizability.Linearizability;
import java.util.List;
import java.util.stream.IntStream;

/** Branches of a bank with one account: customers must be served as if one after the other. */
public final class BankScenario implements Scenario {
    private static final SeededBug LOST_UPDATE =
            new SeededBug("lost-update", "the account takes any new balance, whichever one it was computed from");

    @Override
    public Definition define(Setup setup) {
        List<String> branches = IntStream.rangeClosed(1, setup.nodes()).mapToObj(i -> "b" + i).toList();
        boolean checksVersions = !setup.bugs().contains(LOST_UPDATE.id());
        return Definition.of(branches, node -> Props.create(Desk.class,
                        () -> new Desk(node.node(branches.get(0)), checksVersions)))
                .commands(new Orders())
                .invariants(List.of(Linearizability.of(new AccountSpec()).withAnswers(AccountSpec::meaning)))
                .build();
    }

    @Override
    public List<SeededBug> bugs() {
        return List.of(LOST_UPDATE);
    }

    /** Customers ask for the balance, or pay in 1, 2, 3, … */
    private static final class Orders implements Commands {
        @Override
        public String next(int count, Rng rng) {
            return rng.chance(0.3) ? AccountSpec.BALANCE : AccountSpec.DEPOSIT + (count + 1);
        }

        @Override
        public Object message(String text) {
            if (!text.equals(AccountSpec.BALANCE) && !text.matches(AccountSpec.DEPOSIT + "[1-9][0-9]{0,5}")) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no command of the bank; there are 'balance' and 'deposit AMOUNT'");
            }
            return new Desk.Order(AccountSpec.amount(text));
        }
    }
}
