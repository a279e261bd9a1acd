package com.euphoriapos.core.checkout;

import com.euphoriapos.api.checkout.CompletedSaleListener;
import com.euphoriapos.core.Workers;
import com.euphoriapos.domain.CompletedTransaction;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of completed sales on a thread of its own, so that a slow drawer never delays the next scan. Thread-safe. */
final class AfterSale {
    private static final Logger LOG = LoggerFactory.getLogger(AfterSale.class);
    private static final String THREAD = "checkout-after-sale";
    private static final int WAITING_MAX = 64;
    private static final long STOP_MILLIS = 5_000;

    private final Supplier<List<CompletedSaleListener>> listeners;
    private final ExecutorService thread = Workers.single(THREAD, WAITING_MAX, new ThreadPoolExecutor.AbortPolicy());

    AfterSale(Supplier<List<CompletedSaleListener>> listeners) {
        this.listeners = listeners;
    }

    /** Returns at once. When too many wait, this one is left out: the database has what must not be forgotten. */
    void completed(CompletedTransaction sale) {
        try {
            thread.execute(() -> tell(sale));
        } catch (RejectedExecutionException e) {
            String why = thread.isShutdown() ? "the store is being replaced" : "the devices are too slow";
            LOG.error("Nobody was told that {} is completed: {}", sale.receiptNumber(), why);
        }
    }

    void stop() {
        Workers.stop(thread, THREAD, STOP_MILLIS);
    }

    private void tell(CompletedTransaction sale) {
        for (CompletedSaleListener listener : listeners.get()) {
            try {
                listener.saleCompleted(sale);
            } catch (RuntimeException | LinkageError e) {
                // A class of a bundle that is just being replaced may be gone; the others must be told all the same.
                LOG.error("After the sale {}: {}", sale.receiptNumber(), e.getMessage(), e);
            }
        }
    }
}
