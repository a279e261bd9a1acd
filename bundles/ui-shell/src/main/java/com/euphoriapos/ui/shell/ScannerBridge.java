package com.euphoriapos.ui.shell;

import com.euphoriapos.device.api.Device;
import com.euphoriapos.device.api.DeviceScan;
import com.euphoriapos.device.api.ScanListener;
import com.euphoriapos.device.api.Scanner;
import com.euphoriapos.ui.kit.input.InputRouter;
import com.euphoriapos.ui.kit.input.ScanInput;
import java.time.Clock;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Leads the scans of all scanners that feed the sale to the input router, as they come and go. Thread-safe. */
@Component(immediate = true, service = ScannerBridge.class)
public final class ScannerBridge {
    private final Consumer<ScanInput> router;
    private final Clock clock;
    /** One listener for all, so that adding and removing name the same. */
    private final ScanListener listener = this::scanned;

    @Activate
    public ScannerBridge(@Reference InputRouter router) {
        this(router::scan, Clock.systemUTC());
    }

    ScannerBridge(Consumer<ScanInput> router, Clock clock) {
        this.router = router;
        this.clock = clock;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(" + Device.PROPERTY_ROLE + "=" + Device.ROLE_SALE + ")")
    void bindScanner(Scanner scanner) {
        scanner.addScanListener(listener);
    }

    void unbindScanner(Scanner scanner) {
        scanner.removeScanListener(listener);
    }

    private void scanned(DeviceScan scan) {
        String symbology = scan.aimId().isEmpty() ? null : scan.aimId();
        router.accept(new ScanInput(scan.data(), symbology, scan.deviceId(), clock.instant()));
    }
}
