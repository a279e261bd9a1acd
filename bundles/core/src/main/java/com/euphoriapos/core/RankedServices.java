package com.euphoriapos.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Services that come and go; the best is the one of the highest ranking, the oldest of equals. Thread-safe. */
public final class RankedServices<S> {
    private record Entry<S>(S service, int ranking, long id) {}

    private final List<Entry<S>> entries = new ArrayList<>();

    /** A service came, with its service properties. */
    public synchronized void add(S service, Map<String, ?> properties) {
        entries.add(new Entry<>(service, number(properties, "service.ranking"), number(properties, "service.id")));
        entries.sort(Comparator.<Entry<S>>comparingInt(e -> -e.ranking()).thenComparingLong(Entry::id));
    }

    /** A service went. */
    public synchronized void remove(S service) {
        entries.removeIf(e -> e.service().equals(service));
    }

    /** The best one now. */
    public synchronized Optional<S> best() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(0).service());
    }

    /** All of them, best first. */
    public synchronized List<S> all() {
        return entries.stream().map(Entry::service).toList();
    }

    private static int number(Map<String, ?> properties, String key) {
        return properties.get(key) instanceof Number number ? number.intValue() : 0;
    }
}
