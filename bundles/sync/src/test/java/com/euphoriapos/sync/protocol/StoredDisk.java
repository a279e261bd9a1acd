package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.access.LocalConsole;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.ReplicationRepository;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.SuspendedRepository;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.checkout.WrittenClaim;
import com.euphoriapos.core.checkout.WrittenSale;
import com.euphoriapos.core.settings.ConfigMessages;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
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
    private static final int IMAGES = 3;
    private static final Pattern RECEIPT = Pattern.compile("\"receiptNumber\":\"([^\"]+)\"");

    /** What all disks of a world share. */
    static final class Rack implements AutoCloseable, Disks {
        private final Path folder;
        private final List<String> nodes;
        private final Random random;
        /** Names the openings of all stores; of its own, so that what a store draws changes no history. */
        private final Random epochs;

        private final List<StoredDisk> open = new ArrayList<>();
        private final Map<String, String> receipts = new TreeMap<>();
        private final List<String> shelf = new ArrayList<>();
        private int folders;
        private int sales;

        Rack(Path folder, List<String> nodes, long seed) {
            this.folder = folder;
            this.nodes = nodes;
            this.random = new Random(seed);
            this.epochs = new Random(~seed);
        }

        @Override
        public Disk disk(String node, LongSupplier millis) {
            return new StoredDisk(this, node, millis);
        }

        @Override
        public boolean areStores() {
            return true;
        }

        @Override
        public List<String> shelf() {
            return shelf;
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
    /** Code with which the next commit fails, 0 for none; asked on the store's thread. */
    private final AtomicInteger refusal = new AtomicInteger();

    private boolean older;
    private Optional<StreamId> opening = Optional.empty();
    /** What the first event of the present opening continues. */
    private String link = HashChain.START;

    private String lastTime = "";

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
        RealStores.RealStore opened = RealStores.open(home, clock, () -> refusal.getAndSet(0), rack.epochs);
        store = Optional.of(opened);
        rack.open.add(this);
        if (isNew) {
            opened.write(handle -> setUp(handle));
        }
        StreamId own = present();
        if (streams().containsKey(own)) {
            throw new AssertionError(node + " opened " + own + " a second time");
        }
        compared();
        noteOpening();
        // As after an upgrade: what waited for it is tried again.
        applier().retryParked();
        return own;
    }

    /** What the store writes now; another stream than at the start, where the disk was full since. */
    private StreamId present() {
        return new StreamId(node, store().facts().epoch());
    }

    private ShippedApplier applier() {
        return new ShippedApplier(store(), clock, older);
    }

    @Override
    void release(boolean olderFromNow) {
        older = olderFromNow;
    }

    @Override
    void refuseNext(int code) {
        refusal.set(code);
    }

    /** The database was opened, maybe anew while the process runs. */
    private void noteOpening() {
        if (!opening.equals(Optional.of(present()))) {
            opening = Optional.of(present());
            link = lastLink();
        }
    }

    private String lastLink() {
        return streams().keySet().stream()
                .filter(stream -> stream.origin().equals(node))
                .max(Comparator.naturalOrder())
                .map(stream -> last(stream).hash())
                .orElse(HashChain.START);
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
        return written(handle -> act(handle, count));
    }

    @Override
    List<Event> claim(StreamId stream, long group, String name, String hlc) {
        return written(handle -> WrittenClaim.take(handle, name, clock.instant()));
    }

    /** What the work appended to the lane's own log. */
    private List<Event> written(Consumer<StoreHandle> work) {
        StreamId stream = present();
        int before = length(stream);
        String continued = before == 0 ? link : last(stream).hash();
        try {
            store().write(handle -> {
                work.accept(handle);
                return true;
            });
        } finally {
            noteOpening();
        }
        Segment written = store().read(
                        handle -> handle.replication().read(stream, before, Long.MAX_VALUE, 1_000, 1 << 20))
                .orElseThrow();
        if (!written.previous().equals(continued)) {
            throw new AssertionError(node + " wrote what does not continue its log");
        }
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

    private void act(StoreHandle handle, int count) {
        switch (rack.random.nextInt(12)) {
            case 0 ->
                handle.outbox()
                        .append(List.of(new Message(
                                UUID.randomUUID().toString(),
                                StoreReckoning.UNKNOWN,
                                "customer:1",
                                "{}",
                                "",
                                clock.instant())));
            case 1, 2 -> {
                String row = StoreReckoning.ROWS.get(rack.random.nextInt(StoreReckoning.ROWS.size()));
                String value = Integer.toString(rack.random.nextInt(20));
                ConfigMessages.change(
                        handle, row, value, new ConfigMessages.By(LocalConsole.ACTOR, "OWNER", clock.instant()));
            }
            case 3 -> {
                int number = ++rack.sales;
                String id = Samples.id("aside " + number);
                String chit = String.format(Locale.ROOT, "S-%s-%03d", node, number);
                WrittenClaim.putAside(handle, Samples.openSale(id, List.of(Samples.product(1))), chit, clock.instant());
                rack.shelf.add(SuspendedRepository.claimName(id));
            }
            default -> sell(handle, count);
        }
    }

    private void sell(StoreHandle handle, int count) {
        boolean broken = rack.random.nextInt(12) == 0;
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            products.add(Samples.product(1 + rack.random.nextInt(StoreReckoning.PRODUCTS)));
        }
        String receipt = handle.lane().nextReceiptNumber(node);
        String id = Samples.id("sale " + ++rack.sales);
        WrittenSale.write(handle, Samples.sale(receipt, Samples.openSale(id, products), clock.instant()));
        if (broken) {
            // Whoever applies the group fails at its end, and must not keep its beginning.
            handle.outbox()
                    .append(List.of(new Message(
                            UUID.randomUUID().toString(),
                            Topics.INVENTORY_UPDATE,
                            StoreReckoning.BROKEN,
                            "{}",
                            "",
                            clock.instant())));
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
        // A small batch shows soonest whether it ends with a group.
        sameAsSimple(new Effect.Read(read.request(), read.stream(), read.after(), read.upTo(), 1 + rack.sales % 4));
        return sameAsSimple(read);
    }

    private Optional<Segment> sameAsSimple(Effect.Read read) {
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
        List<Input.Parked> parked;
        try {
            parked = applier().apply(segments);
        } finally {
            noteOpening();
        }
        super.apply(segments);
        compared();
        if (rack.random.nextInt(4) == 0) {
            twice(segments, parked);
        }
        keepImage();
        return parked;
    }

    /** What is kept is not kept again, and what is applied may be applied again: as after the snapshot that a new lane gets. */
    private void twice(List<Segment> segments, List<Input.Parked> parked) {
        try {
            applier().apply(segments);
            throw new AssertionError(
                    node + " kept a second time " + segments.get(0).end());
        } catch (IllegalArgumentException refused) {
            compared();
        }
        Set<StreamId> waiting = parked.stream().map(Input.Parked::stream).collect(Collectors.toSet());
        for (Segment segment : segments) {
            if (!waiting.contains(segment.stream())) {
                applier().again(segment.events());
            }
        }
    }

    @Override
    Optional<String> owner(String name) {
        Optional<String> owner = super.owner(name);
        if (store.isPresent()) {
            Optional<String> stored = store().read(handle ->
                    handle.suspended().claims(name).stream().findFirst().map(SuspendedRepository.Claim::node));
            if (!stored.equals(owner)) {
                throw new AssertionError(node + ": " + name + " is " + owner + "'s, its store says " + stored);
            }
        }
        return owner;
    }

    @Override
    boolean offers(String name) {
        return !rack.shelf.contains(name)
                || store().read(handle -> handle.suspended()
                        .byId(name.substring(SuspendedRepository.claimName("").length()))
                        .isPresent());
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
        StoreReckoning reckoning = new StoreReckoning(node, store(), peers);
        reckoning.agrees(streams(), events, claims());
        if (peers.size() < rack.nodes.size()) {
            reckoning.withoutTheAbsent(rack.nodes, events, clock.instant());
        }
    }
}
