package com.euphoriapos.core.checkout;

import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.RetailTransaction;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.domain.TenderLineItem;
import java.util.ArrayList;
import java.util.List;

/**
 * The sale in progress with everything that must survive a crash.
 *
 * @param transaction what is sold
 * @param chosenLine number of the chosen line, 0 when there is none
 * @param tenders taken so far
 * @param scans what was scanned, in order, taken back or not: for the journal
 * @param takings what people took off it
 * @param acts what people did to it that the journal must have
 */
record OpenSale(
        RetailTransaction transaction,
        int chosenLine,
        List<TenderLineItem> tenders,
        List<ScannedCode> scans,
        Takings takings,
        SaleActs acts) {
    /** Scans that are remembered; a sale with more keeps the first ones. */
    static final int SCANS_MAX = 5_000;

    /** A code as it was read and the line that it went to. */
    record ScannedCode(String code, int lineNumber) {}

    OpenSale {
        tenders = List.copyOf(tenders);
        scans = List.copyOf(scans);
    }

    static OpenSale of(RetailTransaction transaction) {
        return new OpenSale(transaction, 0, List.of(), List.of(), Takings.NONE, SaleActs.NONE);
    }

    OpenSale adding(CatalogMatch match, Quantity quantity, String code) {
        RetailTransaction next = transaction.adding(match, quantity, code);
        int line = lineOf(next, match);
        List<ScannedCode> read = scans;
        if (!code.isEmpty() && scans.size() < SCANS_MAX) {
            read = new ArrayList<>(scans);
            read.add(new ScannedCode(code, line));
        }
        return new OpenSale(next, line, tenders, read, takings, acts);
    }

    OpenSale choosing(int lineNumber) {
        return new OpenSale(transaction, lineNumber, tenders, scans, takings, acts);
    }

    /** With another line in the place of the one of its number; a voided one is not chosen any longer. */
    OpenSale replacing(SaleLineItem line) {
        RetailTransaction next = transaction.replacing(line);
        return new OpenSale(next, line.voided() ? lastLine(next) : line.lineNumber(), tenders, scans, takings, acts);
    }

    /** With the lines of an earlier state; payments, scans and acts stay, they happened. */
    OpenSale withLinesOf(OpenSale earlier) {
        return new OpenSale(earlier.transaction, earlier.chosenLine, tenders, scans, takings, acts);
    }

    OpenSale withTenders(List<TenderLineItem> others) {
        return new OpenSale(transaction, chosenLine, others, scans, takings, acts);
    }

    /** With a change of what was taken off. */
    OpenSale taking(Takings.Step step) {
        return new OpenSale(transaction, chosenLine, tenders, scans, takings.after(step), acts);
    }

    /** With one more thing for the journal. */
    OpenSale acting(SaleActs.Act act) {
        return new OpenSale(transaction, chosenLine, tenders, scans, takings, acts.plus(act));
    }

    Money paid() {
        return tenders.stream().map(TenderLineItem::amount).reduce(Money.ZERO, Money::plus);
    }

    private static int lineOf(RetailTransaction transaction, CatalogMatch match) {
        List<SaleLineItem> lines = transaction.lines();
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).sellsSame(match)) {
                return lines.get(i).lineNumber();
            }
        }
        throw new IllegalStateException("what was added is on no line");
    }

    private static int lastLine(RetailTransaction transaction) {
        return transaction.lines().stream()
                .filter(line -> !line.voided())
                .mapToInt(SaleLineItem::lineNumber)
                .max()
                .orElse(0);
    }
}
