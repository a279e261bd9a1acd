package com.euphoriapos.core.setup;

import com.euphoriapos.api.replication.NetworkException;
import com.euphoriapos.api.replication.Pairing;
import com.euphoriapos.api.replication.SnapshotGoneException;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.Snapshots;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.SnapshotPart;
import com.euphoriapos.core.Workers;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
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

/**
 * Brings the past sales to a lane that has joined, or was away too long, while it sells and sends. Goes on after a restart, tries again
 * without end, and asks the other lanes in turn when the one that it began with is gone. When all is there the row
 * {@link LaneRepository#KEY_HISTORY} goes, and the lane takes what others write. One thread.
 */
@Component(
        service = {},
        immediate = true)
public final class HistoryFetch {
    /** Key of the lane's own data: the address of the lane that let this one in. */
    static final String KEY_FROM = LaneRepository.KEY_HISTORY_FROM;

    private static final Logger LOG = LoggerFactory.getLogger(HistoryFetch.class);
    private static final String THREAD = "pos-history";
    private static final long RETRY_SECONDS_FIRST = 2;
    private static final long RETRY_SECONDS_MAX = 60;
    private static final long LOOK_SECONDS = 30;
    /** So much more has to be there before it is written down. */
    private static final int STEP_THOUSANDTHS = 20;
    /** The first half is fetching, the second taking in. */
    private static final int FETCHED = 500;

    private static final int THOUSAND = 1_000;
    /** So often in a row a lane has to fail before another is asked: that one begins from the beginning. */
    private static final int FAILURES_OF_ONE = 2;

    private final Store store;
    private final LaneSetup setup;
    private final LaneSetup.Listener ready = state -> look();
    private final ScheduledExecutorService thread = Workers.scheduled(THREAD);
    private volatile @Nullable Pairing pairing;
    private volatile @Nullable Snapshots snapshots;
    private long retrySeconds = RETRY_SECONDS_FIRST;
    private int written;
    private int failures;
    private boolean retryWaits;

    @Activate
    public HistoryFetch(@Reference Store store, @Reference LaneSetup setup) {
        this.store = store;
        this.setup = setup;
        setup.addListener(ready);
        // The replication asks for a snapshot, too, when nobody keeps what this lane missed while it was away.
        thread.scheduleWithFixedDelay(this::run, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        setup.removeListener(ready);
        thread.shutdownNow();
        Workers.stop(thread, THREAD, 2_000);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindPairing(Pairing now) {
        pairing = now;
        look();
    }

    void unbindPairing(Pairing gone) {
        if (gone.equals(pairing)) {
            pairing = null;
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindSnapshots(Snapshots now) {
        snapshots = now;
        look();
    }

    void unbindSnapshots(Snapshots gone) {
        if (gone.equals(snapshots)) {
            snapshots = null;
        }
    }

    private void look() {
        try {
            thread.execute(this::run);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The lane stops");
        }
    }

    private void run() {
        Pairing network = pairing;
        Snapshots files = snapshots;
        if (network == null || files == null || setup.state() == LaneSetup.State.NEEDED) {
            return;
        }
        Optional<String> from = Optional.empty();
        try {
            from = store.read(
                    handle -> handle.lane().get(LaneRepository.KEY_HISTORY).flatMap(missing -> handle.lane()
                            .get(KEY_FROM)));
            if (from.isPresent()) {
                fetch(network, files, from.get());
                failures = 0;
            }
        } catch (NetworkException e) {
            LOG.warn("The store's past sales are not here yet, tried again in {} s: {}", retrySeconds, e.getMessage());
            from.ifPresent(this::failed);
            retry();
        } catch (StoreException | UncheckedIOException e) {
            LOG.warn("The store's past sales are not here yet, tried again in {} s: {}", retrySeconds, e.getMessage());
            retry();
        } catch (RuntimeException e) {
            // An exception that got out would end the looking for good.
            LOG.error("The store's past sales can't be fetched, tried again in {} s", retrySeconds, e);
            retry();
        }
    }

    /** The lane may be gone for good: the next one is asked, and after the last the first again. */
    private void failed(String address) {
        failures++;
        if (failures < FAILURES_OF_ONE) {
            return;
        }
        failures = 0;
        try {
            store.write(Store.Priority.BACKGROUND, handle -> {
                next(handle, address).ifPresent(other -> {
                    LOG.info(
                            "The lane at {} does not answer; the one at {} is asked for the past sales",
                            address,
                            other);
                    handle.lane().put(KEY_FROM, other);
                });
                return Boolean.TRUE;
            });
        } catch (StoreException e) {
            LOG.warn("No other lane can be chosen: {}", e.getMessage());
        }
    }

    private static Optional<String> next(StoreHandle handle, String address) {
        String me = handle.lane().get(LaneRepository.KEY_NODE_ID).orElse("");
        List<String> all = handle.lanes().all().stream()
                .filter(lane -> lane.maySpeak() && !lane.node().equals(me))
                .map(PairedLane::address)
                .filter(each -> !each.isEmpty())
                .sorted()
                .distinct()
                .toList();
        return all.stream()
                .filter(each -> each.compareTo(address) > 0)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .filter(each -> !each.equals(address));
    }

    /** One retry waits at most, whoever failed. */
    private void retry() {
        if (retryWaits) {
            return;
        }
        try {
            thread.schedule(
                    () -> {
                        retryWaits = false;
                        run();
                    },
                    retrySeconds,
                    TimeUnit.SECONDS);
            retryWaits = true;
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The lane stops");
        }
        retrySeconds = Math.min(RETRY_SECONDS_MAX, retrySeconds * 2);
    }

    private void fetch(Pairing network, Snapshots files, String from) {
        Path history = SnapshotFolder.file(store, SnapshotPart.HISTORY);
        written = 0;
        try {
            network.fetch(from, SnapshotPart.HISTORY, history, this::arrived);
        } catch (SnapshotGoneException e) {
            // What came first was of another moment: both are taken anew. What was sold and edited here meanwhile
            // stays.
            LOG.info("The snapshot is taken anew: {}", e.getMessage());
            Path catalog = SnapshotFolder.file(store, SnapshotPart.CATALOG);
            network.fetch(from, SnapshotPart.CATALOG, catalog, (bytes, of) -> {});
            files.install(SnapshotPart.CATALOG, catalog, done -> {});
            network.fetch(from, SnapshotPart.HISTORY, history, this::arrived);
        }
        files.install(
                SnapshotPart.HISTORY, history, done -> progressed(FETCHED + done * (THOUSAND - FETCHED) / THOUSAND));
        store.write(Store.Priority.BACKGROUND, handle -> {
            handle.lane().remove(LaneRepository.KEY_HISTORY);
            handle.lane().remove(KEY_FROM);
            return Boolean.TRUE;
        });
        LOG.info("The store's past sales are here");
        retrySeconds = RETRY_SECONDS_FIRST;
        SnapshotFolder.remove(store);
    }

    private void arrived(long bytes, long of) {
        if (of > 0) {
            progressed((int) (Math.min(bytes, of) * FETCHED / of));
        }
    }

    private void progressed(int thousandths) {
        if (thousandths >= written + STEP_THOUSANDTHS) {
            written = thousandths;
            store.write(Store.Priority.BACKGROUND, handle -> {
                handle.lane().put(LaneRepository.KEY_HISTORY, Integer.toString(thousandths));
                return Boolean.TRUE;
            });
        }
    }
}
