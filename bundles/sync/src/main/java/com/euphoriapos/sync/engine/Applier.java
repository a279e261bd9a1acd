package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.ReplicationRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.sync.protocol.Input;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps and applies what other lanes wrote, each transaction group whole or not at all. What can't be applied is kept and parked: the
 * lane owns it, and tries again after an upgrade or when somebody asks for it.
 */
final class Applier {
    /** A topic that this version knows has nobody at this moment who applies it: not the event's fault. */
    static final class HandlerMissingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        HandlerMissingException(String topic) {
            super("nothing applies " + topic + " at the moment");
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Applier.class);
    private static final int RETRIED_AT_ONCE = 5_000;
    /** Events of one transaction of such a round, but for a group that is larger: a few milliseconds. */
    private static final int RETRIED_IN_SLICE = 50;
    /** Events after which it looks whether a sale waits, but for a group that is larger: about a millisecond. */
    private static final int AT_A_STRETCH = 20;

    private final Store store;
    private final Handlers handlers;
    private final Clock clock;
    private final int retriedAtOnce;

    Applier(Store store, Handlers handlers, Clock clock) {
        this(store, handlers, clock, RETRIED_AT_ONCE);
    }

    /** @param retriedAtOnce parked events that are held in memory at once, but for a group that is larger */
    Applier(Store store, Handlers handlers, Clock clock, int retriedAtOnce) {
        this.retriedAtOnce = retriedAtOnce;
        this.store = store;
        this.handlers = handlers;
        this.clock = clock;
    }

    /**
     * All segments, durable when it returns: in one transaction, or in several of whole groups where sales wait meanwhile. Returns what
     * of it was parked.
     *
     * @throws StoreException when not all of it could be kept. What was kept before that stays; the protocol does not know, gives all of
     *     it again, and is told that it does not continue what the store holds
     */
    List<Input.Parked> apply(List<Segment> segments) {
        Instant at = clock.instant();
        List<Segment> stretches = new ArrayList<>();
        segments.forEach(segment -> addStretches(segment, stretches));
        List<Input.Parked> parked = new ArrayList<>();
        for (int from = 0; from < stretches.size(); ) {
            List<Segment> rest = stretches.subList(from, stretches.size());
            Taken taken = store.apply(Store.Priority.BACKGROUND, handle -> take(handle, rest, at));
            parked.addAll(taken.parked());
            from += taken.stretches();
        }
        return parked;
    }

    /** Cuts a segment at the ends of groups. */
    private static void addStretches(Segment segment, List<Segment> stretches) {
        Segment rest = segment;
        long before = segment.first() - 1;
        long whole = before;
        for (List<Event> group : groups(segment.events())) {
            long end = group.get(group.size() - 1).seq();
            whole += group.size();
            // Another end would be within a group that began before this one: no lane writes such.
            if (whole == end
                    && end - before >= AT_A_STRETCH
                    && end < segment.end().seq()) {
                stretches.add(rest.upTo(end));
                rest = rest.after(end);
                before = end;
            }
        }
        stretches.add(rest);
    }

    /** As many as can be done before a sale waits, one at least. */
    private Taken take(StoreHandle handle, List<Segment> stretches, Instant at) {
        List<Input.Parked> parked = new ArrayList<>();
        int taken = 0;
        do {
            take(handle, stretches.get(taken++), at, parked);
        } while (taken < stretches.size() && !handle.isWaitedFor());
        return new Taken(taken, parked);
    }

    private void take(StoreHandle handle, Segment segment, Instant at, List<Input.Parked> parked) {
        handle.replication().keep(segment);
        for (List<Event> group : groups(segment.events())) {
            Optional<String> reason = trouble(handle, group, isBlocked(handle));
            reason.ifPresent(why -> group.forEach(event -> {
                handle.replication().park(event, why, at);
                parked.add(new Input.Parked(event.stream(), event.seq()));
            }));
        }
    }

    /** What one transaction did of what there was to do. */
    private record Taken(int stretches, List<Input.Parked> parked) {}

    /**
     * Tries all parked events again, a few in each transaction, so that sales get between them; returns how many were applied. One such
     * round at a time: nobody else takes parked events up.
     */
    synchronized int retryParked() {
        Set<String> waiting = new HashSet<>();
        long all = store.read(handle -> handle.replication().parkedCount());
        int applied = 0;
        int still = 0;
        while (still + applied < all) {
            List<List<Event>> groups = parkedGroups(still);
            int now = retry(groups, waiting);
            int tried = groups.stream().mapToInt(List::size).sum();
            applied += now;
            still += tried - now;
            if (tried == 0) {
                break;
            }
        }
        return applied;
    }

    private int retry(List<List<Event>> groups, Set<String> waiting) {
        int applied = 0;
        for (int from = 0; from < groups.size(); ) {
            int to = sliceEnd(groups, from);
            List<List<Event>> slice = groups.subList(from, to);
            applied += store.apply(Store.Priority.BACKGROUND, handle -> retry(handle, slice, waiting));
            from = to;
        }
        return applied;
    }

    /** The next whole groups after those that were tried and wait on: half a group is never applied. */
    private List<List<Event>> parkedGroups(int skip) {
        for (int limit = retriedAtOnce; ; limit *= 2) {
            int most = limit;
            List<Event> events = store.read(handle -> handle.replication().parked(most, skip).stream()
                    .map(ReplicationRepository.Parked::event)
                    .toList());
            List<List<Event>> groups = groups(events);
            if (events.size() < limit || limit > Integer.MAX_VALUE / 2) {
                return groups;
            }
            if (groups.size() > 1) {
                return groups.subList(0, groups.size() - 1);
            }
        }
    }

    private static int sliceEnd(List<List<Event>> groups, int from) {
        int events = groups.get(from).size();
        int to = from + 1;
        while (to < groups.size() && events + groups.get(to).size() <= RETRIED_IN_SLICE) {
            events += groups.get(to).size();
            to++;
        }
        return to;
    }

    private int retry(StoreHandle handle, List<List<Event>> groups, Set<String> waiting) {
        ReplicationRepository kept = handle.replication();
        Instant at = clock.instant();
        int applied = 0;
        for (List<Event> group : groups) {
            Event first = group.get(0);
            if (!kept.isParked(first.stream(), first.seq())) {
                // Somebody gave it up since the list was made.
                continue;
            }
            Optional<String> reason = again(handle, group, event -> waiting.contains(subject(event)));
            if (reason.isPresent()) {
                group.forEach(event -> {
                    kept.park(event, reason.get(), at);
                    waiting.add(subject(event));
                });
            } else {
                group.forEach(event -> kept.unpark(event.stream(), event.seq()));
                applied += group.size();
            }
        }
        return applied;
    }

    private static String subject(Event event) {
        return event.stream().origin() + " " + event.aggregate();
    }

    private Optional<String> again(StoreHandle handle, List<Event> group, Predicate<Event> blocked) {
        try {
            return trouble(handle, group, blocked);
        } catch (HandlerMissingException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private record Group(StreamId stream, long txg) {}

    /** Events that one transaction of their lane wrote. */
    private static List<List<Event>> groups(List<Event> events) {
        Map<Group, List<Event>> groups = new LinkedHashMap<>();
        for (Event event : events) {
            groups.computeIfAbsent(new Group(event.stream(), event.txg()), g -> new ArrayList<>())
                    .add(event);
        }
        return List.copyOf(groups.values());
    }

    /** Whether an earlier event about the same thing is parked. */
    private static Predicate<Event> isBlocked(StoreHandle handle) {
        return event -> handle.replication().isParked(event.stream().origin(), event.aggregate());
    }

    /** Applies the group; or nothing of it, and says why. */
    private Optional<String> trouble(StoreHandle handle, List<Event> group, Predicate<Event> blocked) {
        List<TopicHandler> takers = new ArrayList<>();
        for (Event event : group) {
            if (!Topics.ALL.contains(event.topic())) {
                return Optional.of("This version does not know " + event.topic() + "; it waits for an upgrade.");
            }
            TopicHandler taker =
                    handlers.of(event.topic()).orElseThrow(() -> new HandlerMissingException(event.topic()));
            if (event.schema() > taker.schema()) {
                return Optional.of("This version does not read form " + event.schema() + " of " + event.topic()
                        + "; it waits for an upgrade.");
            }
            if (taker.ordered() && blocked.test(event)) {
                return Optional.of("An earlier event about " + event.aggregate() + " waits.");
            }
            takers.add(taker);
        }
        return attempt(handle, group, takers);
    }

    private static Optional<String> attempt(StoreHandle handle, List<Event> group, List<TopicHandler> takers) {
        try {
            handle.replication().attempt(() -> {
                for (int i = 0; i < group.size(); i++) {
                    takers.get(i).apply(group.get(i), handle);
                }
                return true;
            });
            return Optional.empty();
        } catch (EventRejectedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (StoreException e) {
            if (e.reason() != StoreException.Reason.CONSTRAINT) {
                throw e;
            }
            return Optional.of("The database's rules refuse it: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("The group of {} can't be applied", group.get(0).id(), e);
            return Optional.of("It can't be applied: " + e.getClass().getSimpleName() + ".");
        }
    }
}
