package com.euphoriapos.api.checkout;

import com.euphoriapos.api.access.Requires;
import com.euphoriapos.api.access.Unrestricted;
import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Quantity;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The sale in progress on this lane. Methods run one at a time; they may read or write the store, so never on the event thread.
 * All but {@link #state()} and the listeners need somebody signed in with the permission to sell. The first item opens a sale and makes its id.
 */
@ProviderType
public interface Checkout {
    /** The highest price that can be given to a pack at the register; more is a typing mistake. */
    Money PRICE_MAX = Money.ofCents(99_999_99);

    /** The present state; returns at once, on any thread. */
    @Unrestricted("the lane's screens show the sale in progress, also while it is locked; reads no store")
    SaleState state();

    /**
     * A code was scanned or typed.
     *
     * @param code as read, with its AIM identifier where known
     * @param quantity how many of it; positive
     */
    @Requires(Permission.SELL)
    AddResult scan(String code, Quantity quantity);

    /** An item was chosen by hand: from the picker, a search or a quick key; {@code code} is what was scanned, or empty. */
    @Requires(Permission.SELL)
    AddResult add(String productId, int packSize, Quantity quantity, String code);

    /** Chooses a line. */
    @Requires(Permission.SELL)
    EditResult choose(int lineNumber);

    /** As {@link #changeQuantity(int, Quantity, Optional)} without an approval. */
    @Requires(Permission.SELL)
    default EditResult changeQuantity(int lineNumber, Quantity quantity) {
        return changeQuantity(lineNumber, quantity, Optional.empty());
    }

    /**
     * Sets a line's quantity. Less than there was counts as taking that much back; more of a line whose price was lowered counts as
     * lowering the price of all of it: both have limits, see {@link #voidLine(int, Optional)} and {@link #overridePrice}.
     *
     * @param quantity positive and at most {@link Quantity#LINE_MAX}
     * @param approval of the request that the last answer asked for
     */
    @Requires(Permission.SELL)
    EditResult changeQuantity(int lineNumber, Quantity quantity, Optional<Approval> approval);

    /** As {@link #voidLine(int, Optional)} without an approval. */
    @Requires(Permission.SELL)
    default EditResult voidLine(int lineNumber) {
        return voidLine(lineNumber, Optional.empty());
    }

    /**
     * Takes a line back; it keeps its place. What one person takes off one sale without anybody's leave, in whatever way, is added up:
     * above their largest amount it needs an approval.
     *
     * @param approval of the request that the last answer asked for
     */
    @Requires(Permission.SELL)
    EditResult voidLine(int lineNumber, Optional<Approval> approval);

    /**
     * Gives a line another price for one pack. Needs {@code PRICE_OVERRIDE}, the percent off the catalogue's price and all that the
     * person took off this sale within their limits, or an approval. The catalogue's own price takes the override away.
     *
     * @param newPrice of one pack; not negative, at most {@link #PRICE_MAX}
     * @param reason as chosen or typed; not blank
     * @param approval of the request that the last answer asked for
     */
    @Requires(value = Permission.PRICE_OVERRIDE, orApproval = true)
    EditResult overridePrice(int lineNumber, Money newPrice, String reason, Optional<Approval> approval);

    /** As {@link #undo(Optional)} without an approval. */
    @Requires(Permission.SELL)
    default EditResult undo() {
        return undo(Optional.empty());
    }

    /** Takes back the last change of the lines. What an item takes off the sale by this counts like a line taken back. */
    @Requires(Permission.SELL)
    EditResult undo(Optional<Approval> approval);

    /** As {@link #cancel(Optional)} without an approval. */
    @Requires(Permission.SELL)
    default EditResult cancel() {
        return cancel(Optional.empty());
    }

    /** Gives up the whole sale; nothing is sold. Its total counts like lines taken back. */
    @Requires(Permission.SELL)
    EditResult cancel(Optional<Approval> approval);

    /**
     * Takes cash. Where it covers what is due, the sale is completed: committed durably first, then the drawer opens and the
     * receipt is queued. Where it does not, it is kept as one of the tenders.
     */
    @Requires(Permission.SELL)
    TenderResult takeCash(Money given);

    /** Gives a tender back before the sale is completed. */
    @Requires(Permission.SELL)
    EditResult removeTender(int index);

    /** Adds a listener; it is called with every new state, in order, on the thread that caused it. */
    @Unrestricted("hears only what the state says")
    void addListener(Listener listener);

    @Unrestricted("forgets only")
    void removeListener(Listener listener);

    /** Hears of every change of the sale. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        void saleChanged(SaleState state);
    }
}
