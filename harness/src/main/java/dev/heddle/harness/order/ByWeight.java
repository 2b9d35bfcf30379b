package dev.heddle.harness.order;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.Channel;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Timer;
import dev.heddle.harness.world.World;
import java.util.Arrays;

/** Messages and timers with chances of their own. */
abstract class ByWeight implements Order {
    final Rng rng;
    /** The sums of the weights up to each. */
    private double[] sums = new double[32];

    ByWeight(Rng rng) {
        this.rng = rng;
    }

    /** How likely a message is, relative to others; above 0. */
    abstract double weight(Message message);

    /** How likely a timer is, relative to others; above 0. */
    abstract double weight(Timer timer);

    /** What follows from one being chosen. */
    abstract void chose(World world, Message message);

    /** What follows from one being chosen. */
    abstract void chose(World world, Timer timer);

    @Override
    public final int message(World world, int count) {
        int place = 0;
        double sum = 0;
        makeRoom(count);
        for (int c = 0; c < world.channelCount(); c++) {
            Channel channel = world.channel(c);
            for (int i = 0; i < channel.choices(); i++) {
                sum += weight(channel.get(i));
                sums[place++] = sum;
            }
        }
        int chosen = draw(count);
        chose(world, world.network().message(chosen));
        return chosen;
    }

    @Override
    public final int timer(World world, int count) {
        double sum = 0;
        makeRoom(count);
        for (int i = 0; i < count; i++) {
            sum += weight(world.timer(i));
            sums[i] = sum;
        }
        int chosen = draw(count);
        chose(world, world.timer(chosen));
        return chosen;
    }

    private void makeRoom(int count) {
        if (count > sums.length) {
            sums = Arrays.copyOf(sums, count * 2);
        }
    }

    private int draw(int count) {
        double point = rng.nextDouble() * sums[count - 1];
        int chosen = 0;
        while (chosen < count - 1 && sums[chosen] <= point) {
            chosen++;
        }
        return chosen;
    }
}
