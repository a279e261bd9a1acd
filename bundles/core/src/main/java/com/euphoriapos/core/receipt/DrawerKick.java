package com.euphoriapos.core.receipt;

import com.euphoriapos.api.checkout.CompletedSaleListener;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusSource;
import com.euphoriapos.core.ReceiptDrawer;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.TenderType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Opens the drawer after a cash sale, before its receipt is printed: its ranking puts it in front of the print queue. A drawer
 * that fails is reported and not tried again, because a drawer that pops open minutes later invites theft. Thread-safe.
 */
@Component(
        service = {CompletedSaleListener.class, StatusSource.class},
        immediate = true,
        property = {"service.ranking:Integer=100", StatusSource.PROPERTY_ORDER + ":Integer=40"})
public final class DrawerKick implements CompletedSaleListener, StatusSource {
    private final ReceiptDrawer drawer;
    private volatile String failure = "";
    private volatile @Nullable Runnable onChange;

    @Activate
    public DrawerKick(@Reference ReceiptDrawer drawer) {
        this.drawer = drawer;
    }

    @Override
    public void saleCompleted(CompletedTransaction transaction) {
        boolean cash = transaction.tenders().stream().anyMatch(tender -> tender.type() == TenderType.CASH);
        if (cash && drawer.isPresent()) {
            show(drawer.open("after sale " + transaction.receiptNumber()).orElse(""));
        }
    }

    private void show(String reason) {
        boolean changed = !reason.equals(failure);
        failure = reason;
        Runnable listener = onChange;
        if (changed && listener != null) {
            listener.run();
        }
    }

    @Override
    public List<StatusItem> items() {
        String reason = failure;
        return reason.isEmpty()
                ? List.of()
                : List.of(new StatusItem(
                        "drawer-open",
                        StatusItem.Level.WARN,
                        "Drawer did not open",
                        "Open it with its key; it is not tried again by itself. " + reason));
    }

    @Override
    public void onChange(@Nullable Runnable listener) {
        onChange = listener;
    }
}
