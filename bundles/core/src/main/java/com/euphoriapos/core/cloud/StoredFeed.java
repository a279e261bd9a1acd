package com.euphoriapos.core.cloud;

import com.euphoriapos.api.replication.CloudFeed;
import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.store.CommitListener.Subject;
import com.euphoriapos.api.store.FeedRepository;
import com.euphoriapos.api.store.FeedRepository.Change;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.core.sync.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cloud's changes in the lane's store. A slice is one transaction: changes, what they make of the tables, and the cursor. */
@Component(service = CloudFeed.class)
public final class StoredFeed implements CloudFeed {
    private static final Logger LOG = LoggerFactory.getLogger(StoredFeed.class);
    private static final int SLICE = 500;
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /** After so many it looks whether a sale waits. */
    private static final int STRETCH = 20;

    private static final int TOLD_MAX = 20;

    private final Store store;
    private final LongSupplier nanos;
    private final Changes changes = new Changes();

    @Activate
    public StoredFeed(@Reference Store store) {
        this(store, System::nanoTime);
    }

    StoredFeed(Store store, LongSupplier nanos) {
        this.store = store;
        this.nanos = nanos;
    }

    @Override
    public String cursor() {
        return store.read(handle -> handle.feed().cursor());
    }

    /** A page on its way into the store. */
    private record Round(Page page, String feed, List<Read> all, List<String> troubles) {}

    /** A change, and what its text says. */
    private record Read(Change change, Payload body) {}

    @Override
    public synchronized List<String> apply(Page page) {
        List<String> troubles = new ArrayList<>();
        List<Read> readable = page.changes().stream()
                .flatMap(json -> read(json, troubles).stream())
                .toList();
        Round round = new Round(page, feed(page.cursor()), readable, troubles);
        int done = 0;
        do {
            int from = done;
            done = store.apply(Store.Priority.BACKGROUND, handle -> slice(handle, round, from));
        } while (done < round.all().size());
        return round.troubles();
    }

    private int slice(StoreHandle handle, Round round, int from) {
        FeedRepository kept = handle.feed();
        List<Read> all = round.all();
        boolean less = number(round.page().cursor()) < number(kept.cursor());
        if (!feed(kept.cursor()).equals(round.feed()) || less && round.page().reset() && from == 0) {
            // Another feed, or the same one from before: what had these numbers is gone.
            kept.clear();
        } else if (less) {
            // Somebody else brought more meanwhile.
            return all.size();
        }
        long begin = nanos.getAsLong();
        int to = from;
        do {
            int end = Math.min(to + STRETCH, all.size());
            for (; to < end; to++) {
                apply(handle, all.get(to), round.troubles());
            }
        } while (to < Math.min(all.size(), from + SLICE)
                && nanos.getAsLong() - begin < SLICE_NANOS
                && !handle.isWaitedFor());
        kept.cursor(
                to >= all.size()
                        ? round.page().cursor()
                        : round.feed() + "." + all.get(to - 1).change().seq());
        return to;
    }

    private void apply(StoreHandle handle, Read read, List<String> troubles) {
        Change change = read.change();
        String subject = change.kind() + ":" + change.id();
        try {
            handle.replication().attempt(() -> {
                changes.apply(change, read.body(), handle);
                return true;
            });
        } catch (EventRejectedException e) {
            trouble(troubles, subject, String.valueOf(e.getMessage()));
        } catch (StoreException e) {
            if (e.reason() != StoreException.Reason.CONSTRAINT) {
                throw e;
            }
            trouble(troubles, subject, "The database’s rules refuse it.");
        }
        handle.feed().put(change, new Subject(Changes.topic(change.kind()).orElse(change.kind()), subject));
    }

    private static void trouble(List<String> troubles, String subject, String reason) {
        LOG.warn("The cloud's change of {} can't be taken: {}", subject, reason);
        if (troubles.size() < TOLD_MAX) {
            troubles.add("The cloud’s change of " + subject + " can’t be taken: " + reason);
        }
    }

    /** Empty for what has no name or number: nobody could keep it, and all that comes after it would wait for it for ever. */
    private static Optional<Read> read(String json, List<String> troubles) {
        try {
            Payload body = Payload.of(json);
            String kind = body.key("kind");
            String id = body.key(kind.equals("pos_config") ? "key" : "id");
            return Optional.of(new Read(new Change(kind, id, body.number("seq", 1, Long.MAX_VALUE), json), body));
        } catch (EventRejectedException e) {
            trouble(troubles, "something", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public Page after(String cursor, int limit) {
        return store.read(handle -> {
            String mine = handle.feed().cursor();
            boolean reset = !feed(mine).equals(feed(cursor));
            List<Change> some = handle.feed().after(reset ? 0 : number(cursor), limit);
            boolean more = some.size() == limit;
            String to = more ? feed(mine) + "." + some.get(limit - 1).seq() : mine;
            return new Page(to, more, reset, some.stream().map(Change::body).toList());
        });
    }

    private static String feed(String cursor) {
        return cursor.contains(".") ? cursor.substring(0, cursor.indexOf('.')) : "";
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor.substring(cursor.indexOf('.') + 1));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
