package com.euphoriapos.api.store;

import com.euphoriapos.api.sync.SnapshotPart;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Copies of the shared data, as SQLite files without secrets and without what is the lane's own; a service of the store. Slow: on a
 * thread of one's own, never the event thread. Sales go on meanwhile.
 */
@ProviderType
public interface Snapshots {
    /**
     * Writes a part into a file, in place of what is there, as of one moment; both parts of one {@code id} are of the same moment. An id
     * that is not known begins one; it keeps the log of the database from being emptied until both parts are written or it is forgotten,
     * and at most until another begins ten minutes later. Each part of an id can be written once.
     *
     * @throws StoreException when the part was written, or this lane has not got the whole history itself
     */
    void write(String id, SnapshotPart part, Path file);

    /** Removes what {@link #write} kept for that id. */
    void forget(String id);

    /**
     * Takes a part into this lane, in slices that let sales through; doing it again after a crash is doing it once. The history needs
     * the catalog of the same moment. After {@link SnapshotPart#HISTORY} the positions of the snapshot are this lane's: what the lane
     * itself has edited later than the snapshot stays.
     *
     * @param progress thousandths
     * @throws StoreException when the file is no snapshot of this schema; nothing is changed
     */
    void install(SnapshotPart part, Path file, IntConsumer progress);

    /**
     * Removes what {@link #install} has taken into a lane that is none yet, for a set-up that begins anew.
     *
     * @throws StoreException when this is a lane: its data is its own by then
     */
    void discard();
}
