package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.SyncLink;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The links and the numbers by which the protocol knows them. Only the engine's thread touches it. */
final class Links {
    private final Map<Long, SyncLink> byId = new HashMap<>();
    private final Map<SyncLink, Long> ids = new IdentityHashMap<>();
    private long last;

    long add(SyncLink link) {
        byId.put(++last, link);
        ids.put(link, last);
        return last;
    }

    Optional<Long> id(SyncLink link) {
        return Optional.ofNullable(ids.get(link));
    }

    Optional<SyncLink> byId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Forgets the link; its number, if it was known. */
    Optional<Long> remove(SyncLink link) {
        Long id = ids.remove(link);
        if (id != null) {
            byId.remove(id);
        }
        return Optional.ofNullable(id);
    }

    Optional<SyncLink> toPeer(String node) {
        return byId.values().stream().filter(link -> link.peer().equals(node)).findFirst();
    }

    boolean hasPeer(String node) {
        return byId.values().stream().anyMatch(link -> link.peer().equals(node));
    }

    List<SyncLink> all() {
        return List.copyOf(byId.values());
    }
}
