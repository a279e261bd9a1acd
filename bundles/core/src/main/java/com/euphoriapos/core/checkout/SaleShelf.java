package com.euphoriapos.core.checkout;

import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.PricedTransaction;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The sale in progress for whoever puts it aside and takes it up again, under the one lock of the checkout. The work writes the store in
 * one transaction of its own; an exception leaves the sale in progress as it was.
 */
public interface SaleShelf {
    /** Ends the sale in progress by the work; says why not where there is none, or it can't be put aside. */
    <R> R putAside(Function<String, R> refused, Function<Aside, R> work);

    /** Why nothing could be taken up now; empty when it could. */
    Optional<String> occupied();

    /** Makes what the work takes up the sale in progress; says why not where there is one. */
    <R> R takeUp(Function<String, R> refused, Function<Desk, TakenUp<R>> work);

    /** Who acts, where and when. */
    record Desk(Operator operator, StoreSettings settings, Instant at) {
        String currency() {
            return settings.currencySymbol();
        }
    }

    /** What is put aside. */
    record Aside(OpenSale sale, PricedTransaction priced, Desk desk) {}

    /** What is in progress from now on, if anything, and what to say of it. */
    record TakenUp<R>(Optional<OpenSale> sale, R answer) {}
}
