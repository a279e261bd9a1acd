package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.Replication.Peer;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.sync.wire.About;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What is known of each other lane beside its events. Thread-safe. */
final class Peers {
    /** A clock that is off by more is said. */
    static final Duration SKEW = Duration.ofMinutes(2);
    /** A link that comes back sooner is no news. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Of one lane. */
    private static final class Facts {
        volatile boolean connected;
        volatile Optional<Instant> heard = Optional.empty();
        volatile Instant since;
        volatile long backlog;
        volatile int attempts;
        volatile String reason = "";
        volatile long offsetMillis;
        volatile About about = About.NOTHING;
        final AtomicLong refused = new AtomicLong();

        Facts(Instant since) {
            this.since = since;
        }
    }

    private final Clock clock;
    private final String app;
    private final Map<String, Facts> facts = new ConcurrentHashMap<>();

    Peers(Clock clock, String app) {
        this.clock = clock;
        this.app = app;
    }

    private Facts of(String node) {
        return facts.computeIfAbsent(node, n -> new Facts(clock.instant()));
    }

    /** Something is known of it from before this start. */
    void heardBefore(String node, Instant at) {
        Facts peer = of(node);
        if (peer.heard.isEmpty()) {
            peer.heard = Optional.of(at);
        }
    }

    void heard(String node) {
        of(node).heard = Optional.of(clock.instant());
    }

    void connected(String node, boolean now) {
        Facts peer = of(node);
        peer.connected = now;
        peer.since = clock.instant();
        if (now) {
            peer.attempts = 0;
            peer.reason = "";
        }
    }

    void unreachable(String node, int attempts, String reason) {
        Facts peer = of(node);
        peer.attempts = attempts;
        peer.reason = reason;
    }

    /** What it says of itself. */
    void says(String node, About about) {
        Facts peer = of(node);
        if (!about.app().isEmpty()) {
            peer.about = about;
        }
        clockSays(node, about.clock());
    }

    void clockSays(String node, long theirs) {
        if (theirs > 0) {
            of(node).offsetMillis = theirs - clock.millis();
        }
    }

    void backlog(String node, long events) {
        of(node).backlog = events;
    }

    /** One more frame of it was refused; how many since the start. */
    long refused(String node) {
        return of(node).refused.incrementAndGet();
    }

    long refusals(String node) {
        return of(node).refused.get();
    }

    boolean isConnected(String node) {
        return of(node).connected;
    }

    Optional<Instant> lastHeard(String node) {
        return of(node).heard;
    }

    /** Since when it is connected, or is not. */
    Instant since(String node) {
        return of(node).since;
    }

    /** How many are away for so long that it is said. */
    long away() {
        Instant before = clock.instant().minus(PATIENCE);
        return facts.values().stream()
                .filter(peer -> !peer.connected && !peer.since.isAfter(before))
                .count();
    }

    Peer view(PairedLane lane) {
        Facts peer = of(lane.node());
        return new Peer(
                lane, peer.connected, peer.heard, peer.backlog, peer.attempts, peer.offsetMillis, trouble(lane, peer));
    }

    /** What to look at where it can't be reached. */
    String hint(String node) {
        String reason = of(node).reason;
        String why = reason.isEmpty() ? "" : " Last attempt: " + reason + ".";
        return "Is it switched on, and its network cable in?" + why;
    }

    private String trouble(PairedLane lane, Facts peer) {
        if (lane.state() == PairedLane.State.REVOKED || lane.state() == PairedLane.State.RETIRED) {
            return "";
        }
        if (Math.abs(peer.offsetMillis) > SKEW.toMillis() && peer.connected) {
            return "Its clock is " + Ages.text(Duration.ofMillis(Math.abs(peer.offsetMillis)))
                    + (peer.offsetMillis > 0 ? " ahead of" : " behind") + " this lane's; set the one that is wrong.";
        }
        if (!peer.connected) {
            return "It can't be reached; what it lacks waits here. " + hint(lane.node());
        }
        String theirs = peer.about.app();
        return theirs.isEmpty() || theirs.equals(app)
                ? ""
                : "It runs version " + theirs + ", this lane " + app + "; bring them to the same.";
    }
}
