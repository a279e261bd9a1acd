package com.euphoriapos.sync.protocol;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** A claim of this lane's own that is under way, or granted and not durable yet. */
final class Asking {
    /** Number by which the asker's answer is known. */
    final long request;

    final String name;
    /** Number by which peers know it. */
    final long id;
    /** When waiting ends. */
    final long until;
    /** Peers whose lock this lane has. */
    final TreeSet<String> granted = new TreeSet<>();
    /** The lane that is being asked; empty before the first. */
    String node = "";
    /** The link over which it is being asked. */
    Optional<Long> waitsFor = Optional.empty();

    private final TreeSet<String> left;

    Asking(long request, String name, long id, long until, Collection<String> nodes) {
        this.request = request;
        this.name = name;
        this.id = id;
        this.until = until;
        this.left = new TreeSet<>(nodes);
    }

    /** Moves on to the next lane in the order of the identities; empty after the last. */
    Optional<String> nextNode() {
        String first = left.pollFirst();
        if (first == null) {
            return Optional.empty();
        }
        node = first;
        return Optional.of(first);
    }
}
