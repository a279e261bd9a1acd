package com.euphoriapos.device.simulator.robot;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A customer: what they bring, what they leave, how they pay.
 *
 * @param picks at least one
 * @param payment which of the suggested amounts, 0 is the exact one
 */
record Basket(List<Pick> picks, int payment) {
    private static final int SUGGESTIONS = 6;
    private static final int PERCENT = 100;
    private static final int SINGLE_PERCENT = 78;
    private static final int FEW_PERCENT = 95;
    private static final int REGRET_PERCENT = 6;
    private static final int EXACT_PERCENT = 35;

    Basket {
        picks = List.copyOf(picks);
    }

    /**
     * A thing on the belt.
     *
     * @param pieces of it
     * @param regretted whether the customer leaves it after all
     */
    record Pick(String code, int pieces, boolean regretted) {}

    /** The next customer: the same random numbers make the same customers. */
    static Basket next(RandomGenerator random, Shelf shelf, int linesMax) {
        // The lower of two throws: small baskets are the usual ones.
        int lines = 1 + Math.min(random.nextInt(linesMax), random.nextInt(linesMax));
        List<Pick> picks = new ArrayList<>(lines);
        for (int i = 0; i < lines; i++) {
            String code = shelf.pick(random);
            int pieces = pieces(random);
            boolean regretted = random.nextInt(PERCENT) < REGRET_PERCENT;
            // The first thing stays, so that there is something to pay.
            picks.add(new Pick(code, pieces, regretted && i > 0));
        }
        boolean exact = random.nextInt(PERCENT) < EXACT_PERCENT;
        int other = 1 + random.nextInt(SUGGESTIONS - 1);
        return new Basket(picks, exact ? 0 : other);
    }

    private static int pieces(RandomGenerator random) {
        int throwOf100 = random.nextInt(PERCENT);
        if (throwOf100 < SINGLE_PERCENT) {
            return 1;
        }
        return throwOf100 < FEW_PERCENT ? 2 + random.nextInt(2) : 6;
    }
}
