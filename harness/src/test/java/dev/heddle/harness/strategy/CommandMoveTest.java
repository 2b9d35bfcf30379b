package dev.heddle.harness.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Command;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.toy.Bench;
import dev.heddle.harness.world.Response;
import org.junit.jupiter.api.Test;

class CommandMoveTest {
    private static final int NODES = 4;
    private static final int EXECUTIONS = 50;
    private static final int COMMANDS = 40;
    /** Clients that return to whoever says yes. */
    private static final Workload ASKING = new Workload() {
        @Override
        public String next(int count, Rng rng) {
            return "ask";
        }

        @Override
        public boolean serves(String answer) {
            return answer.equals("yes");
        }
    };

    private final Bench bench = Bench.up(NODES, NetworkKind.FIFO);

    /** The share of commands, over many executions, that go to n3. */
    private double shareOfN3(Workload workload) {
        int toN3 = 0;
        for (int execution = 0; execution < EXECUTIONS; execution++) {
            Rng rng = Rng.ofExecution(7, execution);
            CommandMove move = new CommandMove(workload, 1).allow(COMMANDS);
            for (int i = 0; i < COMMANDS; i++) {
                int place = rng.nextInt(move.count(bench.world));
                toN3 += ((Command) move.at(bench.world, place, rng)).node().equals("n3") ? 1 : 0;
            }
        }
        return toN3 / (double) (EXECUTIONS * COMMANDS);
    }

    private void answer(String node, String text) {
        bench.follow("command c1 -> " + node + " ask");
        bench.world.port().respond(new Response(bench.at(node), bench.at("c1"), 0, text));
    }

    @Test
    void anyNodeIsAskedAsLongAsNobodyServes() {
        answer("n3", "no");
        assertEquals(0.25, shareOfN3(ASKING), 0.05);
    }

    /** By a chance that is each execution's own, half on average; the rest goes to any node. */
    @Test
    void clientsReturnToWhoeverServedLast() {
        answer("n2", "yes");
        answer("n3", "yes");
        answer("n4", "no");
        assertEquals(0.5 + 0.5 * 0.25, shareOfN3(ASKING), 0.1);
    }

    @Test
    void aClientThatWasNotServedAsksAnyNode() {
        bench.follow("command c2 -> n3 ask");
        bench.world.port().respond(new Response(bench.at("n3"), bench.at("c2"), 0, "yes"));
        assertEquals(0.25, shareOfN3(ASKING), 0.05);
    }

    @Test
    void nobodyReturnsToANodeThatIsDown() {
        answer("n3", "yes");
        bench.follow("crash n3");
        assertEquals(0, shareOfN3(ASKING));
    }

    @Test
    void onlyThoseThatClientsAddressAreAsked() {
        Workload toN3 = new Workload() {
            @Override
            public String next(int count, Rng rng) {
                return "ask";
            }

            @Override
            public boolean addresses(String node) {
                return node.equals("n3");
            }
        };
        assertEquals(1, shareOfN3(toN3));
        bench.follow("crash n3");
        assertEquals(0, new CommandMove(toN3, 1).allow(1).count(bench.world), "it is down, and no other will do");
    }

    /** Without a say in it, no draw is spent: executions are what they were. */
    @Test
    void aWorkloadWithoutLeadersDrawsNothingMore() {
        answer("n3", "yes");
        CommandMove move = new CommandMove((count, rng) -> "ask", 2).allow(1);
        Rng rng = Rng.ofExecution(7, 0);
        Rng same = Rng.ofExecution(7, 0);
        move.at(bench.world, 0, rng);
        same.nextInt(2);
        assertEquals(same.nextLong(), rng.nextLong());
        assertTrue(move.count(bench.world) == 0);
    }
}
