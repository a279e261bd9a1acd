package com.euphoriapos.sync.cloud.engine;

import com.euphoriapos.api.replication.CloudFeed;
import com.euphoriapos.api.replication.CloudLink;
import com.euphoriapos.api.replication.CloudLink.State;
import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.store.CommitListener;
import com.euphoriapos.api.store.ReplicationRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.cloud.http.Door;
import com.euphoriapos.sync.cloud.http.DoorException;
import com.euphoriapos.sync.cloud.http.Line;
import com.euphoriapos.sync.cloud.http.Wire;
import com.euphoriapos.sync.cloud.protocol.CloudEffect;
import com.euphoriapos.sync.cloud.protocol.CloudInput;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Failed;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Failure;
import com.euphoriapos.sync.cloud.protocol.CloudSync;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line while this lane is enrolled: one thread decides, one sends, one waits for changes. A request is never made while a
 * transaction is open.
 */
final class CloudSession implements CommitListener {
    private static final Logger LOG = LoggerFactory.getLogger(CloudSession.class);
    private static final int INPUTS_MAX = 256;
    private static final long TICK_MILLIS = 500;
    private static final LocalTime NIGHT = LocalTime.of(3, 30);
    private static final String DIFFERS = "DIFFERS";
    /** What others wrote is looked at so often at most: it is not urgent here. */
    private static final long VECTOR_MILLIS = 5_000;
    /** Ages are shown in minutes. */
    private static final long TOLD_MILLIS = 30_000;

    private final Setting setting;
    private final Standing standing;
    private final CloudSync sync;
    private final Batches batches;
    private final Door door;
    private final Worker loop = new Worker("cloud");
    private final Worker push = new Worker("cloud-push");
    private final Worker pull = new Worker("cloud-pull");
    private final BlockingQueue<CloudInput> inputs = new LinkedBlockingQueue<>(INPUTS_MAX);
    private final Map<StreamId, Mark> held = new HashMap<>();
    private final Acknowledgements acknowledgements;

    private volatile boolean stopped;
    private volatile Optional<Commit> committed = Optional.empty();
    private volatile boolean othersWrote = true;
    private long vectorAt = Long.MIN_VALUE;
    private Instant nextNight;
    private long toldAt = Long.MIN_VALUE;
    private final AtomicLong wishes = new AtomicLong();
    private final NavigableMap<Long, CompletableFuture<CloudEffect.Wished>> wished = new ConcurrentSkipListMap<>();

    CloudSession(Setting setting, Standing standing, Place place) {
        this.setting = setting;
        this.standing = standing;
        this.sync = new CloudSync(place.node(), setting.pacing(), setting.random());
        this.nextNight = night(setting.clock().instant());
        this.batches = new Batches(setting.store());
        this.acknowledgements = new Acknowledgements(setting);
        this.door = new Door(new Line(place.address()), place.token());
    }

    void start() {
        setting.store().addListener(this);
        loop.execute(this::run);
    }

    /** Ends requests and threads; afterwards nothing of it is left. */
    void stop() {
        stopped = true;
        setting.store().removeListener(this);
        door.close();
        loop.stop();
        push.stop();
        pull.stop();
        acknowledgements.flush();
        wished.forEach((number, waiting) -> waiting.complete(ended(number)));
    }

    private CloudEffect.Wished ended(long number) {
        return new CloudEffect.Wished(
                number, standing.status().backlog(), Optional.of("The line to the cloud was ended meanwhile."));
    }

    /** Bytes that went to and fro so far. */
    long bytes() {
        return door.bytes();
    }

    @Override
    public void committed(Commit commit) {
        committed = Optional.of(commit);
        if (!commit.applied().isEmpty()) {
            othersWrote = true;
        }
        inputs.offer(new CloudInput.Tick());
    }

    /**
     * Sends all that waits, now.
     *
     * @return what became of all that this lane had when it was asked
     * @throws TimeoutException if it goes on for longer
     */
    CloudEffect.Wished pushNow(Duration patience) throws InterruptedException, TimeoutException {
        long number = wishes.incrementAndGet();
        CompletableFuture<CloudEffect.Wished> outcome = new CompletableFuture<>();
        wished.put(number, outcome);
        try {
            othersWrote = true;
            inputs.put(new CloudInput.Wish(number));
            return stopped ? ended(number) : outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            wished.remove(number);
        }
    }

    private void run() {
        while (!stopped) {
            try {
                CloudInput input = inputs.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
                look();
                step(input == null ? new CloudInput.Tick() : input);
                acknowledgements.flushIfDue();
                age();
                atNight();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!stopped) {
                    LOG.error("The line to the cloud failed and goes on", e);
                }
            }
        }
    }

    /** What the lane holds now. */
    private void look() {
        Optional<Commit> commit = committed;
        committed = Optional.empty();
        long now = setting.millis().getAsLong();
        if (othersWrote && now >= vectorAt) {
            othersWrote = false;
            vectorAt = now + VECTOR_MILLIS;
            held.clear();
            held.putAll(setting.store().read(handle -> handle.replication().vector()));
            step(new CloudInput.Holds(held));
        }
        if (commit.isPresent()
                && commit.get().upTo().seq()
                        > held.getOrDefault(commit.get().own(), Mark.NONE).seq()) {
            held.put(commit.get().own(), commit.get().upTo());
            step(new CloudInput.Holds(held));
        }
    }

    private void step(CloudInput input) {
        boolean answer = input instanceof CloudInput.Taken
                || input instanceof CloudInput.Positions
                || input instanceof CloudInput.Pulled
                || input instanceof CloudInput.NothingNew;
        List<CloudEffect> effects = sync.step(input, setting.millis().getAsLong());
        if (answer) {
            standing.heard(setting.clock().instant(), sync.isWell());
        }
        effects.forEach(this::perform);
    }

    private void perform(CloudEffect effect) {
        if (effect instanceof CloudEffect.Upload upload) {
            push.execute(() -> guarded(true, () -> upload(upload)));
        } else if (effect instanceof CloudEffect.AskPositions ask) {
            push.execute(() -> guarded(
                    true,
                    () -> ask.from().isEmpty()
                            ? new CloudInput.Positions(door.positions(), true)
                            : new CloudInput.Positions(
                                    door.positionsFrom(ask.from().get()), false)));
        } else if (effect instanceof CloudEffect.Pull ask) {
            Door.Told told = told();
            pull.execute(() -> guarded(false, () -> pull(ask, told)));
        } else if (effect instanceof CloudEffect.Reset reset) {
            acknowledgements.reset(reset.marks());
        } else if (effect instanceof CloudEffect.Acknowledged acked) {
            acknowledgements.add(acked.marks());
        } else if (effect instanceof CloudEffect.Wished done) {
            age();
            wished.headMap(done.number(), true).values().forEach(waiting -> waiting.complete(done));
        } else if (effect instanceof CloudEffect.Trouble trouble) {
            trouble(trouble);
        } else if (effect instanceof CloudEffect.Alarm alarm) {
            String text = alarm.kind().equals("PARKED")
                    ? "The cloud keeps an event and can’t use it: " + sentence(alarm.reason())
                            + " Nothing is lost; the owner of the cloud can try it again."
                    : "The cloud does not take events of this store: " + sentence(alarm.reason())
                            + " They are kept here and offered again; call support.";
            LOG.warn("{} {}: {}", alarm.kind(), alarm.about(), alarm.reason());
            standing.alarm(alarm.kind(), alarm.about(), text, setting.clock().instant());
        } else if (effect instanceof CloudEffect.AllClear clear) {
            standing.clear(clear.kind(), clear.about());
        }
    }

    private void trouble(CloudEffect.Trouble trouble) {
        acknowledgements.trouble(trouble.tries(), trouble.reason());
        if (trouble.tries() > 0) {
            LOG.debug("The cloud, {} tries: {}", trouble.tries(), trouble.reason());
            standing.state(sync.isGone() ? State.GONE : State.TROUBLE, trouble.reason());
        }
    }

    private static String sentence(String reason) {
        return reason.endsWith(".") ? reason : reason + ".";
    }

    /** A request. */
    private interface Errand {
        CloudInput run() throws DoorException;
    }

    private void guarded(boolean upload, Errand errand) {
        CloudInput result;
        try {
            result = errand.run();
        } catch (DoorException e) {
            result = new Failed(upload, e.failure(), e.reason(), e.retryAfterMillis());
        } catch (RuntimeException e) {
            LOG.warn("An exchange with the cloud failed here: {}", e.toString());
            result = new Failed(upload, Failure.STORE, "This lane’s own store is not ready.", 0);
        }
        try {
            if (!stopped) {
                inputs.put(result);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CloudInput upload(CloudEffect.Upload upload) throws DoorException {
        List<Wire.Sent> events = batches.read(upload);
        if (events.isEmpty()) {
            return new CloudInput.NothingToSend(upload.wants().get(0).stream());
        }
        return door.ingest(Wire.batch(events));
    }

    /** What is told of this lane with each pull. */
    private Door.Told told() {
        OptionalLong waits = standing.status()
                .waitingSince()
                .map(since -> OptionalLong.of(Math.max(
                        0, Duration.between(since, setting.clock().instant()).toSeconds())))
                .orElseGet(OptionalLong::empty);
        return new Door.Told(sync.heads(), waits);
    }

    private CloudInput pull(CloudEffect.Pull ask, Door.Told told) throws DoorException {
        Optional<CloudFeed.Page> page = door.pull(setting.feed().cursor(), ask.waitSeconds(), told);
        if (page.isEmpty()) {
            return new CloudInput.NothingNew();
        }
        take(page.get());
        return new CloudInput.Pulled(page.get().more(), page.get().reset());
    }

    private void take(CloudFeed.Page page) {
        for (String trouble : setting.feed().apply(page)) {
            standing.alarm("CHANGE", trouble, trouble, setting.clock().instant());
        }
        standing.cursor(page.cursor());
    }

    /** Compares with the cloud while nobody sells. */
    private void atNight() {
        Instant now = setting.clock().instant();
        if (now.isBefore(nextNight)) {
            return;
        }
        nextNight = night(now);
        push.execute(() -> {
            try {
                compare();
            } catch (DoorException | RuntimeException e) {
                LOG.warn("The nightly comparison with the cloud failed: {}", e.getMessage());
            }
        });
    }

    private static Instant night(Instant after) {
        ZonedDateTime local = after.atZone(ZoneId.systemDefault());
        ZonedDateTime today = local.with(NIGHT);
        return (today.isAfter(local) ? today : today.plusDays(1)).toInstant();
    }

    private void compare() throws DoorException {
        standing.clear(DIFFERS, "");
        List<Finding> findings = new Reckoning(setting).compare(door);
        String differences = findings.stream()
                .filter(each -> !each.good())
                .map(Finding::text)
                .collect(Collectors.joining(" "));
        LOG.info("Compared with the cloud: {} findings", findings.size());
        if (!differences.isEmpty()) {
            standing.alarm(
                    DIFFERS,
                    "",
                    "This lane and the cloud do not hold the same: " + differences
                            + " Run cloud:push, then cloud:reconcile; call support when it stays.",
                    setting.clock().instant());
        }
    }

    /** Since when events wait; while they can't go, it is told anew from time to time, because it grows. */
    private void age() {
        long now = setting.millis().getAsLong();
        if (now >= toldAt && standing.status().state() != CloudLink.State.FINE) {
            toldAt = now + TOLD_MILLIS;
            standing.older();
        }
        long backlog = sync.backlog();
        if (backlog == standing.status().backlog()) {
            return;
        }
        Optional<Instant> since = backlog == 0
                ? Optional.empty()
                : sync.oldest().flatMap(batches::oldest).map(Event::ts).map(Instant::ofEpochMilli);
        standing.backlog(backlog, since);
    }

    /** What is to be written of the cloud's acknowledgements: the newest only, once a second. On the session's thread. */
    private static final class Acknowledgements {
        private static final long PAUSE_MILLIS = 1_000;

        private final Setting setting;
        private final Map<StreamId, Mark> marks = new HashMap<>();
        private Optional<Map<StreamId, Mark>> reset = Optional.empty();
        private Optional<CloudEffect.Trouble> trouble = Optional.empty();
        private long dueAt = Long.MIN_VALUE;

        Acknowledgements(Setting setting) {
            this.setting = setting;
        }

        synchronized void reset(Map<StreamId, Mark> all) {
            reset = Optional.of(all);
            marks.clear();
        }

        synchronized void add(Map<StreamId, Mark> some) {
            marks.putAll(some);
        }

        synchronized void trouble(int tries, String reason) {
            trouble = Optional.of(new CloudEffect.Trouble(tries, reason));
        }

        synchronized void flushIfDue() {
            long now = setting.millis().getAsLong();
            if (now >= dueAt && (reset.isPresent() || !marks.isEmpty() || trouble.isPresent())) {
                dueAt = now + PAUSE_MILLIS;
                flush();
            }
        }

        /** What can't be written is asked for anew after the next start. */
        synchronized void flush() {
            if (reset.isEmpty() && marks.isEmpty() && trouble.isEmpty()) {
                return;
            }
            Map<StreamId, Mark> acked = Map.copyOf(marks);
            try {
                Instant at = setting.clock().instant();
                setting.store().write(Store.Priority.BACKGROUND, handle -> {
                    ReplicationRepository kept = handle.replication();
                    reset.ifPresent(all -> kept.resetDelivery(ReplicationRepository.CLOUD, all, at));
                    acked.forEach((stream, mark) -> kept.acknowledged(ReplicationRepository.CLOUD, stream, mark, at));
                    trouble.ifPresent(now -> kept.trouble(ReplicationRepository.CLOUD, now.tries(), now.reason()));
                    return true;
                });
                reset = Optional.empty();
                trouble = Optional.empty();
                marks.clear();
            } catch (RuntimeException e) {
                LOG.debug("What the cloud has can't be written now: {}", e.getMessage());
            }
        }
    }
}
