package com.euphoriapos.ui.register;

import java.util.List;

/**
 * Everything the tender screen shows.
 *
 * @param lines what is sold, without voided lines
 * @param totals what it costs
 * @param toPay what is still to pay
 * @param given the amount that would be taken now
 * @param typing whether it was typed; else it is the chosen quick amount
 * @param outcome change, or what would be left to pay
 * @param outcomeShort whether {@code outcome} is what would be left to pay
 * @param quick quick amounts, the exact one first
 * @param chosenQuick index of the one that is {@code given}, -1 for none
 * @param taken payments taken so far
 * @param problem why the amount can't be taken; empty when it can
 * @param busy whether the payment is being taken
 * @param scansWaiting scans held back; while there are any, Enter does nothing
 */
public record TenderState(
        List<CartLine> lines,
        Totals totals,
        String toPay,
        String given,
        boolean typing,
        String outcome,
        boolean outcomeShort,
        List<QuickAmount> quick,
        int chosenQuick,
        List<Taken> taken,
        String problem,
        boolean busy,
        int scansWaiting) {
    public TenderState {
        lines = List.copyOf(lines);
        quick = List.copyOf(quick);
        taken = List.copyOf(taken);
    }

    /** An amount to choose. */
    public record QuickAmount(String name, String amount) {}

    /** A payment that was taken. */
    public record Taken(String name, String amount) {}
}
