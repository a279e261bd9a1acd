package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.Snapshots;
import com.euphoriapos.api.sync.SnapshotPart;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Snapshots as a service of the store. */
@Component(service = Snapshots.class)
public final class SnapshotsComponent implements Snapshots {
    private final SqliteSnapshots snapshots;

    @Activate
    public SnapshotsComponent(@Reference StoreComponent store) {
        this.snapshots = new SqliteSnapshots(store.store(), store.clock());
    }

    @Deactivate
    void stop() {
        snapshots.close();
    }

    @Override
    public void write(String id, SnapshotPart part, Path file) {
        snapshots.write(id, part, file);
    }

    @Override
    public void forget(String id) {
        snapshots.forget(id);
    }

    @Override
    public void install(SnapshotPart part, Path file, IntConsumer progress) {
        snapshots.install(part, file, progress);
    }

    @Override
    public void discard() {
        snapshots.discard();
    }
}
