package dev.heddle.harness.strategy;

import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Channel;
import dev.heddle.harness.world.Faults;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of thing that can happen: how many of it are possible now, and the i-th of them.
 *
 * <p>docs/ARCHITECTURE.md says what else a new kind of fault touches.
 */
enum Move {
    DELIVER(null) {
        @Override
        int count(Situation s) {
            return s.world.udp() ? messages(s.world) : s.world.channelCount();
        }

        @Override
        Action at(Situation s, int i) {
            return s.world.udp() ? message(s.world, i) : s.world.channel(i).get(0);
        }
    },
    TIMER(null) {
        @Override
        int count(Situation s) {
            return s.world.timerCount();
        }

        @Override
        Action at(Situation s, int i) {
            return s.world.timer(i);
        }
    },
    TASK(null) {
        @Override
        int count(Situation s) {
            return s.world.tasks().size();
        }

        @Override
        Action at(Situation s, int i) {
            return s.world.tasks().get(i);
        }
    },
    COMMAND(null) {
        @Override
        int count(Situation s) {
            return s.commandsLeft > 0 ? s.world.upCount() : 0;
        }

        @Override
        Action at(Situation s, int i) {
            String text = s.workload.next(s.commandsIssued, s.rng);
            if (text == null) {
                s.commandsLeft = 0;
                return null;
            }
            s.commandsLeft--;
            s.commandsIssued++;
            String client = "c" + (1 + s.rng.nextInt(s.clients));
            return new Faults.Command(s.world.client(client), node(s.world, true, i), text);
        }
    },
    CRASH(FaultKind.CRASH) {
        @Override
        int count(Situation s) {
            return s.world.upCount();
        }

        @Override
        Action at(Situation s, int i) {
            return new Faults.Crash(node(s.world, true, i));
        }
    },
    RECOVER(FaultKind.RECOVER) {
        @Override
        int count(Situation s) {
            return s.world.size() - s.world.upCount();
        }

        @Override
        Action at(Situation s, int i) {
            return new Faults.Recover(node(s.world, false, i));
        }
    },
    /** One direction between two nodes. */
    CUT(FaultKind.PARTITION) {
        @Override
        int count(Situation s) {
            return s.world.size() * (s.world.size() - 1) - s.world.cutCount();
        }

        @Override
        Action at(Situation s, int i) {
            Node[] pair = pair(s.world, false, i);
            return new Faults.Cut(pair[0], pair[1]);
        }
    },
    /** Two groups, both ways. */
    SPLIT(FaultKind.PARTITION) {
        @Override
        int count(Situation s) {
            return s.world.size() < 2 ? 0 : (1 << Math.min(s.world.size() - 1, 20)) - 1;
        }

        @Override
        Action at(Situation s, int i) {
            List<Node> with = new ArrayList<>();
            List<Node> without = new ArrayList<>();
            for (Node node : s.world.nodes()) {
                boolean first = node.index() == 0 || node.index() <= 20 && (i >> (node.index() - 1) & 1) == 1;
                (first ? with : without).add(node);
            }
            return new Faults.Partition(List.of(with, without));
        }
    },
    HEAL(FaultKind.PARTITION) {
        @Override
        int count(Situation s) {
            return s.world.cutCount() == 0 ? 0 : s.world.cutCount() + 1;
        }

        @Override
        Action at(Situation s, int i) {
            if (i == s.world.cutCount()) {
                return new Faults.HealAll();
            }
            Node[] pair = pair(s.world, true, i);
            return new Faults.Heal(pair[0], pair[1]);
        }
    },
    RESET(FaultKind.RESET) {
        @Override
        int count(Situation s) {
            return s.world.udp() ? 0 : connections(s.world);
        }

        @Override
        Action at(Situation s, int i) {
            Channel channel = connection(s.world, i);
            return new Faults.Reset(channel.from().node(), channel.to().node());
        }
    },
    DROP(FaultKind.DROP) {
        @Override
        int count(Situation s) {
            return messages(s.world);
        }

        @Override
        Action at(Situation s, int i) {
            Message message = message(s.world, i);
            return message.exposed() ? new Faults.Drop(message) : null;
        }
    },
    DUPLICATE(FaultKind.DUPLICATE) {
        @Override
        int count(Situation s) {
            return messages(s.world);
        }

        @Override
        Action at(Situation s, int i) {
            Message message = message(s.world, i);
            return message.exposed() ? new Faults.Duplicate(message) : null;
        }
    };

    private final FaultKind fault;

    Move(FaultKind fault) {
        this.fault = fault;
    }

    /** The fault that must be on for it, or null for what is no fault. */
    FaultKind fault() {
        return fault;
    }

    /** How many of it are possible now. */
    abstract int count(Situation s);

    /** The i-th, or null where it turns out not to be possible. */
    abstract Action at(Situation s, int i);

    private static int messages(World world) {
        int total = 0;
        for (int c = 0; c < world.channelCount(); c++) {
            total += world.channel(c).choices();
        }
        return total;
    }

    private static Message message(World world, int i) {
        int c = 0;
        while (i >= world.channel(c).choices()) {
            i -= world.channel(c++).choices();
        }
        return world.channel(c).get(i);
    }

    private static int connections(World world) {
        int total = 0;
        for (int c = 0; c < world.channelCount(); c++) {
            total += betweenNodes(world.channel(c)) ? 1 : 0;
        }
        return total;
    }

    private static Channel connection(World world, int i) {
        for (int c = 0; c < world.channelCount(); c++) {
            if (betweenNodes(world.channel(c)) && i-- == 0) {
                return world.channel(c);
            }
        }
        throw new IndexOutOfBoundsException(i);
    }

    private static boolean betweenNodes(Channel channel) {
        return channel.crossing() && channel.from().node() != null;
    }

    private static Node node(World world, boolean up, int i) {
        for (Node node : world.nodes()) {
            if (node.up() == up && i-- == 0) {
                return node;
            }
        }
        throw new IndexOutOfBoundsException(i);
    }

    private static Node[] pair(World world, boolean cut, int i) {
        for (Node from : world.nodes()) {
            for (Node to : world.nodes()) {
                if (from != to && world.isCut(from, to) == cut && i-- == 0) {
                    return new Node[] {from, to};
                }
            }
        }
        throw new IndexOutOfBoundsException(i);
    }
}
