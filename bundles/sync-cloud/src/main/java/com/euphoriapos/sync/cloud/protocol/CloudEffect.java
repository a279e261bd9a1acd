package com.euphoriapos.sync.cloud.protocol;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the lane is to do. */
public sealed interface CloudEffect {
    /** Ask for all positions of the store, page by page where {@code from} is empty; else one page that begins before that stream. */
    record AskPositions(Optional<StreamId> from) implements CloudEffect {}

    /**
     * Send events of these streams, one stream after the other, each from its place on, until the batch is full.
     *
     * @param eventsMax at most so many events
     * @param bytesMax at most so many bytes of payload, but for a single event
     */
    record Upload(List<Want> wants, int eventsMax, int bytesMax) implements CloudEffect {
        public Upload {
            wants = List.copyOf(wants);
        }
    }

    /** Events of a stream after a position. */
    record Want(StreamId stream, long after, long upTo) {}

    /** Ask for changes, and wait for one that long; apply them, durably with the cursor. */
    record Pull(int waitSeconds) implements CloudEffect {}

    /** That is durable with the cloud, whatever was believed before. */
    record Reset(Map<StreamId, Mark> marks) implements CloudEffect {
        public Reset {
            marks = Map.copyOf(marks);
        }
    }

    /** Up to there it is durable with the cloud. */
    record Acknowledged(Map<StreamId, Mark> marks) implements CloudEffect {
        public Acknowledged {
            marks = Map.copyOf(marks);
        }
    }

    /**
     * What became of a wish, and of every one before it: the first that failed of what was asked after it, or all is done that can be.
     *
     * @param number the wish's
     * @param backlog how many events the lane holds of its own that the cloud lacks
     * @param trouble what failed; empty when nothing did
     */
    record Wished(long number, long backlog, Optional<String> trouble) implements CloudEffect {}

    /** So many tries in a row came to nothing, for that reason; 0 when it is well again. */
    record Trouble(int tries, String reason) implements CloudEffect {}

    /**
     * Somebody has to look at it.
     *
     * @param kind stable word
     * @param about what, such as a stream
     * @param reason the cloud's words
     */
    record Alarm(String kind, String about, String reason) implements CloudEffect {}

    /** That alarm is over. */
    record AllClear(String kind, String about) implements CloudEffect {}
}
