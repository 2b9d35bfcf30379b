package dev.heddle.harness.order;

import dev.heddle.harness.random.Mix64;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.Channel;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.World;

/** The message with the least key; of several, the first. */
abstract class FirstByKey implements Order {
    final Rng rng;
    private final long salt;

    FirstByKey(Rng rng) {
        this.rng = rng;
        salt = rng.nextLong();
    }

    /** What messages are compared by. */
    abstract long key(Message message);

    /** What follows from one being chosen; true where another must be. */
    abstract boolean chose(World world, Message message);

    @Override
    public final int message(World world, int count) {
        int first = first(world);
        // One that is put off may be the only one, so this is asked once.
        return chose(world, world.network().message(first)) ? first(world) : first;
    }

    @Override
    public int timer(World world, int count) {
        return rng.nextInt(count);
    }

    private int first(World world) {
        int place = 0;
        int first = 0;
        long least = Long.MAX_VALUE;
        for (int c = 0; c < world.channelCount(); c++) {
            Channel channel = world.channel(c);
            for (int i = 0; i < channel.choices(); i++, place++) {
                long key = key(channel.get(i));
                if (key < least) {
                    least = key;
                    first = place;
                }
            }
        }
        return first;
    }

    /** A priority from what is to have one: above 0, the same in each call, another in each execution. */
    final long priority(long of) {
        return Mix64.mix(salt, of) >>> 2;
    }

    /** What tells a message's channel from others. */
    static long channel(Message message) {
        return (long) message.from().id() << Integer.SIZE | message.to().id();
    }
}
