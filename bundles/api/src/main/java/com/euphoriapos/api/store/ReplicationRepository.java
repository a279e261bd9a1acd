package com.euphoriapos.api.store;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the replication keeps: tables {@code stream}, {@code foreign_log}, {@code inbox_processed}, {@code parked} and
 * {@code delivery}, and the log itself.
 */
@ProviderType
public interface ReplicationRepository {
    /** How far this lane holds each stream, its own among them. Reads no events. */
    Map<StreamId, Mark> vector();

    /**
     * Whole transaction groups after a position, of any stream that is kept here.
     *
     * @param upTo nothing after it
     * @param eventsMax at most so many events, unless the first group is larger
     * @param bytesMax at most so many bytes of payload, unless the first group is larger
     */
    Optional<Segment> read(StreamId stream, long after, long upTo, int eventsMax, int bytesMax);

    /**
     * Keeps the segment's events as they came and moves the stream; nothing is applied by it. A segment that does not continue what
     * is kept is an {@link IllegalArgumentException}; that it is whole in itself ({@link Segment#isWhole}) was checked before. Events of
     * this lane's own older epochs that it lost go back into its log. Listeners hear of the events as applied unless they are parked.
     */
    void keep(Segment segment);

    /** Runs the work in a savepoint: an exception undoes what the work wrote, nothing else, and reaches the caller. */
    <T> T attempt(Supplier<T> work);

    /** Notes that an event is kept, but not applied. Noting it again counts an attempt. */
    void park(Event event, String reason, Instant at);

    /** Whether an earlier event of that lane about that aggregate is parked. */
    boolean isParked(String origin, String aggregate);

    /** Whether that very event is parked and was not discarded. */
    boolean isParked(StreamId stream, long seq);

    /** Parked events in the order in which they came. */
    default List<Parked> parked(int limit) {
        return parked(limit, 0);
    }

    /** The same, without the first so many. */
    List<Parked> parked(int limit, int skip);

    long parkedCount();

    /**
     * Nobody waits any longer for the parked event to be applied: it is not listed, not tried again and stops nothing; it stays in the
     * log until that is purged. False where it is not parked.
     */
    boolean discard(StreamId stream, long seq, Instant at);

    /** The event was applied after all. */
    void unpark(StreamId stream, long seq);

    /**
     * The target holds exactly this, whatever was believed before: of this lane's streams, and of other lanes' as far as they are among
     * the marks. A mark with another link than this lane's counts as nothing. Moves the visible statuses.
     *
     * @param target identity of a lane, or {@code cloud}
     */
    void resetDelivery(String target, Map<StreamId, Mark> marks, Instant at);

    /** Up to there was offered to the target. */
    void sent(String target, StreamId stream, long upTo);

    /**
     * Up to there is durable with the target, never less than was said before; of another lane's stream, too, which
     * {@link #purge} needs to know. A link that is not this lane's moves nothing. Moves the visible statuses.
     */
    void acknowledged(String target, StreamId stream, Mark upTo, Instant at);

    /** So many tries in a row failed; from ten on its events show {@code error} while delivery goes on. 0 ends that. */
    void trouble(String target, int retries, String lastError);

    /** What is known of the targets of this lane's own streams. */
    List<Delivery> deliveries();

    /** Up to where the target has acknowledged streams, of whatever lane, as far as that is known. */
    Map<StreamId, Long> acknowledged(String target);

    /** How many of this lane's events the target has not acknowledged. */
    long backlog(String target);

    /**
     * Removes events that are older than {@code before} and that every active target has acknowledged, their inbox rows too, at most
     * {@code limit}; returns how many. Active targets are the other active lanes, but for the one that wrote them, and the cloud once it
     * has acknowledged anything. Parked events and what follows them stay, and so does the newest event of this lane. Applied state
     * stays.
     */
    int purge(Instant before, int limit);

    /** The lowest sequence number of each stream that {@link #read} can still give; a stream without events is missing. */
    Map<StreamId, Long> kept();

    /** The chain's link at a position, if that is still kept; for finding where two copies part. */
    Optional<String> hashAt(StreamId stream, long seq);

    /**
     * Events of any lane that are kept here, are not parked and are these edits. Looks through the whole log: never while somebody waits.
     *
     * @param stamps {@link VersionRepository.Version#stamp} of each
     */
    List<Event> stamped(Set<String> stamps);

    /**
     * By each of these texts the event of a topic that has it in that field of its payload and was applied here: of several the first, this
     * lane's own before all others', a parked one never. Looks through the whole log, too.
     */
    Map<String, Event> naming(String topic, String field, Set<String> texts);

    /**
     * Streams of which events that should be kept are missing or not as they were written, and up to where each of them is whole. Reads
     * all events: for the audit.
     */
    Map<StreamId, Mark> damaged();

    /**
     * Writes events of a damaged stream anew, where they are not what is stored; what was stored is set aside. That the segment leads to
     * a link that this lane holds was checked before.
     *
     * @return how many were written
     */
    int mend(Segment segment, Instant at);

    /**
     * Writes down anew where a stream ends: its events are sound and lead to this link, and what stood there was another one. An end with
     * another number is an {@link IllegalArgumentException}.
     */
    void mendEnd(StreamId stream, Mark end);

    /**
     * Sets the events of another lane's stream after a position aside: they are not what that lane wrote. The stream ends there from now
     * on; what they changed stays.
     *
     * @param after a position whose link that lane confirmed
     * @return those events
     */
    List<Event> setAside(StreamId stream, long after, String reason, Instant at);

    /**
     * A parked event.
     *
     * @param reason a sentence
     * @param attempts how often it was tried
     */
    record Parked(Event event, String reason, Instant firstAt, int attempts) {}

    /** The target that is no lane. */
    String CLOUD = "cloud";

    /** So many tries in a row have to fail before events show {@code error}. */
    int TROUBLE_RETRIES = 10;

    /** What is known of a target; see {@link #acknowledged}. */
    record Delivery(
            String target,
            StreamId stream,
            long sentSeq,
            long ackedSeq,
            int retries,
            Instant lastAckAt,
            String lastError) {}
}
