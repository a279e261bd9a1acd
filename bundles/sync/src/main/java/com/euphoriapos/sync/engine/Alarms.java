package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.Replication.Alarm;
import com.euphoriapos.sync.protocol.Effect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** What somebody has to look at, in sentences: what happened, what it means for the sale, what to do. Thread-safe. */
final class Alarms {
    private static final int KEPT = 50;
    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final Duration LASTING = Duration.ofHours(24);

    private static final Map<Effect.Reason, String> TEXTS = Map.ofEntries(
            Map.entry(
                    Effect.Reason.VERSION,
                    "%s speaks only another version of the protocol. Both lanes sell, but tell each other nothing."
                            + " Bring them to the same version."),
            Map.entry(
                    Effect.Reason.IDENTITY,
                    "A lane said to be another one than its key proves. The link was closed and nothing was taken from"
                            + " it. Look at %s; pair it again."),
            Map.entry(
                    Effect.Reason.CLONE,
                    "Two machines run as %s: one is a copy of the other. They can't exchange anything. Switch the copy"
                            + " off and pair it as a new lane."),
            Map.entry(
                    Effect.Reason.FORGED,
                    "%s sent events that it may not send. The link was closed and nothing was taken from it. If this"
                            + " comes again, revoke the lane."),
            Map.entry(
                    Effect.Reason.BROKEN,
                    "Events from %s were damaged on their way or on its disk. Nothing of them was taken; they are asked"
                            + " for again. If this comes again, check that lane's disk."),
            Map.entry(
                    Effect.Reason.DIVERGED,
                    "This lane and %s hold different events in the same place. Both go on selling; that part of the log"
                            + " is no longer exchanged between them, and nothing is deleted. Call support."),
            Map.entry(
                    Effect.Reason.STALE,
                    "This lane was away so long that %s no longer keeps what is missing here. Sales go on; what others"
                            + " sold meanwhile is missing until the lane takes a snapshot."),
            Map.entry(
                    Effect.Reason.PROTOCOL,
                    "%s did not keep the protocol. The link was closed and nothing was taken from it; it is dialled"
                            + " again."),
            Map.entry(
                    Effect.Reason.ROLLED_BACK,
                    "This lane had lost sales of its own, by a restored backup or a failing disk; %s still has them and"
                            + " gives them back. Check this lane's disk."));

    private final Clock clock;
    private final Deque<Alarm> kept = new ArrayDeque<>();

    Alarms(Clock clock) {
        this.clock = clock;
    }

    /** @param label of the lane it is about */
    void raise(Effect.Alarm alarm, String label) {
        String text = String.format(TEXTS.getOrDefault(alarm.reason(), "%s is in trouble."), label);
        raise(alarm.reason().name(), alarm.peer(), text + " (" + alarm.detail() + ")");
    }

    /** One of a kind and a lane, the newest. */
    synchronized void raise(String kind, String node, String text) {
        kept.removeIf(old -> old.kind().equals(kind) && old.node().equals(node));
        kept.addFirst(new Alarm(clock.instant(), kind, node, text));
        while (kept.size() > KEPT) {
            kept.removeLast();
        }
    }

    /** It is over. */
    synchronized boolean clear(String kind, String node) {
        return kept.removeIf(old -> old.kind().equals(kind) && old.node().equals(node));
    }

    /** Newest first. */
    synchronized List<Alarm> all() {
        return List.copyOf(kept);
    }

    /** Those of which the lane bar has to speak still. */
    synchronized List<Alarm> pressing() {
        Instant now = clock.instant();
        return kept.stream()
                .filter(alarm -> alarm.at().plus(lasting(alarm.kind())).isAfter(now))
                .toList();
    }

    private static Duration lasting(String kind) {
        return switch (kind) {
            case "CLONE", "VERSION", "IDENTITY", "PROTOCOL", "ROLLED_BACK" -> FRESH;
            default -> LASTING;
        };
    }
}
