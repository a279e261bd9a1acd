package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.CloudFeed;
import com.euphoriapos.api.replication.CloudFeed.Page;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.sync.wire.About;
import com.euphoriapos.sync.wire.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the cloud's changes on to lanes that have no line of their own: each says with its signs of life how far it has applied them, and
 * one that stays behind asks another for what comes after. They stay the cloud's own, with its numbers; nobody writes them anew.
 */
final class Feeds {
    /** What a question for changes names as its table: a lane that knows none of this name has nothing to answer. */
    static final String TABLE = "cloud";

    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);
    /** A lane with a line of its own has them by then. */
    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(20);

    private static final int CHANGES = 200;
    private static final int CHARACTERS = 150 << 10;

    private final Setting setting;
    private final Questions questions;
    private final ExecutorService thread = Threads.single("sync-feed", 1);
    private final Map<String, Long> behindSince = new ConcurrentHashMap<>();
    private volatile Optional<CloudFeed> feed = Optional.empty();
    private volatile String cursor = "";

    Feeds(Setting setting, Questions questions) {
        this.setting = setting;
        this.questions = questions;
        questions.feed(this::after);
    }

    void use(Optional<CloudFeed> now) {
        feed = now;
    }

    void stop() {
        Threads.stop(thread, "sync-feed");
    }

    /** Up to where this lane has them, as of the last look. */
    String cursor() {
        return cursor;
    }

    void look(StoreHandle handle) {
        cursor = handle.feed().cursor();
    }

    /** Another lane says how far it is; one of an earlier version tells nothing of itself with its answers. */
    void says(String peer, About sign) {
        if (sign.clock() == 0) {
            return;
        }
        String theirs = sign.cloud();
        if (!isBehind(cursor, theirs)) {
            behindSince.remove(peer);
            return;
        }
        long now = setting.millis().getAsLong();
        Long since = behindSince.putIfAbsent(peer, now);
        if (since != null && now - since >= PATIENCE_MILLIS) {
            behindSince.remove(peer);
            Threads.offer(thread, () -> fetch(peer));
        }
    }

    /** Of two feeds nobody but the cloud knows which is the present one: only who has none takes another's. */
    static boolean isBehind(String mine, String theirs) {
        int dot = mine.indexOf('.');
        if (dot < 0 || theirs.indexOf('.') < 0) {
            return dot < 0 && theirs.indexOf('.') > 0;
        }
        try {
            return theirs.startsWith(mine.substring(0, dot + 1))
                    && Long.parseLong(theirs.substring(dot + 1)) > Long.parseLong(mine.substring(dot + 1));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void fetch(String peer) {
        try {
            CloudFeed mine = feed.orElseThrow();
            boolean more = true;
            while (more) {
                Optional<Page> page =
                        questions.content(peer, TABLE, mine.cursor()).flatMap(Changes::read);
                if (page.isEmpty() || !isBehind(mine.cursor(), page.get().cursor())) {
                    return;
                }
                mine.apply(page.get());
                cursor = page.get().cursor();
                more = page.get().more();
            }
        } catch (RuntimeException e) {
            LOG.debug("The cloud's changes can't be had from another lane now: {}", e.toString());
        }
    }

    /** What comes after a cursor, as an answer holds it; empty for nothing. */
    private String after(String theirs) {
        Optional<CloudFeed> mine = feed;
        if (mine.isEmpty()) {
            return "";
        }
        for (int limit = CHANGES; limit > 0; limit /= 4) {
            Page page = mine.get().after(theirs, limit);
            List<String> changes = new ArrayList<>(page.changes());
            if (changes.stream().mapToInt(String::length).sum() <= CHARACTERS) {
                return changes.isEmpty() ? "" : Changes.write(page);
            }
        }
        return "";
    }
}
