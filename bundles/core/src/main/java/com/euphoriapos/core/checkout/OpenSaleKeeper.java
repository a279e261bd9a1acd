package com.euphoriapos.core.checkout;

import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.core.Workers;
import com.euphoriapos.core.json.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the sale in progress on the disk, behind the cashier's back: a scan never waits for it. Of several changes that come
 * faster than the disk only the newest is written, so what waits is never more than one. Thread-safe.
 */
final class OpenSaleKeeper {
    /** Lane-local key of a kept sale that could not be read. */
    static final String KEY_UNREADABLE = "open_sale.unreadable";

    private static final Logger LOG = LoggerFactory.getLogger(OpenSaleKeeper.class);
    private static final String THREAD = "checkout-open-sale";
    private static final long STOP_MILLIS = 5_000;

    private final Store store;
    private final Clock clock;
    private final ExecutorService writer = Workers.single(THREAD, 1, new ThreadPoolExecutor.DiscardPolicy());
    private final AtomicReference<@Nullable Change> newest = new AtomicReference<>();
    /** Number of the last change or end: a write that was overtaken by one, however late it comes, writes nothing. */
    private final AtomicLong last = new AtomicLong();

    private volatile boolean failing;
    private volatile boolean notBroughtBack;
    /** What was kept could not even be looked at: the first change must not overwrite it. */
    private volatile boolean unseen;

    private volatile @Nullable Runnable onChange;

    private record Change(long number, Optional<OpenSale> sale) {}

    OpenSaleKeeper(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What the lane bar says of it; nothing while all is well. */
    List<StatusItem> items() {
        List<StatusItem> items = new ArrayList<>();
        if (failing) {
            items.add(new StatusItem(
                    "open-sale",
                    StatusItem.Level.WARN,
                    "Open sale not kept",
                    "It can't be written to the disk; a power cut now would lose it. Complete it, then call support."));
        }
        if (notBroughtBack) {
            items.add(
                    new StatusItem(
                            "open-sale-unreadable",
                            StatusItem.Level.WARN,
                            "Open sale not brought back",
                            "The sale of before the start can't be read. Ring it up again; support can look at what was kept."));
        }
        return items;
    }

    void onChange(@Nullable Runnable listener) {
        onChange = listener;
    }

    private void tell() {
        Runnable listener = onChange;
        if (listener != null) {
            listener.run();
        }
    }

    /** The sale is so now; empty when there is none. Returns at once. */
    void changed(Optional<OpenSale> sale) {
        newest.set(new Change(last.incrementAndGet(), sale));
        writer.execute(this::writeNewest);
    }

    /**
     * The sale is about to end in a transaction of its own, which clears what is kept: from now on nothing of it is
     * written any more, not even what is just on its way to the store.
     */
    void finishing() {
        last.incrementAndGet();
        newest.set(null);
    }

    /** It did not end after all. */
    void resumed(OpenSale sale) {
        changed(Optional.of(sale));
    }

    /** The sale that a stop or a crash left; what can't be read is kept aside, so that it never stops the lane from starting. */
    Optional<OpenSale> restore() {
        try {
            Optional<String> body = store.read(handle -> handle.lane().openTransaction());
            return body.flatMap(this::restored);
        } catch (StoreException e) {
            notBroughtBack = true;
            unseen = true;
            LOG.error("The sale in progress can't be read, the lane starts without it: {}", e.getMessage(), e);
            return Optional.empty();
        }
    }

    /** Writes what waits and ends the thread. */
    void stop() {
        Workers.stop(writer, THREAD, STOP_MILLIS);
        writeNewest();
    }

    private void writeNewest() {
        Change change = newest.getAndSet(null);
        if (change == null) {
            return;
        }
        Optional<OpenSale> sale = change.sale();
        try {
            Optional<String> body = sale.map(OpenSaleCodec::encode);
            boolean written = store.write(Store.Priority.BACKGROUND, handle -> {
                if (change.number() != last.get()) {
                    return Boolean.FALSE;
                }
                if (unseen) {
                    handle.lane().openTransaction().ifPresent(kept -> handle.lane()
                            .put(KEY_UNREADABLE, kept));
                }
                if (sale.isEmpty()) {
                    handle.lane().clearOpenTransaction();
                } else {
                    String id = sale.get().transaction().id();
                    sale.get().acts().write(handle, id);
                    handle.lane().saveOpenTransaction(id, body.orElseThrow(), clock.instant());
                }
                return Boolean.TRUE;
            });
            unseen &= !written;
            if (failing) {
                failing = false;
                tell();
            }
        } catch (RuntimeException e) {
            // The edge of this thread. The next change tries again, and the sale itself is untouched.
            newest.compareAndSet(null, change);
            if (!failing) {
                failing = true;
                LOG.error("The sale in progress can't be kept; a crash now would lose it: {}", e.getMessage(), e);
                tell();
            }
        }
    }

    private Optional<OpenSale> restored(String body) {
        OpenSale sale;
        try {
            sale = OpenSaleCodec.decode(body);
        } catch (RuntimeException e) {
            LOG.error("The kept sale can't be read and is kept aside as {}: {}", KEY_UNREADABLE, e.getMessage());
            putAside(body);
            return Optional.empty();
        }
        String id = sale.transaction().id();
        if (store.read(handle -> handle.transactions().byId(id).isPresent()
                || handle.suspended().byId(id).isPresent())) {
            LOG.warn("The kept sale {} was completed or suspended already", id);
            store.write(handle -> {
                handle.lane().clearOpenTransaction();
                return Boolean.TRUE;
            });
            return Optional.empty();
        }
        LOG.info(
                "Restored the open sale {} with {} lines",
                id,
                sale.transaction().lines().size());
        return Optional.of(sale);
    }

    private void putAside(String body) {
        notBroughtBack = true;
        String detail = Json.object(json -> json.writeStringField("keptAs", KEY_UNREADABLE));
        store.write(handle -> {
            handle.lane().put(KEY_UNREADABLE, body);
            handle.lane().clearOpenTransaction();
            handle.journal()
                    .append(new JournalRepository.Entry(clock.instant(), "OPEN_SALE_UNREADABLE", "", "", detail));
            return Boolean.TRUE;
        });
    }
}
