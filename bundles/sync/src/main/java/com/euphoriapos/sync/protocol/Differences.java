package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.StreamId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What two lanes hold differently at one position: the stream is left alone on that link, people are told, and the first position that
 * differs is sought. Between the lane that wrote the stream and another one the writer is right, and the other sets aside what it has from
 * there on; between two others nobody can tell.
 */
final class Differences {
    private static final int PROBES_AT_ONCE = 4;

    private record Key(long link, StreamId stream) {}

    private record Answer(Key to, long seq) {}

    private static final class Search {
        long same;
        /** The last position at which both hold the same link; what is not kept any longer proves nothing. */
        long proven;

        long differs;
        long looking;
        Optional<String> mine = Optional.empty();
        Optional<String> theirs = Optional.empty();

        Search(long differs) {
            this.differs = differs;
        }
    }

    private final Desk desk;
    private final Map<Key, Search> searches = new HashMap<>();
    private final Map<Long, Key> reading = new TreeMap<>();
    private final Map<Long, Answer> answering = new TreeMap<>();

    Differences(Desk desk) {
        this.desk = desk;
    }

    /** The peer holds something else there. */
    void found(Link link, StreamId stream, long seq) {
        if (link.leaveAlone(stream)) {
            desk.send(link, new Frame.Differs(stream, desk.durable(stream)));
            desk.alarm(Effect.Reason.DIVERGED, link.peer, stream + " at " + seq);
            search(link, stream, seq);
        }
    }

    private void search(Link link, StreamId stream, long seq) {
        Key key = new Key(link.id, stream);
        searches.put(key, new Search(seq));
        look(link, key);
    }

    private boolean isFirstHand(Link link, StreamId stream) {
        return link.peer.equals(stream.origin());
    }

    /** The peer found it. */
    void told(Link link, Frame.Differs frame) {
        if (link.leaveAlone(frame.stream())) {
            String where = frame.stream() + " at " + frame.mine().seq();
            desk.alarm(Effect.Reason.DIVERGED, link.peer, where);
            long seq = Math.min(frame.mine().seq(), desk.durable(frame.stream()).seq());
            if (isFirstHand(link, frame.stream()) && seq > 0) {
                search(link, frame.stream(), seq);
            }
        }
    }

    void probed(Link link, Frame.Probe probe) {
        long waiting = answering.values().stream()
                .filter(each -> each.to().link() == link.id)
                .count();
        if (waiting >= PROBES_AT_ONCE) {
            desk.close(link, Effect.Reason.PROTOCOL);
            return;
        }
        long request = desk.nextRequest();
        answering.put(request, new Answer(new Key(link.id, probe.stream()), probe.seq()));
        desk.emit(new Effect.ReadHash(request, probe.stream(), probe.seq()));
    }

    void answered(Link link, Frame.Probed probed) {
        Key key = new Key(link.id, probed.stream());
        Search search = searches.get(key);
        if (search != null && search.looking == probed.seq()) {
            search.theirs = Optional.of(probed.hash());
            narrow(link, key, search);
        }
    }

    void read(Input.HashRead read) {
        Answer answer = answering.remove(read.request());
        if (answer != null) {
            Link link = desk.links.get(answer.to().link());
            if (link != null) {
                String hash = read.hash().orElse("");
                desk.send(link, new Frame.Probed(answer.to().stream(), answer.seq(), hash));
            }
            return;
        }
        Key key = reading.remove(read.request());
        Search search = key == null ? null : searches.get(key);
        Link link = key == null ? null : desk.links.get(key.link());
        if (search != null && link != null && key != null) {
            search.mine = Optional.of(read.hash().orElse(""));
            narrow(link, key, search);
        }
    }

    /** Forgets what was asked on links that are gone. */
    void tick() {
        searches.keySet().removeIf(key -> !desk.links.containsKey(key.link()));
        reading.values().removeIf(key -> !searches.containsKey(key));
        answering
                .values()
                .removeIf(answer -> !desk.links.containsKey(answer.to().link()));
    }

    private void look(Link link, Key key) {
        Search search = searches.get(key);
        if (search == null) {
            return;
        }
        if (search.differs - search.same <= 1) {
            searches.remove(key);
            desk.alarm(Effect.Reason.DIVERGED, link.peer, key.stream() + " first at " + search.differs);
            if (isFirstHand(link, key.stream()) && search.proven == search.same) {
                desk.emit(new Effect.SetAside(key.stream(), search.same));
            }
            return;
        }
        search.looking = search.same + (search.differs - search.same) / 2;
        search.mine = Optional.empty();
        search.theirs = Optional.empty();
        long request = desk.nextRequest();
        reading.put(request, key);
        desk.emit(new Effect.ReadHash(request, key.stream(), search.looking));
        desk.send(link, new Frame.Probe(key.stream(), search.looking));
    }

    private void narrow(Link link, Key key, Search search) {
        if (search.mine.isEmpty() || search.theirs.isEmpty()) {
            return;
        }
        String mine = search.mine.get();
        // What is kept no longer on one side can't be looked at: the search goes on above it.
        boolean same = mine.isEmpty() || search.theirs.get().isEmpty() || search.theirs.equals(search.mine);
        if (same) {
            search.same = search.looking;
            search.proven = mine.isEmpty() || search.theirs.get().isEmpty() ? search.proven : search.looking;
        } else {
            search.differs = search.looking;
        }
        look(link, key);
    }
}
