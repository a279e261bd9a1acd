package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import com.euphoriapos.api.sync.SnapshotPart;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a part was taken in, kept in the transaction that takes it: after a crash it goes on there.
 *
 * @param moment names the snapshot
 * @param step number of the step; the number of all when it is done
 * @param key the last key that was taken
 */
record SnapshotProgress(String moment, int step, String key) {
    private static final int FIELDS = 3;

    /** At the beginning. */
    static SnapshotProgress start(String moment) {
        return new SnapshotProgress(moment, 0, "");
    }

    boolean isDone(SnapshotPart part) {
        return step > SnapshotPlan.steps(part).size();
    }

    /** The next step, from its beginning. */
    SnapshotProgress next() {
        return new SnapshotProgress(moment, step + 1, "");
    }

    static Optional<SnapshotProgress> read(UnitOfWork unit, SnapshotPart part) {
        return unit.lane().get(row(part)).map(text -> {
            String[] fields = text.split(" ", FIELDS);
            return new SnapshotProgress(fields[0], Integer.parseInt(fields[1]), fields[2]);
        });
    }

    void write(UnitOfWork unit, SnapshotPart part) {
        unit.lane().put(row(part), moment + " " + step + " " + key);
    }

    private static String row(SnapshotPart part) {
        return "snapshot." + part.name().toLowerCase(Locale.ROOT);
    }

    /** A lane whose own history is on its way can't give what it has not got. */
    static void refuseHalf(UnitOfWork unit) {
        Optional<SnapshotProgress> catalog = read(unit, SnapshotPart.CATALOG);
        Optional<SnapshotProgress> history = read(unit, SnapshotPart.HISTORY);
        boolean whole = catalog.isEmpty()
                || history.isPresent()
                        && history.get().isDone(SnapshotPart.HISTORY)
                        && history.get().moment().equals(catalog.get().moment());
        if (!whole) {
            throw new StoreException(Reason.OTHER, "this lane has not got the store's whole history yet; ask another");
        }
    }
}
