package com.euphoriapos.core.receipt;

import com.euphoriapos.api.checkout.CompletedSaleListener;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusSource;
import com.euphoriapos.core.RankedServices;
import com.euphoriapos.device.api.CashDrawer;
import com.euphoriapos.device.api.Device;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.TenderType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the drawer after a cash sale, before its receipt is printed: its ranking puts it in front of the print queue. A drawer
 * that fails is reported and not tried again, because a drawer that pops open minutes later invites theft. Thread-safe.
 */
@Component(
        service = {CompletedSaleListener.class, StatusSource.class},
        immediate = true,
        property = {"service.ranking:Integer=100", StatusSource.PROPERTY_ORDER + ":Integer=40"})
public final class DrawerKick implements CompletedSaleListener, StatusSource {
    private static final Logger LOG = LoggerFactory.getLogger(DrawerKick.class);

    private final RankedServices<CashDrawer> drawers = new RankedServices<>();
    private volatile String failure = "";
    private volatile @Nullable Runnable onChange;

    @Activate
    public DrawerKick() {}

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(" + Device.PROPERTY_ROLE + "=" + Device.ROLE_RECEIPT + ")")
    void bindDrawer(CashDrawer drawer, Map<String, ?> properties) {
        drawers.add(drawer, properties);
    }

    void unbindDrawer(CashDrawer drawer) {
        drawers.remove(drawer);
    }

    @Override
    public void saleCompleted(CompletedTransaction transaction) {
        boolean cash = transaction.tenders().stream().anyMatch(tender -> tender.type() == TenderType.CASH);
        Optional<CashDrawer> drawer = drawers.best();
        if (cash && drawer.isPresent()) {
            open(drawer.get(), transaction.receiptNumber());
        }
    }

    private void open(CashDrawer drawer, String receiptNumber) {
        String reason = "";
        try {
            drawer.open();
        } catch (RuntimeException | LinkageError e) {
            // Whatever a driver throws, the sale is over and the cashier must hear that the drawer stayed shut.
            reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            LOG.warn("The drawer did not open after sale {}: {}", receiptNumber, reason);
        }
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
