package com.euphoriapos.core;

import com.euphoriapos.device.api.CashDrawer;
import com.euphoriapos.device.api.Device;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The drawer at the receipt printer, which comes and goes with it. Thread-safe. */
@Component(service = ReceiptDrawer.class)
public final class ReceiptDrawer {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptDrawer.class);

    private final RankedServices<CashDrawer> drawers = new RankedServices<>();

    @Activate
    public ReceiptDrawer() {}

    /** Public for tests, which have no container. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(" + Device.PROPERTY_ROLE + "=" + Device.ROLE_RECEIPT + ")")
    public void bindDrawer(CashDrawer drawer, Map<String, ?> properties) {
        drawers.add(drawer, properties);
    }

    public void unbindDrawer(CashDrawer drawer) {
        drawers.remove(drawer);
    }

    /** Whether there is one. */
    public boolean isPresent() {
        return drawers.best().isPresent();
    }

    /**
     * Opens it, if there is one; says why it stayed shut, empty when it did not.
     *
     * @param why for the log, such as {@code after sale L1-7K3-000042}
     */
    public Optional<String> open(String why) {
        Optional<CashDrawer> drawer = drawers.best();
        if (drawer.isEmpty()) {
            return Optional.empty();
        }
        try {
            drawer.get().open();
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            // Whatever a driver throws, whoever stands before a shut drawer must hear of it.
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            LOG.warn("The drawer did not open {}: {}", why, reason);
            return Optional.of(reason);
        }
    }
}
