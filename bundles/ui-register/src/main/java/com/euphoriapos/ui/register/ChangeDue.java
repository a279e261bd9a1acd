package com.euphoriapos.ui.register;

/**
 * The change that stays on the screen until the next sale begins.
 *
 * @param amount to give back
 * @param explanation how it came about
 * @param receiptNumber of the sale that it belongs to
 */
public record ChangeDue(String amount, String explanation, String receiptNumber) {}
