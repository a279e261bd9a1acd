package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A simulated lane: the real replica, a disk, and links to others. */
final class Lane {
    /** Its machine: a copied one has the same node at another place. */
    final int place;

    final String node;
    /** Place of the peer by number of the link. */
    final Map<Long, Integer> links = new TreeMap<>();
    /** What this lane believes each target holds: the delivery table. */
    final Map<String, Map<StreamId, Mark>> delivered = new TreeMap<>();
    /** What happened to it while it stood still. */
    final List<Input> later = new ArrayList<>();
    /** Lanes that it was told not to trust. */
    final Set<String> revoked = new TreeSet<>();

    Disk disk;
    Optional<Replica> replica = Optional.empty();
    StreamId own;
    String instance = "";
    long starts;
    long groups;
    long frozenUntil;
    long fullUntil;
    int protocol = Replica.PROTOCOL;
    /** It will never run again. */
    boolean gone;
    /** Nobody trusts it any longer. */
    boolean outcast;

    Lane(int place, String node, Disk disk) {
        this.disk = disk;
        this.place = place;
        this.node = node;
        this.own = new StreamId(node, "");
    }

    boolean isUp() {
        return replica.isPresent();
    }

    /** Whether it belongs to the store. */
    boolean counts() {
        return !gone && !outcast;
    }

    boolean isLinkedTo(Lane other) {
        return links.containsValue(other.place);
    }

    /** Starts the process anew: a new epoch, a new instance, only the disk remembers. */
    void start(long random) {
        starts++;
        String epoch = String.format(Locale.ROOT, "%04d-%08x", starts, random & 0xffffffffL);
        own = disk.open(node, epoch);
        links.clear();
        instance = node + "/" + own.epoch();
        beginAnew(own);
    }

    /** The same process writes that stream from now on, and knows what is on its disk. */
    void beginAnew(StreamId stream) {
        own = stream;
        replica = Optional.of(new Replica(new Identity(node, instance, own.epoch()), Limits.NORMAL, disk.vector()));
    }

    void kill() {
        if (isUp()) {
            disk.crashed();
        }
        replica = Optional.empty();
        links.clear();
        later.clear();
        frozenUntil = 0;
    }
}
