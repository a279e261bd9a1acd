package com.euphoriapos.core.device;

import com.euphoriapos.api.receipt.Receipts;
import com.euphoriapos.api.receipt.Receipts.QueueState;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusSource;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.core.RankedServices;
import com.euphoriapos.core.Workers;
import com.euphoriapos.device.api.CashDrawer;
import com.euphoriapos.device.api.Device;
import com.euphoriapos.device.api.DeviceCategory;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.device.api.DeviceStatusListener;
import com.euphoriapos.device.api.PosPrinter;
import com.euphoriapos.device.api.Scanner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Printer, scanner and drawer on the lane bar, as drivers come, go and report. Needs nothing but the devices. Thread-safe. */
@Component(service = StatusSource.class, immediate = true, property = StatusSource.PROPERTY_ORDER + ":Integer=30")
public final class DeviceStatusItems implements StatusSource {
    private static final String THREAD = "pos-device-roles";

    private final RankedServices<PosPrinter> printers = new RankedServices<>();
    private final RankedServices<CashDrawer> drawers = new RankedServices<>();
    private final RankedServices<Scanner> scanners = new RankedServices<>();
    private final SeenDevices seen = new SeenDevices();
    private final DeviceDiary diary = new DeviceDiary();
    private final DeviceStatusListener onStatus = (device, status) -> {
        diary.note(device.id(), status);
        changed();
    };
    private final Receipts.Listener onQueue = state -> changed();
    /** One look at the store may wait behind the one that runs; a third would find the same. */
    private final ExecutorService thread = Workers.single(THREAD, 1, new ThreadPoolExecutor.DiscardPolicy());

    private volatile @Nullable Store store;
    private volatile @Nullable Receipts receipts;
    private volatile @Nullable Runnable onChange;

    @Activate
    public DeviceStatusItems() {}

    @Deactivate
    void stop() {
        Workers.stop(thread, THREAD, 2_000);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindStore(Store newStore) {
        store = newStore;
        synchronizeSeen();
    }

    void unbindStore(Store oldStore) {
        if (oldStore.equals(store)) {
            store = null;
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindReceipts(Receipts newReceipts) {
        receipts = newReceipts;
        newReceipts.addListener(onQueue);
        changed();
    }

    void unbindReceipts(Receipts oldReceipts) {
        oldReceipts.removeListener(onQueue);
        if (oldReceipts.equals(receipts)) {
            receipts = null;
        }
        changed();
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(" + Device.PROPERTY_ROLE + "=" + Device.ROLE_RECEIPT + ")")
    void bindPrinter(PosPrinter printer, Map<String, ?> properties) {
        printers.add(printer, properties);
        came(printer, DeviceCategory.POS_PRINTER);
    }

    void unbindPrinter(PosPrinter printer) {
        printers.remove(printer);
        went(printer);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(" + Device.PROPERTY_ROLE + "=" + Device.ROLE_RECEIPT + ")")
    void bindDrawer(CashDrawer drawer, Map<String, ?> properties) {
        drawers.add(drawer, properties);
        came(drawer, DeviceCategory.CASH_DRAWER);
    }

    void unbindDrawer(CashDrawer drawer) {
        drawers.remove(drawer);
        went(drawer);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(" + Device.PROPERTY_ROLE + "=" + Device.ROLE_SALE + ")")
    void bindScanner(Scanner scanner, Map<String, ?> properties) {
        scanners.add(scanner, properties);
        came(scanner, DeviceCategory.SCANNER);
    }

    void unbindScanner(Scanner scanner) {
        scanners.remove(scanner);
        went(scanner);
    }

    private void came(Device device, DeviceCategory category) {
        device.addStatusListener(onStatus);
        if (seen.add(category)) {
            synchronizeSeen();
        }
        changed();
    }

    private void went(Device device) {
        device.removeStatusListener(onStatus);
        diary.gone(device.info().id());
        changed();
    }

    private void synchronizeSeen() {
        thread.execute(() -> {
            if (seen.synchronize(store)) {
                changed();
            }
        });
    }

    @Override
    public List<StatusItem> items() {
        Receipts queue = receipts;
        QueueState state = queue == null ? new QueueState(0, false, "") : queue.queue();
        return List.of(
                DeviceItems.scanner(bestStatus(scanners), seen.has(DeviceCategory.SCANNER)),
                DeviceItems.printer(status(printers), seen.has(DeviceCategory.POS_PRINTER), state),
                DeviceItems.drawer(status(drawers), seen.has(DeviceCategory.CASH_DRAWER)));
    }

    private static <D extends Device> Optional<DeviceStatus> status(RankedServices<D> devices) {
        return devices.best().map(Device::status);
    }

    /** Any scanner that works is enough. */
    private static Optional<DeviceStatus> bestStatus(RankedServices<Scanner> devices) {
        Optional<DeviceStatus> serving = devices.all().stream()
                .map(Device::status)
                .filter(DeviceStatus::canServe)
                .findFirst();
        return serving.isPresent() ? serving : status(devices);
    }

    @Override
    public void onChange(@Nullable Runnable listener) {
        onChange = listener;
    }

    private void changed() {
        Runnable listener = onChange;
        if (listener != null) {
            listener.run();
        }
    }
}
