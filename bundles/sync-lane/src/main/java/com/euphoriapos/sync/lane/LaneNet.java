package com.euphoriapos.sync.lane;

import com.euphoriapos.api.replication.LaneBook;
import com.euphoriapos.api.replication.Pairing;
import com.euphoriapos.api.replication.SyncTransport;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.sync.lane.pairing.PairingCode;
import com.euphoriapos.sync.lane.tls.LaneIdentity;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lane on the network: decides on its one thread whether to listen and whom to dial, from what it was told. Told by anybody, at
 * any time; nothing here waits but {@link #close()}.
 */
final class LaneNet implements SyncTransport, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaneNet.class);
    private static final long TICK_MILLIS = 250;
    /** An invite that was used leaves the door open for so long: the newcomer has an answer to read, and is soon a peer. */
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** To begin to listen for the first time takes a cold and busy machine seconds. */
    private static final long LISTEN_SECONDS = 30;

    private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int ADMISSIONS_MAX = 16;
    private static final int SNAPSHOTS_MAX = 8;

    private final LaneNetSettings settings;
    private final Refusals refusals = new Refusals();
    private final Trust trust = new Trust();
    private final LaneKey key = new LaneKey();
    private final Standing standing;
    private final Desk desk = new Desk("sync-lane");
    private final Worker admissions = new Worker("sync-pairing", ADMISSIONS_MAX);
    private final Worker snapshotWriter = new Worker("sync-snapshot", SNAPSHOTS_MAX);
    private final Neighbourhood neighbourhood;
    private final InviteDesk invites;
    private final SnapshotDesk snapshots;
    private final Dialer dialer;
    private final LaneBook.Listener lanesChanged = () -> desk.post(this::lanesChanged);
    private final SecretStore.Listener secretsChanged = () -> desk.post(this::secretsChanged);

    // What was told; read on the desk.
    private volatile @Nullable LaneBook book;
    private volatile @Nullable SecretStore secrets;
    private volatile List<HostPort> configured = List.of();
    private volatile boolean invited;
    private volatile long inviteEndedNanos = System.nanoTime() - LINGER_NANOS;

    // On the desk only.
    private long sweptNanos = System.nanoTime();
    private @Nullable Pool pool;
    private @Nullable LinkServer server;
    private @Nullable LaneBook told;
    private @Nullable LinkClient client;
    private volatile String trouble = "";
    private volatile int port;

    /** @param folder for snapshots that other lanes fetch */
    LaneNet(LaneNetSettings settings, SecureRandom random, Path folder) {
        this.settings = settings;
        invites = new InviteDesk(random, System::nanoTime, refusals, this::inviteEnded);
        neighbourhood = new Neighbourhood(settings.discovery(), node -> desk.post(() -> heard(node)));
        snapshots = new SnapshotDesk(folder, snapshotWriter, random, System::nanoTime);
        standing = new Standing(link -> desk.post(() -> down(link)));
        dialer = new Dialer(new DialWires(), settings.backoff(), random);
        desk.repeat(this::tick, TICK_MILLIS);
    }

    /** The lanes of the store; null while the engine is away. */
    void book(@Nullable LaneBook now) {
        LaneBook before = book;
        if (before != null) {
            before.removeListener(lanesChanged);
        }
        book = now;
        trust.book(now);
        if (now != null) {
            now.addListener(lanesChanged);
        }
        desk.post(() -> {
            key.retry();
            lanesChanged();
        });
    }

    /** Where the lane's key is; null while there is no secret store. */
    void secrets(@Nullable SecretStore now) {
        SecretStore before = secrets;
        if (before != null) {
            before.removeListener(secretsChanged);
        }
        secrets = now;
        if (now != null) {
            now.addListener(secretsChanged);
        }
        desk.post(this::secretsChanged);
    }

    private void secretsChanged() {
        key.retry();
        refresh();
    }

    void bookGone(LaneBook gone) {
        if (gone.equals(book)) {
            book(null);
        }
    }

    void secretsGone(SecretStore gone) {
        if (gone.equals(secrets)) {
            secrets(null);
        }
    }

    /** Addresses from the settings. */
    void configured(List<HostPort> now) {
        configured = List.copyOf(now);
        desk.post(this::tick);
    }

    @Override
    public void open(Listener listener) {
        standing.open(listener);
        desk.post(this::refresh);
    }

    @Override
    public void close() {
        standing.close();
        desk.await(this::refresh);
    }

    /** Ends everything; not used again. */
    void stop() {
        book(null);
        secrets(null);
        standing.close();
        invites.close();
        desk.await(() -> {
            key.forget();
            refresh();
        });
        desk.close();
        neighbourhood.stop();
        admissions.stop();
        snapshotWriter.stop();
        snapshots.close();
    }

    /** Opens an invite and listens; when it returns, {@link #addresses()} are where. */
    PairingCode openInvite(Pairing.Admission admission) {
        PairingCode code = invites.open((node, label, address) -> {
            Pairing.Admitted in = admission.admit(node, label, address);
            trust.admitted(node);
            return in;
        });
        invited = true;
        trust.pairing(true);
        desk.await(
                () -> {
                    key.retry();
                    refresh();
                    discover();
                },
                LISTEN_SECONDS);
        return code;
    }

    InviteDesk invites() {
        return invites;
    }

    private void inviteEnded() {
        trust.pairing(false);
        inviteEndedNanos = System.nanoTime();
        invited = false;
        desk.post(this::refresh);
    }

    /** Where other lanes reach this one; empty while it does not listen. */
    List<String> addresses() {
        int now = port;
        return now == 0
                ? List.of()
                : Addresses.own(settings.bind()).stream()
                        .map(host -> new HostPort(host, now).toString())
                        .toList();
    }

    /** Where it listens, or will when nobody else has the port. */
    int plannedPort() {
        int now = port;
        return now != 0 ? now : settings.port() == 0 ? LaneNetSettings.PORT : settings.port();
    }

    /** Reads the lane's key. May block. */
    LaneIdentity readIdentity() {
        SecretStore store = secrets;
        return (store == null ? Optional.<LaneIdentity>empty() : LaneIdentity.kept(store))
                .orElseThrow(() -> new IllegalArgumentException("there is none"));
    }

    Trust trust() {
        return trust;
    }

    SnapshotDesk snapshots() {
        return snapshots;
    }

    /** Where it listens; 0 while it does not. */
    int port() {
        return port;
    }

    Refusals refusals() {
        return refusals;
    }

    /** Why it does not do what it should; empty when it does. */
    String trouble() {
        return trouble;
    }

    Neighbourhood neighbourhood() {
        return neighbourhood;
    }

    /** Lanes that announce themselves; the first call begins to listen. */
    List<Pairing.Nearby> nearby() {
        if (neighbourhood.lookAround()) {
            desk.post(this::discover);
        }
        return neighbourhood.nearby(key.node());
    }

    private void discover() {
        LaneBook lanes = book;
        neighbourhood.follow(key.node(), lanes == null ? "" : lanes.me().label(), port);
    }

    /** Somebody announced to be a lane: if it is one that is missed, it is dialled at once. */
    private void heard(String shortNode) {
        LaneBook lanes = book;
        if (lanes != null) {
            lanes.others().stream()
                    .filter(lane -> Announcement.shorten(lane.node()).equals(shortNode))
                    .forEach(lane -> dialer.hasten(lane.node(), System.nanoTime()));
        }
    }

    int links() {
        return standing.count();
    }

    private void lanesChanged() {
        standing.cutUnless(trust::maySpeak, "its key is not trusted any longer");
        refresh();
        tick();
    }

    /** Starts and stops what is needed and what is not, as things stand now. */
    private void refresh() {
        loadKey();
        boolean links = key.isThere() && standing.isOpen() && hasPeers();
        boolean listen = key.isThere() && (pairs() || links || settings.always() && standing.isOpen());
        try {
            if (!links) {
                closeClient();
            }
            if (!listen) {
                closeServer();
            }
            if (!links && !listen) {
                closePool();
            }
            if (listen && server == null) {
                listen();
            }
            tellWhere();
            if (links && client == null) {
                client = new LinkClient(pool(), key.get(), trust::maySpeak);
            }
        } catch (Exception e) {
            // Jetty's starting and stopping may throw anything; the next tick tries again.
            String words = "The network could not be set up: " + Words.of(e);
            if (!words.equals(trouble)) {
                LOG.warn("{}", words, e);
            }
            trouble = words;
        }
    }

    private void listen() throws Exception {
        Rooms rooms = new Rooms(
                trust,
                refusals,
                standing,
                new PairingRoom(invites, key.get().node(), admissions),
                new SnapshotRoom(snapshots, trust, pool().buffers()));
        LinkServer started = new LinkServer(settings, lastPort(), pool(), key.get(), trust, refusals, rooms);
        server = started;
        told = null;
        port = started.port();
        trouble = "";
        LOG.info("Listening for lanes on port {}", port);
    }

    private int lastPort() {
        LaneBook lanes = book;
        return Optional.ofNullable(lanes)
                .flatMap(known -> HostPort.parse(known.me().address(), 0))
                .map(HostPort::port)
                .orElse(0);
    }

    /** Tells the lane book where this lane listens: once for each port, and for each book. */
    private void tellWhere() {
        LaneBook lanes = book;
        if (server != null && lanes != null && !lanes.equals(told)) {
            told = lanes;
            addresses().stream().findFirst().ifPresent(lanes::listening);
        }
    }

    private boolean pairs() {
        return invited || System.nanoTime() - inviteEndedNanos < LINGER_NANOS;
    }

    private boolean hasPeers() {
        LaneBook lanes = book;
        return lanes != null && lanes.others().stream().anyMatch(PairedLane::maySpeak);
    }

    private void loadKey() {
        SecretStore store = secrets;
        LaneBook lanes = book;
        // A lane that is not set up has no key yet, and one that is asked nothing needs none.
        boolean needed = invited || lanes != null && standing.isOpen();
        if (needed && store != null) {
            key.load(store, lanes).ifPresent(said -> trouble = said);
        }
    }

    private Pool pool() throws Exception {
        Pool have = pool;
        if (have == null) {
            have = new Pool();
            pool = have;
        }
        return have;
    }

    private void closeClient() throws Exception {
        LinkClient have = client;
        client = null;
        if (have != null) {
            standing.cutUnless(node -> false, "this lane closes its network");
            have.close();
        }
    }

    private void closeServer() throws Exception {
        LinkServer have = server;
        server = null;
        port = 0;
        if (have != null) {
            have.close();
            LOG.info("Not listening for lanes any longer");
        }
    }

    private void closePool() throws Exception {
        Pool have = pool;
        pool = null;
        if (have != null) {
            have.close();
        }
    }

    private void tick() {
        long now = System.nanoTime();
        invites.sweep();
        if (now - sweptNanos > SWEEP_NANOS) {
            sweptNanos = now;
            snapshots.sweep();
            refresh();
            discover();
        }
        standing.sweep(now);
        LinkServer listening = server;
        if (listening != null) {
            listening.sweep(now);
        }
        LaneBook lanes = book;
        if (client != null && lanes != null) {
            dialer.tick(lanes.others(), now);
        }
    }

    private void down(FrameLink link) {
        LOG.info("No link with {} ({}) any longer: {}", trust.label(link.peer()), link.address(), link.endReason());
        dialer.down(link, System.nanoTime());
    }

    /** Everything here runs on the desk. */
    private final class DialWires implements Dialer.Wires {
        @Override
        public List<HostPort> addresses(PairedLane lane) {
            Set<HostPort> all = new LinkedHashSet<>();
            HostPort.parse(lane.address(), LaneNetSettings.PORT).ifPresent(all::add);
            all.addAll(configured);
            all.addAll(neighbourhood.of(lane.node()));
            return new ArrayList<>(all);
        }

        @Override
        public boolean isLinked(String node) {
            return standing.isLinked(node);
        }

        @Override
        public boolean maySpeak(String node) {
            return trust.maySpeak(node);
        }

        @Override
        public FrameLink newLink(HostPort to) {
            return new FrameLink(true, to.toString(), standing, refusals);
        }

        @Override
        public CompletableFuture<?> dial(HostPort to, FrameLink link, Predicate<String> welcome) {
            LinkClient dialling = client;
            return dialling == null
                    ? CompletableFuture.failedFuture(new IllegalStateException("the network is being closed"))
                    : desk.on(dialling.dial(to, link, welcome));
        }

        @Override
        public void reached(String node, HostPort where) {
            LaneBook lanes = book;
            if (lanes != null) {
                lanes.reached(node, where.toString());
            }
        }

        @Override
        public void unreachable(String node, int failures, String reason) {
            LOG.debug("{} could not be reached, {} times: {}", trust.label(node), failures, reason);
            standing.unreachable(node, failures, reason);
        }
    }
}
