package com.euphoriapos.sync.engine;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.sync.protocol.Frame;
import com.euphoriapos.sync.wire.FrameException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts segments together that were too large for one frame. Only the engine's thread touches it. */
final class Parts {
    /** Characters of payload that one segment may have. */
    private static final long LARGEST = 16L << 20;

    private static final class Begun {
        final Segment first;
        final List<Event> events = new ArrayList<>();
        long size;

        Begun(Segment first) {
            this.first = first;
        }
    }

    private final Map<Long, Begun> begun = new HashMap<>();

    /**
     * Takes a part; the whole when it is the last.
     *
     * @throws FrameException when it is no part of what began, or too much
     */
    Optional<Frame> take(long link, Frame.Events part, boolean more) {
        Segment segment = part.segment();
        Begun whole = begun.get(link);
        if (whole == null) {
            if (!more) {
                return Optional.of(part);
            }
            whole = new Begun(segment);
            begun.put(link, whole);
        } else if (!segment.stream().equals(whole.first.stream())) {
            throw new FrameException("events belong to another stream than those before");
        }
        whole.events.addAll(segment.events());
        whole.size += segment.events().stream()
                .mapToLong(event -> event.payload().length())
                .sum();
        if (whole.size > LARGEST) {
            throw new FrameException("events are more than a segment may have");
        }
        if (more) {
            return Optional.empty();
        }
        begun.remove(link);
        return Optional.of(new Frame.Events(new Segment(whole.first.stream(), whole.first.previous(), whole.events)));
    }

    void forget(long link) {
        begun.remove(link);
    }
}
