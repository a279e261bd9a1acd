package com.euphoriapos.ui.register;

/**
 * What the sale costs, as text.
 *
 * @param items such as "13 items"
 * @param subtotal sum of the lines
 * @param taxLabel such as "Tax 7 %"
 * @param tax all taxes
 * @param total what is to pay in all
 * @param paid what was taken already, empty when nothing was
 * @param sign of the currency
 */
public record Totals(
        String items, String subtotal, String taxLabel, String tax, String total, String paid, String sign) {}
