package com.euphoriapos.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prices a transaction: pure, so every lane finds the same total for the same lines. */
public final class Pricing {
    private Pricing() {}

    /** What the transaction costs under these rates. Rounding points: each line, then each rate once on the basket. */
    public static PricedTransaction price(RetailTransaction transaction, TaxTable taxTable) {
        Money subtotal = Money.ZERO;
        Quantity items = Quantity.ZERO;
        Map<String, Money> taxable = new TreeMap<>();
        for (SaleLineItem line : transaction.lines()) {
            if (!line.voided()) {
                Money amount = line.extendedAmount();
                subtotal = subtotal.plus(amount);
                items = items.plus(line.quantity());
                taxable.merge(line.taxCategory(), amount, Money::plus);
            }
        }
        List<TaxLineItem> taxes = new ArrayList<>();
        Money tax = Money.ZERO;
        for (Map.Entry<String, Money> entry : taxable.entrySet()) {
            Rate rate = taxTable.rate(entry.getKey());
            Money amount = rate.of(entry.getValue());
            taxes.add(new TaxLineItem(entry.getKey(), rate, entry.getValue(), amount));
            tax = tax.plus(amount);
        }
        return new PricedTransaction(transaction, subtotal, taxes, tax, subtotal.plus(tax), items);
    }
}
