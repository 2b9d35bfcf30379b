package dev.heddle.harness.strategy;

import dev.heddle.harness.corpus.Corpus;
import dev.heddle.harness.order.Orders;
import dev.heddle.harness.random.Rng;
import java.util.Arrays;
import java.util.List;

/**
 * A search that keeps what reached new abstract states and goes on from there, and shares its executions among
 * orders by how many such states they reach per delivery.
 *
 * <p>Feedback from abstract states of nodes is that of Mallory (Meng et al., CCS 2023) and Winter et al. (FSE
 * 2023), among others; here the states come from the named fields of any view.
 */
final class Exploration implements Search {
    private static final int ROUND = 256;
    /** The least share of an arm, relative to an equal one. */
    private static final double LEAST = 0.4;
    /** What a round's yield weighs in the mean over rounds. */
    private static final double NEWS = 0.1;

    /** The order of each arm. */
    private final List<Orders.Kind> orders;
    private final Corpus corpus = new Corpus();
    /** New states per delivery of each arm: fresh executions first, then those that follow a recipe. */
    private final double[] yields;
    private final double[] shares;

    /** @param orders those that executions share */
    Exploration(List<Orders.Kind> orders) {
        this.orders = List.copyOf(orders);
        yields = new double[orders.size() * 2];
        shares = new double[orders.size() * 2];
        Arrays.fill(shares, 1.0 / shares.length);
    }

    @Override
    public Strategy strategy(FuzzSettings settings, Rng rng) {
        boolean learns = !settings.without().contains(Idea.FEEDBACK);
        int arm = learns ? draw(rng) : rng.nextInt(orders.size());
        boolean guided = arm >= orders.size() && !corpus.isEmpty();
        RandomStrategy free = new RandomStrategy(settings, rng, orders.get(arm % orders.size()));
        if (!learns) {
            return free;
        }
        return new Explorer(
                guided ? arm : arm % orders.size(), free, guided ? corpus.variant(rng) : null, corpus.known());
    }

    private int draw(Rng rng) {
        double left = rng.nextDouble();
        int arm = 0;
        while (arm < shares.length - 1 && left >= shares[arm]) {
            left -= shares[arm++];
        }
        return arm;
    }

    @Override
    public int round() {
        return ROUND;
    }

    @Override
    public void learn(List<Strategy> ended) {
        double[] fresh = new double[yields.length];
        double[] deliveries = new double[yields.length];
        for (Strategy strategy : ended) {
            if (strategy instanceof Explorer explorer) {
                int news = corpus.reached(explorer.fresh());
                fresh[explorer.arm()] += news;
                deliveries[explorer.arm()] += explorer.deliveries();
                if (news > 0) {
                    corpus.keep(explorer.recipe());
                }
            }
        }
        share(fresh, deliveries);
    }

    private void share(double[] fresh, double[] deliveries) {
        double total = 0;
        for (int arm = 0; arm < yields.length; arm++) {
            if (deliveries[arm] > 0) {
                yields[arm] += NEWS * (fresh[arm] / deliveries[arm] - yields[arm]);
            }
            total += yields[arm];
        }
        for (int arm = 0; arm < shares.length; arm++) {
            double earned = total > 0 ? yields[arm] / total : 1.0 / shares.length;
            shares[arm] = LEAST / shares.length + (1 - LEAST) * earned;
        }
    }
}
