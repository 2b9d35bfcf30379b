package dev.heddle.harness.corpus;

import dev.heddle.harness.fault.Command;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Channel;
import dev.heddle.harness.world.Deed;
import dev.heddle.harness.world.Findable;
import dev.heddle.harness.world.Match;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Task;
import dev.heddle.harness.world.Timer;
import dev.heddle.harness.world.World;

/**
 * One step of a recipe: coarser than an event, so that it means something in an execution that went another way.
 * A message is told by who sent it to whom and its kind, not by its contents.
 */
sealed interface Step {
    /** The action that it means now, or null where there is none. */
    Action find(World world, Improviser improviser);

    /** The step that an action was. */
    static Step of(Action action) {
        if (action instanceof Message m) {
            return new Delivered(m.from().name(), m.to().name(), m.kind());
        } else if (action instanceof Timer t) {
            return new Fired(t.owner().name(), t.kind());
        } else if (action instanceof Task t) {
            return new Ran(t.owner().name());
        } else if (action instanceof Command command) {
            return new Asked(command);
        }
        return new Done(action instanceof Deed deed ? deed : (Findable) action.toEvent());
    }

    /** A message was delivered; the oldest of its kind, or else of any, stands for it. */
    record Delivered(String from, String to, String kind) implements Step {
        @Override
        public Action find(World world, Improviser improviser) {
            Channel channel = world.channel(from, to);
            if (channel == null || !channel.deliverable()) {
                return null;
            }
            for (int i = 0; i < channel.choices(); i++) {
                if (channel.get(i).kind().equals(kind)) {
                    return channel.get(i);
                }
            }
            return channel.get(0);
        }
    }

    /** A timer fired; another one of the same kind and owner stands for it. */
    record Fired(String owner, String kind) implements Step {
        @Override
        public Action find(World world, Improviser improviser) {
            for (int i = 0; i < world.timerCount(); i++) {
                Timer timer = world.timer(i);
                if (timer.owner().name().equals(owner) && timer.kind().equals(kind)) {
                    return timer;
                }
            }
            return null;
        }
    }

    /** A task ran; the oldest of the same owner stands for it. */
    record Ran(String owner) implements Step {
        @Override
        public Action find(World world, Improviser improviser) {
            for (Task task : world.tasks()) {
                if (task.owner().name().equals(owner)) {
                    return task;
                }
            }
            return null;
        }
    }

    /** A client issued a command. */
    record Asked(Command command) implements Step {
        @Override
        public Action find(World world, Improviser improviser) {
            return command.possible(world) ? improviser.command(command, world) : null;
        }
    }

    /** A fault struck, or a node booted. */
    record Done(Findable event) implements Step {
        @Override
        public Action find(World world, Improviser improviser) {
            return Match.EARLIEST.find((Event) event, world);
        }
    }

    /** Anything may happen. */
    record Open() implements Step {
        static final Step ONE = new Open();

        @Override
        public Action find(World world, Improviser improviser) {
            return improviser.anything(world);
        }
    }
}
