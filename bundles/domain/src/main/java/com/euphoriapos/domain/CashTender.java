package com.euphoriapos.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The arithmetic of paying cash: pure. */
public final class CashTender {
    /** The most that may be given above what is due; more is a typing mistake, never a banknote. */
    public static final Money OVERPAYMENT_MAX = Money.ofCents(500_00);

    private static final long[] STEPS = {1_00, 5_00, 10_00, 20_00, 50_00, 100_00};
    private static final String[] NAMES = {"Next dollar", "Next 5", "Next 10", "Next 20", "Next 50", "Next 100"};
    private static final int SUGGESTIONS = 6;

    private CashTender() {}

    /**
     * An amount that a customer is likely to give.
     *
     * @param name what to call it: "Exact", "Next 20" …
     */
    public record Suggestion(String name, Money amount) {}

    /** The payment that takes this cash for what is due; change is what is above it. */
    public static TenderLineItem take(Money due, Money given) {
        Money change = given.compareTo(due) > 0 ? given.minus(due) : Money.ZERO;
        if (change.compareTo(OVERPAYMENT_MAX) > 0) {
            throw new IllegalArgumentException(
                    given + " is more than " + OVERPAYMENT_MAX + " above the " + due + " due");
        }
        return new TenderLineItem(TenderType.CASH, given, change);
    }

    /** Six different amounts from the exact one upwards, the exact first. */
    public static List<Suggestion> suggestions(Money due) {
        List<Suggestion> all = new ArrayList<>();
        TreeSet<Money> seen = new TreeSet<>();
        all.add(new Suggestion("Exact", due));
        seen.add(due);
        for (int round = 1; all.size() < SUGGESTIONS; round++) {
            for (int i = 0; i < STEPS.length && all.size() < SUGGESTIONS; i++) {
                long next = Math.multiplyExact(Math.floorDiv(due.cents() - 1, STEPS[i]) + round, STEPS[i]);
                Money amount = Money.ofCents(next);
                if (next > 0 && amount.compareTo(due) > 0 && seen.add(amount)) {
                    all.add(new Suggestion(round == 1 ? NAMES[i] : "", amount));
                }
            }
        }
        List<Suggestion> ordered = new ArrayList<>(all);
        ordered.sort(java.util.Comparator.comparing(Suggestion::amount));
        return List.copyOf(ordered);
    }
}
