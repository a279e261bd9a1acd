package com.euphoriapos.api.checkout;

import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The sale in progress on this lane. Methods run one at a time; they may read or write the store, so never on the event thread.
 * All but {@link #state()} need somebody signed in with the permission to sell. The first item opens a sale and makes its id.
 */
@ProviderType
public interface Checkout {
    /** The present state; returns at once, on any thread. */
    SaleState state();

    /**
     * A code was scanned or typed.
     *
     * @param code as read, with its AIM identifier where known
     * @param quantity how many of it; positive
     */
    AddResult scan(String code, Quantity quantity);

    /** An item was chosen by hand: from the picker, a search or a quick key; {@code code} is what was scanned, or empty. */
    AddResult add(String productId, int packSize, Quantity quantity, String code);

    /** Chooses a line. */
    EditResult choose(int lineNumber);

    /** Sets a line's quantity; positive and at most {@link Quantity#LINE_MAX}. */
    EditResult changeQuantity(int lineNumber, Quantity quantity);

    /** Takes a line back; it keeps its place. */
    EditResult voidLine(int lineNumber);

    /** Takes back the last change of the lines. */
    EditResult undo();

    /** Gives up the whole sale; nothing is sold. */
    EditResult cancel();

    /**
     * Takes cash. Where it covers what is due, the sale is completed: committed durably first, then the drawer opens and the
     * receipt is queued. Where it does not, it is kept as one of the tenders.
     */
    TenderResult takeCash(Money given);

    /** Gives a tender back before the sale is completed. */
    EditResult removeTender(int index);

    /** Adds a listener; it is called with every new state, in order, on the thread that caused it. */
    void addListener(Listener listener);

    void removeListener(Listener listener);

    /** Hears of every change of the sale. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        void saleChanged(SaleState state);
    }
}
