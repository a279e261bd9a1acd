package com.euphoriapos.device.simulator.robot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the robot is told to do.
 *
 * @param sales how many, 1 to {@value #SALES_MAX}
 * @param interval from the start of a sale to the start of the next; zero is as fast as it goes
 * @param pin who sells; empty for the demo cashier
 * @param seed of the baskets; empty for any
 * @param linesMax most lines of a basket, 1 to {@value #LINES_MAX}
 */
record RobotOrder(int sales, Duration interval, Optional<String> pin, OptionalLong seed, int linesMax) {
    static final String USAGE = "robot:ring N [--rate SALES_A_SECOND] [--pin PIN] [--seed SEED] [--lines MAX] [--json]";

    private static final int SALES_MAX = 1_000_000;
    private static final int LINES_MAX = 200;
    private static final int LINES_USUAL = 8;
    private static final BigDecimal RATE_MIN = new BigDecimal("0.001");
    private static final BigDecimal RATE_MAX = new BigDecimal("1000");
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

    /**
     * Reads the words behind the command.
     *
     * @throws RobotException naming the word that is not understood
     */
    static RobotOrder parse(List<String> words) {
        int sales = 0;
        int linesMax = LINES_USUAL;
        Duration interval = Duration.ZERO;
        Optional<String> pin = Optional.empty();
        OptionalLong seed = OptionalLong.empty();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                sales = (int) whole("the number of sales", word, 1, SALES_MAX);
                continue;
            }
            if (i + 1 == words.size()) {
                throw new RobotException(word + " is unknown or needs a value: " + USAGE);
            }
            String value = words.get(++i);
            switch (word) {
                case "--rate" -> interval = interval(value);
                case "--pin" -> pin = Optional.of(value);
                case "--seed" -> seed = OptionalLong.of(whole("--seed", value, Long.MIN_VALUE, Long.MAX_VALUE));
                case "--lines" -> linesMax = (int) whole("--lines", value, 1, LINES_MAX);
                default -> throw new RobotException("unknown option " + word + ": " + USAGE);
            }
        }
        if (sales == 0) {
            throw new RobotException("say how many sales: " + USAGE);
        }
        return new RobotOrder(sales, interval, pin, seed, linesMax);
    }

    private static long whole(String what, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new RobotException(what + " is a whole number, not \"" + text + "\"", e);
        }
        throw new RobotException(what + " is " + least + " to " + most + ", not " + text);
    }

    private static Duration interval(String text) {
        BigDecimal rate;
        try {
            rate = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new RobotException("--rate is a number such as 0.5, not \"" + text + "\"", e);
        }
        if (rate.compareTo(RATE_MIN) < 0 || rate.compareTo(RATE_MAX) > 0) {
            throw new RobotException("--rate is " + RATE_MIN + " to " + RATE_MAX + ", not " + text);
        }
        return Duration.ofNanos(NANOS.divide(rate, RoundingMode.HALF_UP).longValue());
    }
}
