package com.euphoriapos.core.receipt;

import com.euphoriapos.core.RankedServices;
import com.euphoriapos.device.api.DeviceStatusListener;
import com.euphoriapos.device.api.PosPrinter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The printers of the role "receipt" as they come and go; says when one comes or changes its state. Thread-safe. */
final class ReceiptPrinters {
    private final RankedServices<PosPrinter> printers = new RankedServices<>();
    private final DeviceStatusListener listener = (device, status) -> changed();
    private volatile @Nullable Runnable onChange;

    void onChange(Runnable action) {
        onChange = action;
    }

    void add(PosPrinter printer, Map<String, ?> properties) {
        printers.add(printer, properties);
        printer.addStatusListener(listener);
        changed();
    }

    void remove(PosPrinter printer) {
        printers.remove(printer);
        printer.removeStatusListener(listener);
        changed();
    }

    Optional<PosPrinter> best() {
        return printers.best();
    }

    void close() {
        onChange = null;
        printers.all().forEach(printer -> printer.removeStatusListener(listener));
    }

    private void changed() {
        Runnable action = onChange;
        if (action != null) {
            action.run();
        }
    }
}
