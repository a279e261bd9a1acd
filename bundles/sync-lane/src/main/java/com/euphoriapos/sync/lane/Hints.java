package com.euphoriapos.sync.lane;

import com.euphoriapos.api.replication.Pairing.Nearby;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lanes that were heard of by mDNS, no more than a few dozen whoever shouts. Hints only. Thread-safe. */
final class Hints {
    static final int MAX = 64;

    private record Hint(Announcement said, String host) {
        HostPort where() {
            return new HostPort(host, said.port());
        }
    }

    /** Oldest first. */
    private final Map<String, Hint> byName = new LinkedHashMap<>();

    /**
     * Keeps what was heard.
     *
     * @param name of the announcement
     * @param host address that it came with
     */
    synchronized void heard(String name, Announcement said, String host) {
        byName.remove(name);
        if (byName.size() >= MAX) {
            byName.remove(byName.keySet().iterator().next());
        }
        byName.put(name, new Hint(said, host));
    }

    synchronized void gone(String name) {
        byName.remove(name);
    }

    synchronized void clear() {
        byName.clear();
    }

    /** Where the lane of that identity says to be. */
    synchronized List<HostPort> of(String node) {
        String start = Announcement.shorten(node);
        return byName.values().stream()
                .filter(hint -> hint.said().node().equals(start))
                .map(Hint::where)
                .distinct()
                .toList();
    }

    /** Everybody but this lane. */
    synchronized List<Nearby> nearby(String me) {
        String start = Announcement.shorten(me);
        return byName.values().stream()
                .filter(hint -> !hint.said().node().equals(start))
                .map(hint -> new Nearby(
                        hint.said().store(), hint.said().label(), hint.where().toString()))
                .distinct()
                .sorted(Comparator.comparing(Nearby::storeName).thenComparing(Nearby::label))
                .toList();
    }
}
