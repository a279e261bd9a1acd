package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.Claims;
import com.euphoriapos.api.replication.LaneBook;
import com.euphoriapos.api.replication.Replication;
import com.euphoriapos.api.replication.SyncLink;
import com.euphoriapos.api.replication.SyncTransport;
import com.euphoriapos.api.store.CommitListener;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.sync.protocol.Effect;
import com.euphoriapos.sync.protocol.Frame;
import com.euphoriapos.sync.protocol.Verdict;
import com.euphoriapos.sync.wire.About;
import com.euphoriapos.sync.wire.FrameCodec;
import com.euphoriapos.sync.wire.FrameException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the replication once the lane is set up and its history is complete: brings transports, store and protocol together on one
 * thread, which waits for none of them.
 */
final class Engine implements SyncTransport.Listener, CommitListener, Loop.Beat {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final int READS = 256;
    private static final int WRITES = 16;
    private static final int SET_ASIDE_MAX = 1_000;

    /** Who makes the engine's services known. */
    interface Services {
        void register(LaneBook book, Replication replication, Claims claims);

        void withdraw();
    }

    private final Setting setting;
    private final Services services;
    private final String instance = UUID.randomUUID().toString();
    private final Loop loop;
    private final ExecutorService reads = Threads.single("sync-read", READS);
    private final ExecutorService writes = Threads.single("sync-write", WRITES);
    private final List<SyncTransport> transports = new CopyOnWriteArrayList<>();
    private final List<SyncTransport> opened = new ArrayList<>();
    private final AtomicReference<Optional<Commit>> committed = new AtomicReference<>(Optional.empty());
    private final Links links = new Links();
    private final Situation situation;
    private final Hands hands = new Hands();
    private final Set<Effect.SetAside> setAside = ConcurrentHashMap.newKeySet();
    private final Applier applier;
    private final Repair repair;
    private final Questions questions;
    private final Audit audit = new Audit(this);
    private final Housekeeping housekeeping;
    private final Feeds feeds;

    private volatile Optional<Book> book = Optional.empty();
    private volatile Optional<Session> session = Optional.empty();
    private volatile Optional<ClaimService> claims = Optional.empty();
    private volatile boolean overrun;
    private volatile boolean lanesChanged;

    Engine(Setting setting, Services services) {
        this.setting = setting;
        this.services = services;
        this.housekeeping = new Housekeeping(this);
        this.loop = new Loop("sync", setting.millis(), this);
        this.situation = new Situation(setting);
        this.repair = new Repair(setting.store(), setting.handlers(), setting.clock());
        this.questions = new Questions(setting.store(), repair, this::sendTo);
        this.feeds = new Feeds(setting, questions);
        this.applier = new Applier(setting.store(), setting.handlers(), setting.clock());
    }

    void start() {
        loop.start();
    }

    /** Ends links and threads; afterwards nothing of it is left. */
    void stop() {
        setting.store().removeListener(this);
        transports.forEach(this::closeTransport);
        loop.stop();
        session.ifPresent(Session::flush);
        services.withdraw();
        questions.stop();
        housekeeping.stop();
        feeds.stop();
        Threads.stop(reads, "sync-read");
        Threads.stop(writes, "sync-write");
    }

    Applier applier() {
        return applier;
    }

    Audit audit() {
        return audit;
    }

    Questions questions() {
        return questions;
    }

    Feeds feeds() {
        return feeds;
    }

    Repair repair() {
        return repair;
    }

    Housekeeping housekeeping() {
        return housekeeping;
    }

    /** From any thread; false where no link to that lane stands. */
    private boolean sendTo(String node, Frame frame) {
        if (!situation.peers().isConnected(node)) {
            return false;
        }
        List<String> texts = FrameCodec.encode(frame, About.NOTHING);
        post(() -> links.toPeer(node).ifPresent(link -> links.send(link, texts)));
        return true;
    }

    Situation situation() {
        return situation;
    }

    void add(SyncTransport transport) {
        transports.add(transport);
        loop.post(this::openTransports);
    }

    void remove(SyncTransport transport) {
        transports.remove(transport);
        closeTransport(transport);
    }

    private void closeTransport(SyncTransport transport) {
        synchronized (opened) {
            if (opened.remove(transport)) {
                transport.close();
            }
        }
    }

    private void openTransports() {
        if (session.isEmpty()) {
            return;
        }
        synchronized (opened) {
            for (SyncTransport transport : transports) {
                if (!opened.contains(transport)) {
                    opened.add(transport);
                    transport.open(this);
                }
            }
        }
    }

    @Override
    public void tick() {
        if (overrun) {
            overrun = false;
            restart("too much waited at once");
        }
        if (book.isEmpty()) {
            setUp();
        }
        if (book.isPresent() && session.isEmpty()) {
            begin();
        }
        refreshLanes();
        session.filter(running -> !running.takes()).ifPresent(running -> watchHistory());
        session.ifPresent(running -> {
            running.tick();
            if (running.takes()) {
                housekeeping.tick(running);
            }
        });
        if (situation.isLookDue()) {
            Threads.offer(reads, this::look);
        }
        situation.tick();
    }

    private void look() {
        try {
            setting.store().read(handle -> {
                situation.look(handle);
                feeds.look(handle);
                return true;
            });
        } catch (RuntimeException e) {
            LOG.debug("How lanes stand can't be read: {}", e.getMessage());
        }
    }

    @Override
    public void broken(Throwable failure) {
        LOG.error("The replication failed and begins anew", failure);
        restart("of an error of its own");
    }

    private void setUp() {
        try {
            book = Book.open(setting.store(), instance);
        } catch (StoreException e) {
            LOG.debug("The store does not say who the lane is: {}", e.getMessage());
        }
        book.ifPresent(lanes -> {
            situation.begin(lanes);
            setting.store().addListener(this);
            ClaimService service = new ClaimService(this, lanes);
            claims = Optional.of(service);
            services.register(lanes, new ReplicationService(this), service);
        });
    }

    /** While the history of the store is on its way others' events would meet half of the past: this lane only sends its own then. */
    private void begin() {
        try {
            Optional<String> history = history();
            session = Optional.of(new Session(setting, book.orElseThrow(), hands, situation, history.isEmpty()));
            openTransports();
        } catch (StoreException e) {
            LOG.warn("The replication can't begin yet: {}", e.getMessage());
        }
    }

    private Optional<String> history() {
        Optional<String> history = setting.store().read(handle -> handle.lane().get(LaneRepository.KEY_HISTORY));
        situation.history(history);
        return history;
    }

    private void watchHistory() {
        try {
            if (history().isEmpty()) {
                restart("the store's past is here");
                begin();
            }
        } catch (StoreException e) {
            LOG.debug("Whether the history is here can't be read: {}", e.getMessage());
        }
    }

    /** What a session works with. */
    final class Hands {
        Applier applier() {
            return applier;
        }

        Questions questions() {
            return questions;
        }

        Feeds feed() {
            return feeds;
        }

        Links links() {
            return links;
        }

        /** On a thread that reads the store; false when too many wait. */
        boolean read(Runnable work) {
            return Threads.offer(reads, work);
        }

        /** On the thread that writes the store. */
        boolean write(Runnable work) {
            return Threads.offer(writes, work);
        }

        /**
         * Whether these were not set aside before by this process: what comes back and differs again is not mended by setting it aside, and
         * doing so would cut all links each time.
         */
        boolean maySetAside(Effect.SetAside what) {
            return setAside.size() < SET_ASIDE_MAX && setAside.add(what);
        }

        /** Events that should go to another lane are not as they were written. */
        void damaged(StreamId stream) {
            housekeeping.healLogs(stream);
        }

        /** Events were set aside. */
        void setAside(StreamId stream, int count) {
            repair.setAside(stream, count);
        }

        /** A claim is decided. */
        void decided(long request, Verdict verdict) {
            claims.ifPresent(service -> service.decided(request, verdict));
        }

        /** Back on the engine's thread. */
        void post(Runnable work) {
            Engine.this.post(work);
        }

        /** Whether it is this session that runs. */
        boolean isRunning(Session asked) {
            return session.filter(asked::equals).isPresent();
        }

        /** The positions in the store are not those that the protocol knows. */
        void beginAnew(String why) {
            Engine.this.post(() -> restart(why));
        }
    }

    private boolean post(Runnable work) {
        boolean taken = loop.post(work);
        if (!taken) {
            overrun = true;
        }
        return taken;
    }

    /** As {@link #restart}, from any thread. */
    void beginAnew(String why) {
        post(() -> restart(why));
    }

    /** Forgets all links and positions, and reads them anew. */
    void restart(String why) {
        LOG.info("The replication begins anew: {}", why);
        for (SyncLink link : links.all()) {
            links.remove(link);
            situation.peers().connected(link.peer(), false);
            link.close("This lane begins its replication anew.");
        }
        session.ifPresent(Session::flush);
        session = Optional.empty();
    }

    private void refreshLanes() {
        if (book.isEmpty() || !lanesChanged) {
            return;
        }
        lanesChanged = false;
        Book lanes = book.orElseThrow();
        try {
            // Whoever wrote an address down may have read the same rows a moment before: what follows is due all the
            // same.
            lanes.refresh(setting.store());
        } catch (StoreException e) {
            lanesChanged = true;
            return;
        }
        for (SyncLink link : links.all()) {
            boolean welcome =
                    lanes.byNode(link.peer()).filter(PairedLane::maySpeak).isPresent();
            if (!welcome) {
                session.ifPresent(running -> running.revoked(link.peer()));
            }
        }
        situation.changed();
    }

    Optional<Session> session() {
        return session;
    }

    Setting setting() {
        return setting;
    }

    /** Runs it on the engine's thread with the session, if there is one. */
    void with(Consumer<Session> work) {
        post(() -> session.ifPresent(work));
    }

    @Override
    public void committed(Commit commit) {
        situation.wrote();
        if (commit.concerns(Topics.LANE_UPSERT)) {
            lanesChanged = true;
            post(this::refreshLanes);
        }
        for (Subject subject : commit.written()) {
            if (subject.topic().equals(Topics.CLAIM_MADE)) {
                with(running -> running.kept(subject.aggregate()));
            }
        }
        boolean waits = committed.getAndSet(Optional.of(commit)).isPresent();
        if (!waits && !post(this::tellCommitted)) {
            // Nobody will take it; the session that begins then reads from the store how far this lane is.
            committed.set(Optional.empty());
        }
    }

    private void tellCommitted() {
        committed
                .getAndSet(Optional.empty())
                .ifPresent(newest -> session.ifPresent(running -> running.committed(newest)));
    }

    @Override
    public void up(SyncLink link) {
        post(() -> {
            boolean welcome = book.flatMap(lanes -> lanes.byNode(link.peer()))
                    .filter(PairedLane::maySpeak)
                    .isPresent();
            if (session.isEmpty() || !welcome) {
                link.close("This lane does not know that one.");
                return;
            }
            session.get().up(links.add(link), link);
        });
    }

    @Override
    public void received(SyncLink link, String frame, Runnable taken) {
        boolean posted = loop.post(() -> {
            try {
                links.id(link).ifPresent(id -> session.ifPresent(running -> running.received(id, link, frame)));
            } catch (FrameException e) {
                situation.malformed(link.peer());
                LOG.warn("A frame of lane {} is refused: {}", link.peer(), e.getMessage());
                link.close("It sent what is no frame, or not the next one.");
                gone(link);
            } finally {
                taken.run();
            }
        });
        if (!posted) {
            link.close("This lane is overrun.");
            taken.run();
        }
    }

    @Override
    public void down(SyncLink link) {
        post(() -> gone(link));
    }

    private void gone(SyncLink link) {
        links.remove(link).ifPresent(id -> session.ifPresent(running -> running.down(id, link.peer())));
    }

    @Override
    public void unreachable(String node, int attempts, String reason) {
        post(() -> session.ifPresent(running -> running.unreachable(node, attempts, reason)));
    }
}
