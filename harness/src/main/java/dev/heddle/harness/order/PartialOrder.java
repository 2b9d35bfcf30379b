package dev.heddle.harness.order;

import dev.heddle.harness.random.Mix64;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.World;
import java.util.Arrays;

/**
 * Partial order sampling (Yuan, Yang, Gu, CAV 2018): each message has a random priority, and those that race
 * with the one delivered, as they are for the same receiver, get new ones.
 */
final class PartialOrder extends FirstByKey {
    /** How often each receiver was in turn, by its id. */
    private int[] turns = new int[16];

    PartialOrder(Rng rng) {
        super(rng);
    }

    @Override
    long key(Message message) {
        int receiver = message.to().id();
        return priority(Mix64.mix(message.serial(), receiver < turns.length ? turns[receiver] : 0));
    }

    @Override
    boolean chose(World world, Message message) {
        int receiver = message.to().id();
        if (receiver >= turns.length) {
            turns = Arrays.copyOf(turns, receiver * 2);
        }
        turns[receiver]++;
        return false;
    }
}
