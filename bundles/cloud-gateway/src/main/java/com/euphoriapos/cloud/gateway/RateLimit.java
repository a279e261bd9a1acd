package com.euphoriapos.cloud.gateway;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often somebody may come: a bucket of permits for each name, filled again at a steady pace. Names beyond a limit push the one out
 * that came longest ago, which then begins with a full bucket: memory is bounded, strictness under a flood of names is not. Thread-safe.
 */
final class RateLimit {
    private static final int NAMES_MAX = 10_000;

    private final InstantSource clock;
    private final int permits;
    private final long millisEach;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > NAMES_MAX;
        }
    };

    /**
     * @param permits how many at once
     * @param millisEach how long until one more
     */
    RateLimit(InstantSource clock, int permits, long millisEach) {
        this.clock = clock;
        this.permits = permits;
        this.millisEach = millisEach;
    }

    private record Bucket(long used, long since) {}

    /** Takes a permit; 0, or the seconds until there is one. */
    synchronized int take(String name) {
        Bucket bucket = bucket(name);
        if (bucket.used() >= permits) {
            return seconds(bucket);
        }
        buckets.put(name, new Bucket(bucket.used() + 1, bucket.since()));
        return 0;
    }

    /** 0, or the seconds until there is a permit; takes none. */
    synchronized int look(String name) {
        Bucket bucket = bucket(name);
        return bucket.used() >= permits ? seconds(bucket) : 0;
    }

    private Bucket bucket(String name) {
        long now = clock.millis();
        Bucket bucket = buckets.getOrDefault(name, new Bucket(0, now));
        long filled = Math.max(0, now - bucket.since()) / millisEach;
        return filled >= bucket.used()
                ? new Bucket(0, now)
                : new Bucket(bucket.used() - filled, bucket.since() + filled * millisEach);
    }

    private int seconds(Bucket bucket) {
        long wait = bucket.since() + millisEach - clock.millis();
        return (int) Math.max(1, Math.min(3600, (wait + 999) / 1000));
    }
}
