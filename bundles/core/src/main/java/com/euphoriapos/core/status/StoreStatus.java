package com.euphoriapos.core.status;

import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.api.status.StatusSource;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreFacts;
import com.euphoriapos.core.Workers;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store on the lane bar: there, being opened, or short of disk. Reads its facts twice a minute. Thread-safe. */
@Component(service = StatusSource.class, immediate = true, property = StatusSource.PROPERTY_ORDER + ":Integer=50")
public final class StoreStatus implements StatusSource {
    private static final Logger LOG = LoggerFactory.getLogger(StoreStatus.class);
    private static final String THREAD = "pos-store-status";
    private static final long PERIOD_SECONDS = 30;
    private static final long DISK_LOW_BYTES = 1L << 30;
    private static final long DISK_FULL_BYTES = 200L << 20;
    private static final StatusItem OPENING =
            new StatusItem("store", Level.WARN, "Opening the store…", "Nothing can be sold until it is open.");

    private final ScheduledExecutorService thread = Workers.scheduled(THREAD);
    private volatile @Nullable Store store;
    private volatile StatusItem item = OPENING;
    private volatile @Nullable Runnable onChange;

    @Activate
    public StoreStatus() {}

    @Activate
    void start() {
        thread.scheduleWithFixedDelay(this::refresh, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

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
        thread.execute(this::refresh);
    }

    void unbindStore(Store oldStore) {
        if (oldStore.equals(store)) {
            store = null;
            set(OPENING);
        }
    }

    private void refresh() {
        Store now = store;
        if (now == null) {
            return;
        }
        try {
            set(of(now.facts()));
        } catch (StoreException e) {
            LOG.debug("The store says nothing of itself: {}", e.getMessage());
            set(new StatusItem("store", Level.DANGER, "Store in trouble", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.warn("The store's facts can't be read", e);
        }
    }

    /** What the facts mean for the shop. */
    static StatusItem of(StoreFacts facts) {
        if (!facts.journalMode().equalsIgnoreCase("wal") || facts.synchronous() != 2) {
            return new StatusItem(
                    "store",
                    Level.DANGER,
                    "Store not safe",
                    "A power cut could lose sales: journal " + facts.journalMode() + ", synchronous "
                            + facts.synchronous() + ". Call support.");
        }
        if (facts.freeDiskBytes() < DISK_LOW_BYTES) {
            boolean full = facts.freeDiskBytes() < DISK_FULL_BYTES;
            return new StatusItem(
                    "store",
                    full ? Level.DANGER : Level.WARN,
                    full ? "Disk nearly full" : "Disk space low",
                    (facts.freeDiskBytes() >> 20) + " MB are left on the disk of the sales; make room.");
        }
        return new StatusItem("store", Level.OK, "Store", "");
    }

    private void set(StatusItem now) {
        boolean changed = !now.equals(item);
        item = now;
        Runnable listener = onChange;
        if (changed && listener != null) {
            listener.run();
        }
    }

    @Override
    public List<StatusItem> items() {
        return List.of(item);
    }

    @Override
    public void onChange(@Nullable Runnable listener) {
        onChange = listener;
    }
}
