package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.Snapshots;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import com.euphoriapos.api.sync.SnapshotPart;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Writes and takes in copies of the shared data. Thread-safe. */
final class SqliteSnapshots implements Snapshots, AutoCloseable {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOMENTS_MAX = 4;

    private final SqliteStore store;
    private final InstantSource clock;
    private final Object installing = new Object();
    private final Map<String, SnapshotMoment> moments = new LinkedHashMap<>();

    SqliteSnapshots(SqliteStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public synchronized void write(String id, SnapshotPart part, Path file) {
        SnapshotMoment moment = moments.get(id);
        if (moment == null) {
            forgetOld();
            moment = SnapshotMoment.begin(store, clock.instant());
            moments.put(id, moment);
        }
        moment.write(part, file.toAbsolutePath());
    }

    /** A state that is looked at keeps the write-ahead log from being emptied. */
    private void forgetOld() {
        for (Map.Entry<String, SnapshotMoment> each : List.copyOf(moments.entrySet())) {
            if (each.getValue().isEmpty()
                    || each.getValue().isOlderThan(clock.instant().minus(KEPT))) {
                forget(each.getKey());
            }
        }
        if (moments.size() >= MOMENTS_MAX) {
            throw new StoreException(Reason.OTHER, MOMENTS_MAX + " snapshots are being taken already; try again later");
        }
    }

    @Override
    public synchronized void forget(String id) {
        @Nullable SnapshotMoment moment = moments.remove(id);
        if (moment != null) {
            moment.close();
        }
    }

    @Override
    public void install(SnapshotPart part, Path file, IntConsumer progress) {
        synchronized (installing) {
            new SnapshotInstall(store, SnapshotFile.check(file.toAbsolutePath(), part)).run(progress);
        }
    }

    @Override
    public void discard() {
        synchronized (installing) {
            store.slice(unit -> {
                if (unit.lane().get(LaneRepository.KEY_WORKSTATION_ID).isPresent()) {
                    throw new StoreException(Reason.OTHER, "this is a lane of a store already");
                }
                unit.change(() -> unit.sql(session -> {
                    for (String sql : SnapshotPlan.DISCARD) {
                        session.statement(sql).executeUpdate();
                    }
                    return true;
                }));
                return true;
            });
        }
    }

    @Override
    public synchronized void close() {
        List.copyOf(moments.keySet()).forEach(this::forget);
    }
}
