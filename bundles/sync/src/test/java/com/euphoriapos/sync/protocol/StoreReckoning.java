package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.SuspendedRepository.Claim;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.testkit.store.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a lane's store has to say when all faults are over, reckoned from nothing but the events that the lane holds. */
final class StoreReckoning {
    static final int PRODUCTS = 6;
    /** A topic that no release knows yet. */
    static final String UNKNOWN = "loyalty:points";
    /** What an event is about that can't be applied anywhere. */
    static final String BROKEN = "product:broken";
    /** Settings that people change. */
    static final List<String> ROWS = List.of("sim_greeting", "sim_hours");

    private static final Pattern CHANGE = Pattern.compile("\"productId\":\"([^\"]+)\".*\"change\":(-?\\d+)");
    private static final Pattern VALUE = Pattern.compile("\"value\":(\\d+),\"base\":\"([^\"]*)\"");

    private final String node;
    private final Store store;
    private final Set<String> peers;

    /** @param peers identities of all lanes that are left, this one among them */
    StoreReckoning(String node, Store store, Set<String> peers) {
        this.node = node;
        this.store = store;
        this.peers = peers;
    }

    void agrees(Map<StreamId, List<Event>> streams, List<Event> events, Map<String, TreeSet<Event>> claims) {
        store.read(handle -> {
            streams.forEach((stream, held) -> keptAsWritten(handle, stream, held));
            Set<String> parked = parked(handle, events);
            List<Event> applied = events.stream()
                    .filter(event -> !parked.contains(place(event)))
                    .toList();
            stock(handle, applied);
            ROWS.forEach(row -> setting(handle, row, applied));
            claims.forEach((name, all) -> claimed(handle, name, all));
            for (String peer : peers) {
                expect(0L, peer.equals(node) ? 0L : handle.replication().backlog(peer), "backlog of " + peer);
            }
            expect(Optional.empty(), handle.outbox().firstBroken(), "broken chain");
            return true;
        });
    }

    private void keptAsWritten(StoreHandle handle, StreamId stream, List<Event> held) {
        Segment all = handle.replication()
                .read(stream, 0, Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE)
                .orElseThrow();
        expect(held, all.events(), "events of " + stream);
    }

    private static String place(Event event) {
        return event.stream() + " " + event.seq();
    }

    private static String group(Event event) {
        return event.stream() + " " + event.txg();
    }

    /** Every group of another lane that can't be applied is parked as a whole, and no other. */
    private Set<String> parked(StoreHandle handle, List<Event> events) {
        Set<String> bad = events.stream()
                .filter(event ->
                        event.topic().equals(UNKNOWN) || event.aggregate().equals(BROKEN))
                .map(StoreReckoning::group)
                .collect(Collectors.toSet());
        Set<String> parked = handle.replication().parked(100_000).stream()
                .map(each -> place(each.event()))
                .collect(Collectors.toSet());
        for (Event event : events) {
            boolean isBad = bad.contains(group(event));
            boolean isParked = parked.contains(place(event));
            boolean mine = event.stream().origin().equals(node);
            if (isParked && !isBad || isBad && !isParked && !mine) {
                throw new AssertionError(node + ": parked is " + isParked + " of " + event);
            }
        }
        return parked;
    }

    private void stock(StoreHandle handle, List<Event> events) {
        Map<String, Long> stock = new TreeMap<>();
        for (Event event : events) {
            Matcher change = CHANGE.matcher(event.payload());
            if (event.topic().equals(Topics.INVENTORY_UPDATE) && change.find()) {
                stock.merge(change.group(1), Long.parseLong(change.group(2)), Long::sum);
            }
            if (event.topic().equals(Topics.TRANSACTION_NEW)) {
                String sale = event.aggregate().substring("transaction:".length());
                expect(true, handle.transactions().byId(sale).isPresent(), "sale " + sale);
            }
        }
        for (int i = 1; i <= PRODUCTS; i++) {
            String product = Samples.product(i).id();
            long sum = stock.getOrDefault(product, 0L);
            expect(sum, handle.inventory().onHand(product).thousandths(), "stock of " + product);
        }
    }

    /** An edit of a setting; later ones sort behind. */
    private record Edit(String stamp, String value, String base) {
        static Edit of(Event event) {
            Matcher said = VALUE.matcher(event.payload());
            if (!said.find()) {
                throw new AssertionError("no edit: " + event);
            }
            return new Edit(event.stamp(), said.group(1), said.group(2));
        }
    }

    /** The last edit is shown; a manager has to look where its author had not seen the one before, and that said something else. */
    private void setting(StoreHandle handle, String row, List<Event> events) {
        String aggregate = "pos_config:" + row;
        List<Edit> edits = new ArrayList<>(events.stream()
                .filter(event -> event.aggregate().equals(aggregate))
                .map(Edit::of)
                .toList());
        if (edits.isEmpty()) {
            return;
        }
        edits.sort(Comparator.comparing(Edit::stamp).reversed());
        Edit shown = edits.get(0);
        boolean unseen = edits.size() > 1
                && edits.get(1).stamp().compareTo(shown.base()) > 0
                && !edits.get(1).value().equals(shown.value());
        expect(Optional.of(shown.value()), handle.settings().get(row), "setting " + row + " of " + edits);
        expect(unseen ? 1 : 0, handle.reviews().openAbout(aggregate).size(), "reviews of " + edits);
    }

    /** All claims are there, in the order in which they count; a manager has to look where there are several. */
    private void claimed(StoreHandle handle, String name, TreeSet<Event> all) {
        List<String> kept =
                handle.suspended().claims(name).stream().map(Claim::id).toList();
        expect(all.stream().map(Event::id).toList(), kept, "claims of " + name);
        List<Review> reviews = handle.reviews().openAbout(name);
        expect(all.size() > 1 ? 1 : 0, reviews.size(), "reviews of " + name);
    }

    /** Lanes that never heard of anything keep all from being delivered and purged, until they are retired. */
    void withoutTheAbsent(List<String> all, List<Event> events, Instant now) {
        long mine = events.stream()
                .filter(event -> event.stream().origin().equals(node))
                .count();
        Instant later = now.plusSeconds(1_000_000);
        long heard = store.read(handle -> heardByTheAbsent(handle, all));
        if (heard > 0) {
            // One of them was there once: what it had then may go.
            store.write(handle -> {
                int purged = handle.replication().purge(later, 100_000);
                expect(true, purged <= heard, purged + " purged, of " + heard + " that the absent had, ");
                return true;
            });
            return;
        }
        store.write(handle -> {
            expect(0L, (long) handle.replication().purge(later, 100_000), "purged");
            expect(0L, (long) handle.outbox().count("peer_ack"), "delivered to all");
            if (peers.size() > 1) {
                expect(mine, (long) handle.outbox().count("sent"), "delivered to some");
                shown(handle, "sent");
            }
            return true;
        });
        store.write(handle -> {
            for (String other : all) {
                if (!peers.contains(other)) {
                    handle.lanes().save(new PairedLane(other, other, PairedLane.State.RETIRED, ""));
                }
            }
            return true;
        });
        store.read(handle -> {
            expect(mine, (long) handle.outbox().count("peer_ack"), "delivered to all that are left");
            shown(handle, "peer_ack");
            return true;
        });
    }

    /** Events of which this lane knows that all absent lanes have them. */
    private long heardByTheAbsent(StoreHandle handle, List<String> all) {
        long heard = 0;
        for (StreamId stream : handle.replication().vector().keySet()) {
            heard += all.stream()
                    .filter(other -> !peers.contains(other) && !other.equals(stream.origin()))
                    .mapToLong(other -> handle.replication().acknowledged(other).getOrDefault(stream, 0L))
                    .min()
                    .orElse(0);
        }
        return heard;
    }

    /** What stands at the events of the present opening, which is a copy of what is reckoned. */
    private void shown(StoreHandle handle, String status) {
        for (OutboxRepository.Row row : handle.outbox().after(0, 100_000)) {
            expect(status, row.status(), "status of event " + row.sequence());
        }
    }

    private void expect(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new AssertionError(node + ": " + what + " is " + actual + " and not " + expected);
        }
    }
}
