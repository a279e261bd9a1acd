package com.euphoriapos.ui.register;

import java.util.List;
import java.util.Optional;

/**
 * Everything the history shows.
 *
 * @param heading such as "Today, 42 sales, 1,240.50" or "3 sales found"
 * @param rows newest first
 * @param chosen index of the one whose receipt is shown, -1 for none
 * @param text of the search
 * @param pending whether the rows belong to an earlier text
 * @param empty what to say instead of rows; empty when there are some
 * @param receipt of the chosen sale, empty while it is read
 * @param reprinting whether a duplicate is being queued
 */
public record HistoryState(
        String heading,
        List<Sale> rows,
        int chosen,
        String text,
        boolean pending,
        String empty,
        Optional<Receipt> receipt,
        boolean reprinting) {
    public HistoryState {
        rows = List.copyOf(rows);
    }

    /** A sale in the list. */
    public record Sale(String id, String number, String when, String total, String items, String operator) {}

    /** A receipt, in lines of a fixed number of columns. */
    public record Receipt(String transactionId, String number, String text) {}
}
