package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.JournalRepository.Entry;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.domain.HashChain;
import com.euphoriapos.store.sqlite.StreamLog.Kept;
import com.euphoriapos.store.sqlite.mapper.JournalMapper;
import com.euphoriapos.store.sqlite.mapper.MapperSet;
import com.euphoriapos.store.sqlite.mapper.OutboxMapper.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and chains what is appended to {@code outbox} and {@code journal}. Knows the end of both, so that an append reads
 * nothing; what a unit of work appended counts only after {@link #committed}. Writer thread only.
 */
final class EventLog {
    /** An event larger than this could never be sent. */
    static final int PAYLOAD_BYTES_MAX = 512 * 1024;

    /** Version of the payloads' form. */
    private static final int SCHEMA = 1;

    /** How far a clock of another lane may be ahead before this one does not follow. */
    private static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    /** The ends of both chains. */
    private record Ends(
            String origin, long position, long seq, long txg, String hash, HybridTime time, JournalEnd journal) {
        Ends at(HybridTime later) {
            return new Ends(origin, position, seq, txg, hash, later, journal);
        }

        Ends of(String newOrigin) {
            return new Ends(newOrigin, position, seq, txg, hash, time, journal);
        }
    }

    private record JournalEnd(long number, String hash) {}

    private final Epoch epoch;
    private final Clock clock;
    private Ends committed;
    private Ends present;
    private boolean groupOpen;
    private @Nullable String statusOfNew;

    private EventLog(Epoch epoch, Clock clock, Ends ends) {
        this.epoch = epoch;
        this.clock = clock;
        this.committed = ends;
        this.present = ends;
    }

    /** Opens a new epoch that continues the chains. */
    static EventLog open(String origin, SqliteSettings settings, MapperSet mappers, List<Kept> streams) {
        Clock clock = settings.clock();
        JournalMapper.Row act = mappers.journal().last();
        JournalEnd journal =
                act == null ? new JournalEnd(0, HashChain.START) : new JournalEnd(act.number(), act.hash());
        Optional<Kept> last = streams.stream()
                .filter(kept -> kept.own() && kept.end().seq() > 0)
                .max(Comparator.comparing(kept -> kept.stream().epoch()));
        Epoch epoch = Epoch.after(last.map(kept -> kept.stream().epoch()), settings.random(), clock.millis());
        Long group = mappers.outbox().lastGroup();
        Ends ends = new Ends(
                origin,
                mappers.outbox().lastPosition(),
                0,
                group == null ? 0 : group,
                last.map(kept -> kept.end().hash()).orElse(HashChain.START),
                HybridTime.read(mappers.outbox().lastTime()).orElse(HybridTime.START),
                journal);
        return new EventLog(epoch, clock, ends);
    }

    String origin() {
        return present.origin();
    }

    Epoch epoch() {
        return epoch;
    }

    /** What is appended goes there. */
    StreamId stream() {
        return new StreamId(present.origin(), epoch.id());
    }

    boolean isPresent(StreamId stream) {
        return stream.equals(stream());
    }

    /** The number of the last event of this epoch, and the last link, which may be one of the epoch before. */
    Mark end() {
        return new Mark(present.seq(), present.hash());
    }

    Instant now() {
        return clock.instant();
    }

    /** A unit of work begins: all it appends is one transaction group. */
    void begin() {
        present = committed;
        groupOpen = false;
    }

    /** What the unit of work appended is durable. */
    void committed() {
        committed = present;
    }

    /** What the unit of work did is undone. */
    void undone() {
        present = committed;
        statusOfNew = null;
    }

    /** For {@link #back}: where the log stands inside the unit of work. */
    Object place() {
        return present;
    }

    /** What was appended since then was undone; a group that was begun goes on. */
    void back(Object place) {
        present = ((Ends) place).at(present.time());
        statusOfNew = null;
    }

    /** The visible status of what is appended, if it is known. */
    @Nullable
    String statusOfNew() {
        return statusOfNew;
    }

    void statusOfNew(@Nullable String status) {
        statusOfNew = status;
    }

    /** The lane has another identity: from now on where this epoch has no event yet, else from the next epoch on. */
    void identify(String nodeId) {
        if (present.seq() == 0) {
            present = present.of(nodeId);
        }
    }

    /**
     * What happens next is after that time.
     *
     * @param always even where that is far ahead of this lane's clock
     */
    void observe(String hlc, boolean always) {
        Optional<HybridTime> time = HybridTime.read(hlc);
        if (time.isPresent()
                && time.get().isAfter(present.time())
                && (always || time.get().millis() <= clock.millis() + AHEAD_MAX.toMillis())) {
            present = present.at(time.get());
        }
    }

    /** The event that the message becomes. */
    Event append(Message message) {
        int bytes = Utf8.bytes(message.payload());
        if (bytes > PAYLOAD_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "a message of " + bytes + " bytes is above the limit of " + PAYLOAD_BYTES_MAX);
        }
        Ends end = present;
        long group = groupOpen ? end.txg() : end.txg() + 1;
        groupOpen = true;
        HybridTime time = end.time().next(clock.millis());
        Event event = new Event(
                        message.id(),
                        message.topic(),
                        stream(),
                        end.seq() + 1,
                        group,
                        message.aggregate(),
                        time.toString(),
                        message.createdAt().toEpochMilli(),
                        message.actor(),
                        SCHEMA,
                        message.payload(),
                        "")
                .linked(end.hash());
        present = new Ends(end.origin(), end.position(), event.seq(), group, event.hash(), time, end.journal());
        return event;
    }

    /** The next place in the table for an event that is appended, or that came back. */
    Place position(Event event) {
        Ends end = present;
        long next = end.position() + 1;
        present = new Ends(end.origin(), next, end.seq(), end.txg(), end.hash(), end.time(), end.journal());
        return new Place(next, Utf8.bytes(event.payload()));
    }

    /** The row that the act becomes. */
    JournalMapper.Row append(Entry entry) {
        Ends end = present;
        long number = end.journal().number() + 1;
        JournalMapper.Row row =
                new JournalMapper.Row(number, entry, hash(end.journal().hash(), number, entry));
        JournalEnd journal = new JournalEnd(number, row.hash());
        present = new Ends(end.origin(), end.position(), end.seq(), end.txg(), end.hash(), end.time(), journal);
        return row;
    }

    /** The link of an act. */
    static String hash(String previous, long number, Entry entry) {
        return HashChain.next(
                previous,
                Long.toString(number),
                Long.toString(entry.at().toEpochMilli()),
                entry.kind(),
                entry.actor(),
                entry.subject(),
                entry.detail());
    }
}
