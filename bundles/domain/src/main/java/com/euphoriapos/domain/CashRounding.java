package com.euphoriapos.domain;

import java.util.Arrays;
import java.util.List;

/**
 * What a store does about cents that no coin pays: applied only to what is left to pay in cash, after tax, on its own line. The one
 * rounding point of cash.
 */
public enum CashRounding {
    /** Every cent is asked for. */
    NONE("none"),
    /** To the nearest 5 cents: 1 and 2 down, 3 and 4 up, 6 and 7 down, 8 and 9 up. */
    NEAREST_5("nearest-5"),
    /** Down to 5 cents, for the customer. */
    DOWN_5("down-5");

    private static final long STEP = 5;

    private final String word;

    CashRounding(String word) {
        this.word = word;
    }

    /** How settings write it. */
    public String word() {
        return word;
    }

    /** How settings write all of them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(CashRounding::word).toList();
    }

    /** The one that settings write so. */
    public static CashRounding of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rounding is called " + word));
    }

    /** Whether some rounding makes the payments differ so from the total: only the last one, in cash, is of rounded cents. */
    static boolean explains(Money difference, List<TenderLineItem> tenders) {
        boolean small = Math.abs(difference.cents()) < STEP;
        if (tenders.isEmpty()) {
            return small;
        }
        TenderLineItem last = tenders.get(tenders.size() - 1);
        return small && last.type() == TenderType.CASH && last.amount().cents() % STEP == 0;
    }

    /** What is to be added to an amount that is left to pay; nothing where nothing is left. */
    public Money adjustment(Money left) {
        if (this == NONE || !left.isPositive()) {
            return Money.ZERO;
        }
        long below = left.cents() % STEP;
        boolean up = this == NEAREST_5 && below * 2 > STEP;
        return Money.ofCents(up ? STEP - below : -below);
    }
}
