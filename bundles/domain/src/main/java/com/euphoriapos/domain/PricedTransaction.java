package com.euphoriapos.domain;

import java.util.List;

/**
 * What a transaction costs.
 *
 * @param transaction what is sold
 * @param subtotal sum of the lines
 * @param taxes one line a rate, in the order of the categories
 * @param tax sum of {@code taxes}
 * @param total subtotal and tax: the sum of what is printed
 * @param itemCount packs on lines that are not voided
 */
public record PricedTransaction(
        RetailTransaction transaction,
        Money subtotal,
        List<TaxLineItem> taxes,
        Money tax,
        Money total,
        Quantity itemCount) {
    public PricedTransaction {
        taxes = List.copyOf(taxes);
    }
}
