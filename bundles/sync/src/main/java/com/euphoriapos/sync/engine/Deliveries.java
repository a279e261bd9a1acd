package com.euphoriapos.sync.engine;

import com.euphoriapos.api.store.ReplicationRepository;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is to be written of targets: only the newest for each of them, so that a hundred acknowledgements are one row of one commit. What
 * a crash loses of it the next greeting says again. Thread-safe.
 */
final class Deliveries {
    /** Of one target. */
    private static final class Target {
        Optional<Map<StreamId, Mark>> reset = Optional.empty();
        final Map<StreamId, Mark> acknowledged = new TreeMap<>();
        final Map<StreamId, Long> sent = new TreeMap<>();
        Optional<Trouble> trouble = Optional.empty();
    }

    private record Trouble(int retries, String error) {}

    private Map<String, Target> targets = new HashMap<>();

    private Target target(String node) {
        return targets.computeIfAbsent(node, n -> new Target());
    }

    synchronized void reset(String node, Map<StreamId, Mark> marks) {
        Target target = target(node);
        target.reset = Optional.of(marks);
        target.acknowledged.clear();
        target.sent.clear();
    }

    synchronized void acknowledged(String node, StreamId stream, Mark upTo) {
        target(node).acknowledged.put(stream, upTo);
    }

    synchronized void sent(String node, StreamId stream, long upTo) {
        target(node).sent.merge(stream, upTo, Math::max);
    }

    /** So many tries failed; 0 when it is well again. */
    synchronized void trouble(String node, int retries, String error) {
        target(node).trouble = Optional.of(new Trouble(retries, error));
    }

    synchronized boolean isEmpty() {
        return targets.isEmpty();
    }

    /** Takes all that is to be written. */
    synchronized Pending take() {
        Map<String, Target> taken = targets;
        targets = new HashMap<>();
        return new Pending(taken);
    }

    /** What was taken, for one transaction. */
    static final class Pending {
        private final Map<String, Target> targets;

        private Pending(Map<String, Target> targets) {
            this.targets = targets;
        }

        void write(ReplicationRepository kept, Instant at) {
            targets.forEach((node, target) -> {
                target.reset.ifPresent(marks -> kept.resetDelivery(node, marks, at));
                target.sent.forEach((stream, upTo) -> kept.sent(node, stream, upTo));
                target.acknowledged.forEach((stream, upTo) -> kept.acknowledged(node, stream, upTo, at));
                target.trouble.ifPresent(trouble -> kept.trouble(node, trouble.retries(), trouble.error()));
            });
        }
    }

    /** It could not be written: what is newer stays, the rest comes back. */
    synchronized void putBack(Pending pending) {
        pending.targets.forEach((node, old) -> {
            Target now = target(node);
            if (now.reset.isEmpty()) {
                now.reset = old.reset;
                old.acknowledged.forEach(now.acknowledged::putIfAbsent);
                old.sent.forEach(now.sent::putIfAbsent);
            }
            if (now.trouble.isEmpty()) {
                now.trouble = old.trouble;
            }
        });
    }
}
