package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.StreamId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done from time to time: old events that everybody has are purged, lanes that have been silent too long are no longer waited
 * for, parked events are tried once after a start, and at night the lanes compare what they hold.
 */
final class Housekeeping {
    /** Events are kept so long, even when everybody has them; a lane may be silent so long. */
    static final Duration KEPT = Duration.ofDays(30);
    /** Key of the moment, in milliseconds, at which this lane was last compared with the others. */
    static final String KEY_AUDITED = "audited_at";
    /** Keys of the moments at which this lane first knew the lanes from which it never heard anything. */
    static final String KEY_KNOWN = "known_since:";

    /** Key of the moment, in milliseconds, at which this lane last looked for silent lanes. */
    static final String KEY_AWAKE = "awake_at";
    /** Key of the moment, in milliseconds, since which this lane runs without a long break. */
    static final String KEY_LISTENS = "listens_since";

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long FIRST_MILLIS = TimeUnit.MINUTES.toMillis(2);
    private static final long HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);
    /** Between two attempts to get events back that can't be sent. */
    private static final long HEALING_MILLIS = TimeUnit.MINUTES.toMillis(5);

    private static final LocalTime NIGHT = LocalTime.of(3, 0);
    private static final Duration AUDIT_AGE = Duration.ofHours(25);
    /** A break of this lane's own that is longer, or a clock that jumped so far, is no silence of the others. */
    private static final Duration BREAK = Duration.ofDays(3);

    private static final int PURGED_AT_ONCE = 250;
    private static final int PURGES = 2_000;
    private static final int MARKS_AT_ONCE = 200;

    private final Engine engine;
    private final ExecutorService thread = Threads.single("sync-keeper", 4);
    private long nextHour;
    private ZonedDateTime nextNight;
    private boolean retried;
    private long nextHealing = Long.MIN_VALUE;

    Housekeeping(Engine engine) {
        this.engine = engine;
        this.nextHour = engine.setting().millis().getAsLong() + FIRST_MILLIS;
        this.nextNight = night(ZonedDateTime.now(engine.setting().clock()));
    }

    private static ZonedDateTime night(ZonedDateTime after) {
        ZonedDateTime today = after.with(NIGHT);
        return today.isAfter(after) ? today : today.plusDays(1);
    }

    void stop() {
        Threads.stop(thread, "sync-keeper");
    }

    /** On the engine's thread, while a session runs. */
    void tick(Session session) {
        ZonedDateTime now = ZonedDateTime.now(engine.setting().clock());
        if (!now.isBefore(nextNight)) {
            nextNight = night(now);
            Threads.offer(thread, this::audit);
        }
        if (engine.setting().millis().getAsLong() >= nextHour) {
            nextHour = engine.setting().millis().getAsLong() + HOUR_MILLIS;
            Map<String, Map<StreamId, Mark>> peers = session.replica().peers();
            Threads.offer(thread, () -> hourly(peers));
        }
    }

    /** Does not wait for the night: others lack these events. From any thread. */
    synchronized void healLogs(StreamId stream) {
        long now = engine.setting().millis().getAsLong();
        if (now >= nextHealing) {
            nextHealing = now + HEALING_MILLIS;
            LOG.warn("Events of {} are not as they were written, and are not sent", stream);
            Threads.offer(
                    thread,
                    () -> quietly(
                            "damaged logs",
                            () -> engine.audit().healLogs().forEach(finding -> LOG.warn("{}", finding.text()))));
        }
    }

    private void hourly(Map<String, Map<StreamId, Mark>> peers) {
        quietly("events that wait", this::retryOnce);
        quietly("how far lanes are", () -> foreign(peers));
        quietly("silent lanes", this::silent);
        quietly("old events", this::purge);
        quietly("the nightly comparison that was missed", this::auditIfOld);
    }

    private static void quietly(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("The housekeeping could not see to {}: {}", what, e.toString());
        }
    }

    private Store store() {
        return engine.setting().store();
    }

    private Instant now() {
        return engine.setting().clock().instant();
    }

    /** The lane may have been upgraded since. */
    private void retryOnce() {
        if (!retried && engine.situation().parked() > 0) {
            LOG.info("{} parked events were applied after all", engine.applier().retryParked());
        }
        retried = true;
    }

    /** Which events of third lanes the peers hold: what all hold need not be kept for them. */
    void foreign(Map<String, Map<StreamId, Mark>> peers) {
        Set<StreamId> kept =
                store().read(handle -> Set.copyOf(handle.replication().kept().keySet()));
        String me = engine.situation().book().orElseThrow().me().node();
        peers.forEach((peer, marks) -> {
            // Asked anew each time: the store forgets it when the peer greets, because it may have lost what it had.
            Map<StreamId, Long> known =
                    store().read(handle -> handle.replication().acknowledged(peer));
            List<Map.Entry<StreamId, Mark>> news = marks.entrySet().stream()
                    .filter(each -> !each.getKey().origin().equals(me)
                            && !each.getKey().origin().equals(peer)
                            && kept.contains(each.getKey())
                            && each.getValue().seq() > known.getOrDefault(each.getKey(), 0L))
                    .toList();
            for (int from = 0; from < news.size(); from += MARKS_AT_ONCE) {
                List<Map.Entry<StreamId, Mark>> some = news.subList(from, Math.min(news.size(), from + MARKS_AT_ONCE));
                store().write(Store.Priority.BACKGROUND, handle -> {
                    some.forEach(
                            each -> handle.replication().acknowledged(peer, each.getKey(), each.getValue(), now()));
                    return true;
                });
            }
        });
    }

    /** Lanes that nobody should wait for any longer: silent for so long while this lane was there to hear them. */
    void silent() {
        Book book = engine.situation().book().orElseThrow();
        if (book.others().isEmpty()) {
            return;
        }
        Instant listens = listensSince();
        for (PairedLane lane : book.others()) {
            Instant heard = lastHeard(lane.node());
            Instant since = heard.isAfter(listens) ? heard : listens;
            if (lane.state() == PairedLane.State.ACTIVE
                    && Duration.between(since, now()).compareTo(KEPT) > 0) {
                boolean given = store().write(Store.Priority.BACKGROUND, handle -> giveUp(handle, lane.node()));
                if (!given) {
                    continue;
                }
                engine.situation()
                        .alarms()
                        .raise(
                                "SILENT",
                                lane.node(),
                                "Lane " + lane.label() + " has been silent for 30 days. What it lacks is no longer kept"
                                        + " for it; when it returns it takes a snapshot. If it is gone for good, retire"
                                        + " it.");
                book.refresh(store());
                engine.situation().changed();
            }
        }
    }

    /** False where somebody retired or revoked it meanwhile. */
    static boolean giveUp(StoreHandle handle, String node) {
        Optional<PairedLane> lane = handle.lanes().byNode(node).filter(now -> now.state() == PairedLane.State.ACTIVE);
        lane.ifPresent(now ->
                handle.lanes().save(new PairedLane(now.node(), now.label(), PairedLane.State.STALE, now.address())));
        return lane.isPresent();
    }

    /** A store that was closed for six weeks must not purge on its first morning what the lane lacks that is switched on last. */
    private Instant listensSince() {
        Instant now = now();
        boolean goesOn = moment(KEY_AWAKE)
                .filter(at -> Duration.between(at, now).abs().compareTo(BREAK) <= 0)
                .isPresent();
        put(KEY_AWAKE, now);
        Optional<Instant> since = moment(KEY_LISTENS).filter(at -> goesOn && !at.isAfter(now));
        if (since.isEmpty()) {
            put(KEY_LISTENS, now);
        }
        return since.orElse(now);
    }

    private Optional<Instant> moment(String key) {
        return store().read(handle -> handle.lane().get(key)).map(text -> Instant.ofEpochMilli(Long.parseLong(text)));
    }

    private Instant lastHeard(String node) {
        return engine.situation().peers().lastHeard(node).orElseGet(() -> knownSince(node));
    }

    private Instant knownSince(String node) {
        String key = KEY_KNOWN + node;
        return moment(key).orElseGet(() -> {
            Instant at = now();
            put(key, at);
            return at;
        });
    }

    private void put(String key, Instant at) {
        store().write(Store.Priority.BACKGROUND, handle -> {
            handle.lane().put(key, Long.toString(at.toEpochMilli()));
            return true;
        });
    }

    /** In slices that let sales through. */
    void purge() {
        Instant before = now().minus(KEPT);
        long purged = 0;
        for (int i = 0; i < PURGES; i++) {
            int count = store().write(Store.Priority.BACKGROUND, handle -> handle.replication()
                    .purge(before, PURGED_AT_ONCE));
            purged += count;
            if (count < PURGED_AT_ONCE) {
                break;
            }
        }
        if (purged > 0) {
            LOG.info("{} events older than {} days, which every lane has, were removed", purged, KEPT.toDays());
        }
    }

    private void auditIfOld() {
        boolean old = moment(KEY_AUDITED)
                .filter(at -> Duration.between(at, now()).compareTo(AUDIT_AGE) < 0)
                .isEmpty();
        if (old) {
            audit();
        }
    }

    private void audit() {
        quietly("the comparison", () -> {
            List<Finding> findings = engine.audit().reconcile();
            for (Finding finding : findings) {
                if (!finding.good()) {
                    LOG.warn("Compared with the other lanes: {}", finding.text());
                }
            }
            LOG.info("Compared with the other lanes: {} findings", findings.size());
            put(KEY_AUDITED, now());
        });
    }
}
