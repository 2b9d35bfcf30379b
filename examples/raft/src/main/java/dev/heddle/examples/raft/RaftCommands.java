package dev.heddle.examples.raft;

import dev.heddle.api.Commands;
import dev.heddle.examples.raft.RaftOptions.Clients;
import dev.heddle.harness.random.Rng;
import dev.heddle.invariants.linearizability.Answers.Meaning;
import java.util.ArrayList;
import java.util.List;

/** What clients ask for: no two requests that change the data write the same value. */
final class RaftCommands implements Commands {
    private static final double ADMIN = 0.3;
    private static final double TRANSFER = 0.3;
    private static final double READ = 0.3;
    private static final double RETRY = 0.2;
    private static final double SESSION = 0.5;
    private static final double OPEN = 0.4;
    private static final int KEYS = 2;

    private final Clients clients;
    private final boolean admin;
    private final boolean limitedSessions;
    private final List<String> nodes;

    RaftCommands(RaftOptions options, List<String> nodes) {
        clients = options.clients();
        admin = options.admin();
        limitedSessions = options.limitedSessions();
        this.nodes = nodes;
    }

    @Override
    public String next(int count, Rng rng) {
        if (admin && rng.chance(ADMIN)) {
            return rng.chance(TRANSFER) ? "transfer " + node(rng) : membership(rng);
        }
        if (limitedSessions && rng.chance(OPEN)) {
            return Requests.OPEN;
        }
        return switch (clients) {
            case APPEND -> "append w" + (count + 1);
            case WORDS -> rng.chance(READ) ? Requests.READ : command(count, rng, "append w");
            case KV -> keyValue(count, rng);
        };
    }

    private String keyValue(int count, Rng rng) {
        String key = "k" + (1 + rng.nextInt(KEYS));
        if (rng.chance(READ)) {
            return "get " + key;
        }
        return switch (rng.nextInt(4)) {
            case 0 -> "delete " + key;
            case 1 -> command(count, rng, "cas " + key + " v" + (1 + rng.nextInt(count + 1)) + " v");
            default -> command(count, rng, "put " + key + " v");
        };
    }

    /** A command that ends with a number of its own; with the number of an earlier one it may be a retry. */
    private static String command(int count, Rng rng, String text) {
        int number = count > 0 && rng.chance(RETRY) ? 1 + rng.nextInt(count) : count + 1;
        return number <= count || rng.chance(SESSION) ? Requests.ONCE + text + number : text + number;
    }

    private String membership(Rng rng) {
        List<String> members = new ArrayList<>(nodes);
        for (int leaving = rng.nextInt(nodes.size()); leaving > 0; leaving--) {
            members.remove(rng.nextInt(members.size()));
        }
        return "members " + String.join(" ", members);
    }

    private String node(Rng rng) {
        return nodes.get(rng.nextInt(nodes.size()));
    }

    @Override
    public String probe(int count) {
        return (clients == Clients.KV ? "put probe p" : "append p") + (count + 1);
    }

    @Override
    public Object message(String text) {
        return Requests.message(text, limitedSessions);
    }

    @Override
    public boolean serves(String answer) {
        return Answered.meaning(answer) != Meaning.REFUSAL;
    }
}
