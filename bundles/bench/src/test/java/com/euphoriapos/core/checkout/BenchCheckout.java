package com.euphoriapos.core.checkout;

import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.api.approval.ApprovalRequest;
import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.CompletedSaleListener;
import com.euphoriapos.api.checkout.SuspendedSales;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.core.approval.ApprovalDesk;
import com.euphoriapos.core.receipt.StandardReceipt;
import com.euphoriapos.domain.Act;
import com.euphoriapos.domain.Operator;
import java.util.Map;
import java.util.Optional;

/** Makes the checkout for benchmarks, which have no container. */
public final class BenchCheckout implements AutoCloseable {
    private final LaneCheckout checkout;
    private final LaneSuspendedSales suspended;

    /** What it works on. */
    public record Parts(Store store, Session session, Settings settings, Catalog catalog) {}

    public BenchCheckout(Parts parts, CompletedSaleListener listener) {
        Guard guard = new Guard(parts.session(), parts.settings());
        checkout = new LaneCheckout(
                parts.store(), guard, parts.settings(), parts.catalog(), new StandardReceipt(), new NobodyAsked());
        checkout.bindSaleListener(listener, Map.of());
        checkout.start();
        suspended = new LaneSuspendedSales(parts.store(), guard, checkout);
    }

    /** Its suspended sales. */
    public SuspendedSales suspended() {
        return suspended;
    }

    /** The service. */
    public Checkout checkout() {
        return checkout;
    }

    @Override
    public void close() {
        checkout.stop();
    }

    /** The owner sells: nothing is above the owner's limits. */
    private static final class NobodyAsked implements ApprovalDesk {
        @Override
        public ApprovalRequest ask(Operator operator, Act act, String title, String subject) {
            throw new IllegalStateException("an owner asks nobody: " + title);
        }

        @Override
        public Optional<Granted> redeem(Optional<Approval> approval, Operator operator, Act act, String subject) {
            return Optional.empty();
        }
    }
}
