package com.euphoriapos.core.checkout;

import com.euphoriapos.api.checkout.Checkout.Listener;
import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.core.Listeners;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.Pricing;
import java.util.List;
import java.util.Optional;

/** What screens see of the sale, and who hears of it. Reading is thread-safe; changes come one at a time. */
final class ShownSale {
    private final Listeners<Listener> listeners = new Listeners<>("the sale");
    private volatile SaleState state = new SaleState(0, Optional.empty(), 0, List.of(), Optional.empty());

    SaleState state() {
        return state;
    }

    void addListener(Listener listener) {
        listeners.add(listener);
    }

    void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    /** What the sale costs. */
    static PricedTransaction price(OpenSale sale, StoreSettings settings) {
        return Pricing.price(sale.transaction(), settings.taxTable());
    }

    /**
     * Before a payment: that the sale costs what the screen shows. Where a setting was changed since, shows what it costs now and says so,
     * because nobody pays another amount than the one that was seen; and where more was paid already than it costs now, says that.
     */
    Optional<String> changed(OpenSale sale, StoreSettings settings) {
        PricedTransaction now = price(sale, settings);
        Optional<String> overpaid = CartEdits.paidProblem(sale, now);
        Money rounding = settings.rules().cashRounding().adjustment(state.left());
        if (Optional.of(now).equals(state.sale()) && rounding.equals(state.cashRounding())) {
            return overpaid;
        }
        show(Optional.of(sale), Optional.empty(), settings);
        String due = settings.currencySymbol() + state.due();
        return overpaid.or(
                () -> Optional.of("The store's settings were changed during this sale: " + due + " is due now."));
    }

    /** Shows the next state and tells everybody of it. */
    void show(Optional<OpenSale> sale, Optional<CompletedTransaction> completed, StoreSettings settings) {
        Optional<PricedTransaction> priced = sale.map(open -> price(open, settings));
        Money left = priced.map(
                        each -> each.total().minus(sale.map(OpenSale::paid).orElse(Money.ZERO)))
                .orElse(Money.ZERO);
        SaleState shown = new SaleState(
                state.version() + 1,
                priced,
                sale.map(OpenSale::chosenLine).orElse(0),
                sale.map(OpenSale::tenders).orElse(List.of()),
                settings.rules().cashRounding().adjustment(left),
                completed);
        state = shown;
        listeners.tell(listener -> listener.saleChanged(shown));
    }
}
