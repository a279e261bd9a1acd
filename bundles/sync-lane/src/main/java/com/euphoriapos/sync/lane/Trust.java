package com.euphoriapos.sync.lane;

import com.euphoriapos.api.replication.LaneBook;
import com.euphoriapos.api.sync.PairedLane;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Whose keys count: those of the lane book's lanes that may speak, as it stands now. Thread-safe; returns at once. */
final class Trust {
    /** Let in by this process: the book hears of them a moment later, when they may have come for their snapshot already. */
    private final Set<String> admitted = ConcurrentHashMap.newKeySet();

    private volatile @Nullable LaneBook book;
    private volatile boolean pairing;

    /** The lanes of the store, or null while they are not known: then nobody counts. */
    void book(@Nullable LaneBook now) {
        book = now;
    }

    /** Whether an invite is open: strangers may come as far as the pairing then. */
    void pairing(boolean now) {
        pairing = now;
    }

    boolean isPairing() {
        return pairing;
    }

    /** That lane is written down. */
    void admitted(String node) {
        admitted.add(node);
    }

    boolean maySpeak(String node) {
        LaneBook now = book;
        if (now == null || now.me().node().equals(node)) {
            // Where lanes share a machine, another's address may lead back to this one: that is no link.
            return false;
        }
        return now.byNode(node).map(PairedLane::maySpeak).orElseGet(() -> admitted.contains(node));
    }

    String label(String node) {
        LaneBook now = book;
        return now == null ? "" : now.byNode(node).map(PairedLane::label).orElse("");
    }
}
