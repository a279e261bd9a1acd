package com.euphoriapos.sync.engine;

import com.euphoriapos.api.store.AuditRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.domain.HashChain;
import com.euphoriapos.sync.protocol.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What this lane's shared tables hold, as of one moment.
 *
 * @param vector digest of the positions of that moment
 * @param parked events that were not applied then
 * @param buckets digests of the buckets by table
 */
record Tables(String vector, long parked, Map<String, List<String>> buckets) {
    static Tables read(Store store) {
        return store.read(handle -> {
            Map<String, List<String>> buckets = new TreeMap<>();
            AuditRepository audit = handle.audit();
            audit.tables().forEach(table -> buckets.put(table, audit.digests(table)));
            return new Tables(vector(handle), handle.replication().parkedCount(), buckets);
        });
    }

    private static String vector(StoreHandle handle) {
        // Lanes that have other changes of the cloud differ for it.
        String hash = HashChain.next(HashChain.START, handle.feed().cursor());
        for (Map.Entry<StreamId, Mark> each : new TreeMap<>(handle.replication().vector()).entrySet()) {
            StreamId stream = each.getKey();
            Mark mark = each.getValue();
            hash = HashChain.next(hash, stream.origin(), stream.epoch(), Long.toString(mark.seq()), mark.hash());
        }
        return hash;
    }

    /** One digest for each table. */
    Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        buckets.forEach(
                (table, each) -> digests.put(table, HashChain.next(HashChain.START, each.toArray(new String[0]))));
        return digests;
    }

    Frame.Checksum frame(long id, boolean answer) {
        return new Frame.Checksum(id, answer, vector, parked, digests());
    }

    /** Tables that both know and hold differently. */
    List<String> differing(Frame.Checksum other) {
        List<String> differing = new ArrayList<>();
        digests().forEach((table, digest) -> {
            String theirs = other.tables().get(table);
            if (theirs != null && !theirs.equals(digest)) {
                differing.add(table);
            }
        });
        return differing;
    }
}
