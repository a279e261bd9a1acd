package com.euphoriapos.device.simulator.panel;

import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.api.store.Store;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then whether other products are for sale, because the store may be set up after the panel came up. Has one
 * thread with one task; nothing else waits there.
 */
public final class ItemLoader {
    private static final Logger LOG = LoggerFactory.getLogger(ItemLoader.class);
    private static final String THREAD = "simulator-panel";
    private static final long PAUSE_MILLIS = 2_000;
    private static final long STOP_SECONDS = 2;

    private final Catalog catalog;
    private final DemoItems items;
    private final Consumer<List<DemoItem>> onItems;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread made = new Thread(task, THREAD);
        made.setDaemon(true);
        return made;
    });
    private long seenVersion = -1;
    private long seenCount = -1;

    /** @param onItems called on this loader's thread whenever other items are for sale */
    public ItemLoader(Catalog catalog, Store store, Consumer<List<DemoItem>> onItems) {
        this.catalog = catalog;
        this.items = new DemoItems(store);
        this.onItems = onItems;
    }

    /** Begins to look. */
    public void begin() {
        thread.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Looks no more; afterwards the thread is gone. */
    public void end() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} still runs {} s after it was told to end", THREAD, STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void look() {
        try {
            long version = catalog.version();
            long count = catalog.count();
            if (version != seenVersion || count != seenCount) {
                List<DemoItem> loaded = items.load();
                seenVersion = version;
                seenCount = count;
                onItems.accept(loaded);
            }
        } catch (RuntimeException e) {
            // The store may just be opening or going; the next look tells.
            LOG.debug("The products could not be read: {}", e.getMessage());
        }
    }
}
