package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A simulated lane: the real replica, a disk, and links to others. */
final class Lane {
    final String node;
    /** Number of the link by peer. */
    final Map<String, Long> links = new TreeMap<>();
    /** What this lane believes each target holds: the delivery table. */
    final Map<String, Map<StreamId, Mark>> delivered = new TreeMap<>();

    Disk disk = new Disk();
    Optional<Replica> replica = Optional.empty();
    StreamId own;
    long starts;
    long groups;

    Lane(String node) {
        this.node = node;
        this.own = new StreamId(node, "");
    }

    boolean isUp() {
        return replica.isPresent();
    }

    /** Starts the process anew: a new epoch, a new instance, only the disk remembers. */
    void start(long random) {
        starts++;
        String epoch = String.format(java.util.Locale.ROOT, "%04d-%08x", starts, random & 0xffffffffL);
        own = new StreamId(node, epoch);
        links.clear();
        Identity me = new Identity(node, node + "/" + epoch, epoch);
        replica = Optional.of(new Replica(me, Limits.NORMAL, disk.vector()));
    }

    void kill() {
        replica = Optional.empty();
        links.clear();
    }
}
