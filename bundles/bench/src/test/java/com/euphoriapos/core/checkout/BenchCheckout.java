package com.euphoriapos.core.checkout;

import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.CompletedSaleListener;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.core.receipt.StandardReceipt;
import java.util.Map;

/** Makes the checkout for benchmarks, which have no container. */
public final class BenchCheckout implements AutoCloseable {
    private final LaneCheckout checkout;

    /** What it works on. */
    public record Parts(Store store, Session session, Settings settings, Catalog catalog) {}

    public BenchCheckout(Parts parts, CompletedSaleListener listener) {
        checkout = new LaneCheckout(
                parts.store(), parts.session(), parts.settings(), parts.catalog(), new StandardReceipt());
        checkout.bindSaleListener(listener, Map.of());
        checkout.start();
    }

    /** The service. */
    public Checkout checkout() {
        return checkout;
    }

    @Override
    public void close() {
        checkout.stop();
    }
}
