package com.euphoriapos.api.checkout;

import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;

/** What became of a payment. */
public sealed interface TenderResult {
    /** The sale is durable and over. */
    record Completed(CompletedTransaction transaction) implements TenderResult {}

    /** Kept; so much is still to pay. */
    record Partial(Money due) implements TenderResult {}

    /** Not taken; one sentence says why. Nothing has changed. */
    record Refused(String reason) implements TenderResult {}

    /**
     * The sale could not be made durable: it is not completed, can be completed again, and nothing was given out.
     *
     * @param reason one sentence: what happened and what to do
     * @param incidentId to find it in the log
     */
    record NotCompleted(String reason, String incidentId) implements TenderResult {}
}
