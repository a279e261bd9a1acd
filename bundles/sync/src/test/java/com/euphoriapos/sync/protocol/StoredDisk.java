package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.ReplicationRepository;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.checkout.WrittenSale;
import com.euphoriapos.domain.HashChain;
import com.euphoriapos.domain.Product;
import com.euphoriapos.store.sqlite.RealStores;
import com.euphoriapos.sync.engine.ShippedApplier;
import com.euphoriapos.testkit.store.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A disk with the shipped store on it: sales are written, kept and applied as in the product. What the store says is compared with
 * the simple disk that this one also is.
 */
final class StoredDisk extends Disk {
    private static final Instant BEGINNING = Instant.parse("2026-03-04T09:00:00Z");
    private static final long CLOCK_WRONG_MILLIS = 86_400_000;
    private static final int PRODUCTS = 6;
    private static final int IMAGES = 3;
    private static final String UNKNOWN = "loyalty:points";
    private static final String BROKEN = "product:broken";
    private static final Pattern CHANGE = Pattern.compile("\"productId\":\"([^\"]+)\".*\"change\":(-?\\d+)");
    private static final Pattern RECEIPT = Pattern.compile("\"receiptNumber\":\"([^\"]+)\"");

    /** What all disks of a world share. */
    static final class Rack implements AutoCloseable {
        private final Path folder;
        private final List<String> nodes;
        private final Random random;
        private final List<StoredDisk> open = new ArrayList<>();
        private final Map<String, String> receipts = new TreeMap<>();
        private int folders;
        private int sales;

        Rack(Path folder, List<String> nodes, long seed) {
            this.folder = folder;
            this.nodes = nodes;
            this.random = new Random(seed);
        }

        Disk disk(String node, LongSupplier millis) {
            return new StoredDisk(this, node, millis);
        }

        private Path next() {
            return folder.resolve(Integer.toString(++folders));
        }

        @Override
        public void close() {
            List.copyOf(open).forEach(StoredDisk::shut);
        }
    }

    /** The lane's clock: simulated time, and wrong by up to a day from time to time. */
    private static final class WrongClock extends Clock {
        private final LongSupplier millis;
        private long off;

        WrongClock(LongSupplier millis) {
            this.millis = millis;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return BEGINNING.plusMillis(millis.getAsLong() + off);
        }
    }

    private final Rack rack;
    private final String node;
    private final WrongClock clock;
    private final LongSupplier millis;
    private final Deque<StoredDisk> images = new ArrayDeque<>();
    private Path home;
    private Optional<RealStores.RealStore> store = Optional.empty();
    private String lastTime = "";
    /** What the first event of the present opening continues. */
    private String link = HashChain.START;

    private StoredDisk(Rack rack, String node, LongSupplier millis) {
        this.rack = rack;
        this.node = node;
        this.millis = millis;
        this.clock = new WrongClock(millis);
        this.home = rack.next();
    }

    private RealStores.RealStore store() {
        return store.orElseThrow();
    }

    @Override
    StreamId open(String me, String epoch) {
        clock.off = rack.random.nextInt(4) == 0 ? rack.random.nextLong(-CLOCK_WRONG_MILLIS, CLOCK_WRONG_MILLIS) : 0;
        boolean isNew = !Files.exists(home);
        RealStores.RealStore opened = RealStores.open(home, clock);
        store = Optional.of(opened);
        rack.open.add(this);
        if (isNew) {
            opened.write(handle -> setUp(handle));
        }
        StreamId own = new StreamId(node, opened.facts().epoch());
        if (streams().containsKey(own)) {
            throw new AssertionError(node + " opened " + own + " a second time");
        }
        compared();
        link = streams().keySet().stream()
                .filter(stream -> stream.origin().equals(node))
                .max(Comparator.naturalOrder())
                .map(stream -> last(stream).hash())
                .orElse(HashChain.START);
        return own;
    }

    private Event last(StreamId stream) {
        List<Event> events = streams().get(stream);
        return events.get(events.size() - 1);
    }

    private boolean setUp(StoreHandle handle) {
        handle.lane().put(LaneRepository.KEY_NODE_ID, node);
        handle.lane().put(LaneRepository.KEY_WORKSTATION_ID, node);
        for (String other : rack.nodes) {
            if (!other.equals(node)) {
                handle.lanes().save(new PairedLane(other, other, PairedLane.State.ACTIVE, ""));
            }
        }
        return true;
    }

    private void shut() {
        store.ifPresent(RealStores.RealStore::close);
        store = Optional.empty();
        rack.open.remove(this);
    }

    /** What is committed stays: the files as they are now, without a word to the process that had them open. */
    @Override
    void crashed() {
        Path now = rack.next();
        copyFiles(now);
        shut();
        home = now;
    }

    private void copyFiles(Path to) {
        try {
            Files.createDirectories(to);
            for (String file : List.of("pos.sqlite", "pos.sqlite-wal")) {
                if (Files.exists(home.resolve(file))) {
                    Files.copy(home.resolve(file), to.resolve(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    StoredDisk copy() {
        StoredDisk copy = copyTo(new StoredDisk(rack, node, millis));
        if (Files.exists(home)) {
            copyFiles(copy.home);
        }
        return copy;
    }

    @Override
    Disk lied(Random random) {
        return images.isEmpty() ? this : images.peekFirst().copy();
    }

    private void keepImage() {
        if (rack.random.nextInt(8) == 0) {
            images.add(copy());
            if (images.size() > IMAGES) {
                images.remove();
            }
        }
    }

    @Override
    List<Event> write(StreamId stream, int count, long group) {
        int before = length(stream);
        store().write(handle -> {
            sell(handle, count);
            return true;
        });
        Segment written = store().read(
                        handle -> handle.replication().read(stream, before, Long.MAX_VALUE, 1_000, 1 << 20))
                .orElseThrow();
        expect(before == 0 ? link : last(stream).hash(), written.previous(), "the link before what was written");
        noteWritten(written);
        for (Event event : written.events()) {
            if (event.hlc().compareTo(lastTime) <= 0) {
                throw new AssertionError(node + " went back in time to " + event.hlc() + " after " + lastTime);
            }
            lastTime = event.hlc();
            receipt(event);
        }
        compared();
        keepImage();
        return written.events();
    }

    private void sell(StoreHandle handle, int count) {
        if (rack.random.nextInt(12) == 0) {
            handle.outbox()
                    .append(List.of(new Message(
                            UUID.randomUUID().toString(), UNKNOWN, "customer:1", "{}", "", clock.instant())));
            return;
        }
        boolean broken = rack.random.nextInt(12) == 0;
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            products.add(Samples.product(1 + rack.random.nextInt(PRODUCTS)));
        }
        String receipt = handle.lane().nextReceiptNumber(node);
        String id = Samples.id("sale " + ++rack.sales);
        WrittenSale.write(handle, Samples.sale(receipt, Samples.openSale(id, products), clock.instant()));
        if (broken) {
            // Whoever applies the group fails at its end, and must not keep its beginning.
            handle.outbox()
                    .append(List.of(new Message(
                            UUID.randomUUID().toString(), Topics.INVENTORY_UPDATE, BROKEN, "{}", "", clock.instant())));
        }
    }

    /** A number is printed once in the store, whatever was restored or copied. */
    private void receipt(Event event) {
        Matcher number = RECEIPT.matcher(event.payload());
        if (event.topic().equals(Topics.TRANSACTION_NEW) && number.find()) {
            String other = rack.receipts.put(number.group(1), event.id());
            if (other != null) {
                throw new AssertionError("receipt " + number.group(1) + " was given twice");
            }
        }
    }

    @Override
    Optional<Segment> read(Effect.Read read) {
        Optional<Segment> found = store().read(handle -> handle.replication()
                .read(read.stream(), read.after(), read.upTo(), read.eventsMax(), Integer.MAX_VALUE));
        if (!found.equals(super.read(read))) {
            throw new AssertionError(node + " reads otherwise: " + read + " gives " + found.map(Segment::end)
                    + " and not " + super.read(read).map(Segment::end));
        }
        return found;
    }

    @Override
    List<Input.Parked> apply(List<Segment> segments) {
        List<Input.Parked> parked = new ShippedApplier(store(), clock).apply(segments);
        super.apply(segments);
        compared();
        keepImage();
        return parked;
    }

    @Override
    void resetDelivery(String target, Map<StreamId, Mark> marks) {
        store().write(handle -> {
            handle.replication().resetDelivery(target, marks, clock.instant());
            for (ReplicationRepository.Delivery each : handle.replication().deliveries()) {
                long said = marks.getOrDefault(each.stream(), Mark.NONE).seq();
                if (each.target().equals(target) && each.ackedSeq() > said) {
                    throw new AssertionError(node + " believes " + each + " though it was told " + said);
                }
            }
            return true;
        });
    }

    @Override
    void delivered(String target, StreamId stream, Mark upTo) {
        store().write(handle -> {
            handle.replication().acknowledged(target, stream, upTo, clock.instant());
            return true;
        });
    }

    private void compared() {
        Map<StreamId, Mark> vector = store().read(handle -> handle.replication().vector());
        Map<StreamId, Mark> stored = new TreeMap<>(vector);
        stored.values().removeIf(mark -> mark.seq() == 0);
        if (!stored.equals(vector())) {
            throw new AssertionError(node + " holds " + vector() + ", its store says " + stored);
        }
    }

    @Override
    void agreesWithItself(Set<String> peers) {
        List<Event> events = streams().values().stream().flatMap(List::stream).toList();
        store().read(handle -> {
            streams().forEach((stream, held) -> keptAsWritten(handle, stream, held));
            Set<String> parked = parked(handle, events);
            applied(
                    handle,
                    events.stream()
                            .filter(event -> !parked.contains(place(event)))
                            .toList());
            for (String peer : peers) {
                expect(0L, peer.equals(node) ? 0L : handle.replication().backlog(peer), "backlog of " + peer);
            }
            expect(Optional.empty(), handle.outbox().firstBroken(), "broken chain");
            return true;
        });
        if (peers.size() < rack.nodes.size()) {
            withoutTheAbsent(peers, events);
        }
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
                .map(StoredDisk::group)
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

    private void applied(StoreHandle handle, List<Event> events) {
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

    /** Lanes that never heard of anything keep all from being delivered and purged, until they are retired. */
    private void withoutTheAbsent(Set<String> peers, List<Event> events) {
        long mine = events.stream()
                .filter(event -> event.stream().origin().equals(node))
                .count();
        Instant later = clock.instant().plusSeconds(1_000_000);
        store().write(handle -> {
            expect(0L, (long) handle.replication().purge(later, 100_000), "purged");
            expect(0L, (long) handle.outbox().count("peer_ack"), "delivered to all");
            expect(peers.size() > 1 ? mine : 0L, (long) handle.outbox().count("sent"), "delivered to some");
            return true;
        });
        store().write(handle -> {
            for (String other : rack.nodes) {
                if (!peers.contains(other)) {
                    handle.lanes().save(new PairedLane(other, other, PairedLane.State.RETIRED, ""));
                }
            }
            return true;
        });
        store().read(handle -> {
            expect(mine, (long) handle.outbox().count("peer_ack"), "delivered to all that are left");
            return true;
        });
    }

    private void expect(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new AssertionError(node + ": " + what + " is " + actual + " and not " + expected);
        }
    }
}
