package com.euphoriapos.ui.register;

/**
 * What the sale costs, as text.
 *
 * @param items such as "13 items"
 * @param subtotal sum of the lines
 * @param taxLabel such as "Tax 7 %"
 * @param tax all taxes
 * @param total what is to pay in all
 * @param rounding of what is left to pay in cash, empty where there is none
 * @param paid what was taken already, empty when nothing was
 * @param sign of the currency
 */
public record Totals(
        String items,
        String subtotal,
        String taxLabel,
        String tax,
        String total,
        String rounding,
        String paid,
        String sign) {}
