package com.euphoriapos.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The arithmetic of paying cash: pure. */
public final class CashTender {
    /** The most that may be given above what is due; more is a typing mistake, never a banknote. */
    public static final Money OVERPAYMENT_MAX = Money.ofCents(500_00);

    /** What people round up to, in cents. */
    private static final long[] STEPS = {1_00, 5_00, 10_00, 20_00, 50_00, 100_00};
    /** When several of those are one amount, the notes that people add next. */
    private static final long[] NOTES = {20_00, 10_00, 100_00, 50_00, 5_00};

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
        TreeMap<Money, String> names = new TreeMap<>();
        names.put(due, "Exact");
        for (long step : STEPS) {
            String name = step == STEPS[0] ? "Next dollar" : "Next " + step / 100;
            names.putIfAbsent(next(due, step, 1), name);
        }
        for (int more = 2; names.size() < SUGGESTIONS; more++) {
            for (long note : NOTES) {
                if (names.size() < SUGGESTIONS) {
                    names.putIfAbsent(next(due, note, more), "Another " + note / 100);
                }
            }
        }
        List<Suggestion> all = new ArrayList<>();
        names.forEach((amount, name) -> all.add(new Suggestion(name, amount)));
        return List.copyOf(all.subList(0, SUGGESTIONS));
    }

    /** The so-manyth multiple of the step above what is due. */
    private static Money next(Money due, long step, int which) {
        return Money.ofCents(Math.multiplyExact(Math.floorDiv(due.cents() - 1, step) + which, step));
    }
}
