package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.JournalRepository.Entry;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.domain.HashChain;
import com.euphoriapos.store.sqlite.mapper.JournalMapper;
import com.euphoriapos.store.sqlite.mapper.MapperSet;
import com.euphoriapos.store.sqlite.mapper.OutboxMapper.Event;
import com.euphoriapos.store.sqlite.mapper.OutboxMapper.Logged;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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

    /** The ends of both chains. */
    private record Ends(
            long position, long seq, long txg, String hash, HybridTime time, long journalNumber, String journalHash) {}

    private final Epoch epoch;
    private final Clock clock;
    private String origin;
    private String committedOrigin;
    private Ends committed;
    private Ends present;
    private boolean groupOpen;

    private EventLog(String origin, Epoch epoch, Clock clock, Ends ends) {
        this.origin = origin;
        this.committedOrigin = origin;
        this.epoch = epoch;
        this.clock = clock;
        this.committed = ends;
        this.present = ends;
    }

    /** Opens a new epoch that continues the chains. */
    static EventLog open(String origin, Clock clock, MapperSet mappers) {
        Logged last = mappers.outbox().last();
        JournalMapper.Row act = mappers.journal().last();
        long number = act == null ? 0 : act.number();
        String actHash = act == null ? HashChain.START : act.hash();
        Epoch epoch = Epoch.random(clock.millis());
        if (last == null) {
            Ends ends = new Ends(0, 0, 0, HashChain.START, HybridTime.START, number, actHash);
            return new EventLog(origin, epoch, clock, ends);
        }
        Event event = last.event();
        Ends ends = new Ends(
                event.position(), 0, event.txg(), event.hash(), HybridTime.parse(event.hlc()), number, actHash);
        return new EventLog(origin, epoch, clock, ends);
    }

    String origin() {
        return origin;
    }

    Epoch epoch() {
        return epoch;
    }

    /** A unit of work begins: all it appends is one transaction group. */
    void begin() {
        present = committed;
        origin = committedOrigin;
        groupOpen = false;
    }

    /** What the unit of work appended is durable. */
    void committed() {
        committed = present;
        committedOrigin = origin;
    }

    /** The lane has another identity: from now on where this epoch has no event yet, else from the next epoch on. */
    void identify(String nodeId) {
        if (present.seq() == 0) {
            origin = nodeId;
        }
    }

    /** The rows that the messages become. */
    List<Event> append(List<Message> messages) {
        List<Event> events = new ArrayList<>(messages.size());
        for (Message message : messages) {
            events.add(append(message));
        }
        return events;
    }

    private Event append(Message message) {
        int bytes = message.payload().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > PAYLOAD_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "a message of " + bytes + " bytes is above the limit of " + PAYLOAD_BYTES_MAX);
        }
        Ends end = present;
        long group = groupOpen ? end.txg() : end.txg() + 1;
        groupOpen = true;
        HybridTime time = end.time().next(clock.millis());
        Event unlinked = new Event(
                end.position() + 1,
                message.id(),
                message.topic(),
                message.payload(),
                message.createdAt(),
                origin,
                epoch.id(),
                end.seq() + 1,
                group,
                message.aggregate(),
                time.toString(),
                message.actor(),
                SCHEMA,
                "",
                bytes);
        Event event = unlinked.withHash(hash(end.hash(), unlinked));
        present = new Ends(
                event.position(), event.seq(), group, event.hash(), time, end.journalNumber(), end.journalHash());
        return event;
    }

    /** The row that the act becomes. */
    JournalMapper.Row append(Entry entry) {
        Ends end = present;
        long number = end.journalNumber() + 1;
        JournalMapper.Row row = new JournalMapper.Row(number, entry, hash(end.journalHash(), number, entry));
        present = new Ends(end.position(), end.seq(), end.txg(), end.hash(), end.time(), number, row.hash());
        return row;
    }

    /** The link of an event: over everything that travels. */
    static String hash(@Nullable String previous, Event event) {
        return HashChain.next(
                previous == null ? HashChain.START : previous,
                event.id(),
                event.type(),
                event.origin(),
                event.epoch(),
                Long.toString(event.seq()),
                Long.toString(event.txg()),
                event.agg(),
                event.hlc(),
                Long.toString(event.createdAt().toEpochMilli()),
                event.actor(),
                Integer.toString(event.schema()),
                event.payload());
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
