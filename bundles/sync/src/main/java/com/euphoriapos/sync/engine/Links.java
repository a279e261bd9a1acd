package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.SyncLink;
import com.euphoriapos.sync.wire.FrameCodec;
import com.euphoriapos.sync.wire.FrameException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The links and the numbers by which the protocol knows them. Only the engine's thread touches it. */
final class Links {
    /** How many frames went each way. */
    private static final class Counted {
        long sent;
        long received;
    }

    private final Map<Long, SyncLink> byId = new HashMap<>();
    private final Map<SyncLink, Long> ids = new IdentityHashMap<>();
    private final Map<SyncLink, Counted> counts = new IdentityHashMap<>();
    private long last;

    long add(SyncLink link) {
        byId.put(++last, link);
        ids.put(link, last);
        counts.put(link, new Counted());
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
            counts.remove(link);
        }
        return Optional.ofNullable(id);
    }

    /** Sends the frame's texts, numbered. */
    void send(SyncLink link, List<String> texts) {
        Counted counted = counts.get(link);
        if (counted != null) {
            texts.forEach(text -> link.send(FrameCodec.numbered(text, ++counted.sent)));
        }
    }

    /**
     * A frame came. The transport keeps the order and loses nothing, so one that is not the next was recorded and sent again, left out or
     * put elsewhere.
     *
     * @throws FrameException when it is not the next
     */
    void received(SyncLink link, long number) {
        Counted counted = counts.get(link);
        if (counted != null && number != ++counted.received) {
            throw new FrameException("number " + number + " in place of " + counted.received);
        }
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
