package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.AuditRepository;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.VersionRepository;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.api.sync.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts rows of shared tables right that are not what the others have after the same events. What this lane's own log says is proven by
 * its chain; where the log does not reach so far back, most lanes decide. What stood there is set aside, and put up for review.
 */
final class Repair {
    /** Rows were put right. */
    static final String MENDED = "STATE_MENDED";
    /** Rows that differ could not be put right. */
    static final String DIFFERS = "STATE_DIFFERS";

    /** Events were set aside, because their lane never wrote them. */
    static final String SET_ASIDE = "EVENTS_SET_ASIDE";

    private static final int SETTLED_MAX = 300;
    private static final Logger LOG = LoggerFactory.getLogger(Repair.class);
    private static final int NAMED = 5;
    private static final List<String> PERSON_PARTS = List.of("person", "pin", "badge");

    private final Store store;
    private final Handlers handlers;
    private final Clock clock;

    Repair(Store store, Handlers handlers, Clock clock) {
        this.store = store;
        this.handlers = handlers;
        this.clock = clock;
    }

    /** The table and id of what a row belongs to: a code stands with its product. */
    private record Place(String table, String id) {
        static Place of(String table, String name) {
            return table.equals("barcodes")
                    ? new Place("products", name.substring(0, Math.max(0, name.indexOf(' '))))
                    : new Place(table, name);
        }

        /** What never changes once it is there. */
        boolean once() {
            return table.equals("transactions") || table.equals("inventory_changes");
        }
    }

    /** Nothing became another by it. */
    private static final class UnchangedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Writes these rows as this lane's own log says; returns those that became others by it. */
    Set<String> fromLog(String table, Collection<String> names) {
        if (table.equals("inventory")) {
            return stock(names);
        }
        Set<String> ids =
                names.stream().map(name -> Place.of(table, name).id()).collect(Collectors.toCollection(TreeSet::new));
        String place = Place.of(table, "").table();
        Map<String, List<Event>> sources = store.read(handle -> sources(handle, place, ids));
        Set<String> mended = new TreeSet<>();
        sources.forEach((id, events) -> {
            if (store.apply(Store.Priority.BACKGROUND, handle -> rewritten(handle, new Place(place, id), events))) {
                mended.add(id);
            }
        });
        if (place.equals("inventory_changes") && !mended.isEmpty()) {
            stock(mended);
        }
        told(MENDED, place, mended, "log");
        return mended;
    }

    private Set<String> stock(Collection<String> names) {
        if (store.read(handle -> handle.audit().unfitStock()) == 0) {
            return Set.of();
        }
        store.write(Store.Priority.BACKGROUND, handle -> {
            handle.audit().mendStock();
            return true;
        });
        return new TreeSet<>(names);
    }

    /** Which events say what the rows have to be: those that made them, never one that was refused. */
    private static Map<String, List<Event>> sources(StoreHandle handle, String table, Set<String> ids) {
        return switch (table) {
            case "transactions" -> each(handle.replication().naming(Topics.TRANSACTION_NEW, "id", ids));
            case "inventory_changes" -> each(handle.replication().naming(Topics.INVENTORY_UPDATE, "changeId", ids));
            case "products" -> edits(handle, "product:", List.of(VersionRepository.WHOLE), ids);
            case "employees" -> edits(handle, "employee:", PERSON_PARTS, ids);
            case "discount_rules" -> edits(handle, "discount_rule:", List.of(VersionRepository.WHOLE), ids);
            case "pos_config" -> edits(handle, "pos_config:", List.of(VersionRepository.WHOLE), ids);
            default -> Map.of();
        };
    }

    private static Map<String, List<Event>> each(Map<String, Event> events) {
        Map<String, List<Event>> sources = new LinkedHashMap<>();
        events.forEach((id, event) -> sources.put(id, List.of(event)));
        return sources;
    }

    private static Map<String, List<Event>> edits(
            StoreHandle handle, String subject, List<String> parts, Set<String> ids) {
        Map<String, Set<String>> byStamp = new HashMap<>();
        for (String id : ids) {
            for (String part : parts) {
                handle.versions().of(subject + id, part).ifPresent(version -> byStamp.computeIfAbsent(
                                version.stamp(), s -> new TreeSet<>())
                        .add(id));
            }
        }
        Map<String, List<Event>> sources = new LinkedHashMap<>();
        for (Event event : handle.replication().stamped(byStamp.keySet())) {
            for (String id : byStamp.getOrDefault(event.stamp(), Set.of())) {
                sources.computeIfAbsent(id, i -> new ArrayList<>()).add(event);
            }
        }
        return sources;
    }

    /** Whether it became another; otherwise nothing was written. */
    private boolean rewritten(StoreHandle handle, Place place, List<Event> events) {
        AuditRepository audit = handle.audit();
        Optional<String> before = audit.content(place.table(), place.id());
        return attempted(handle, place, () -> {
            if (place.once() && before.isPresent()) {
                audit.remove(place.table(), place.id());
            }
            for (Event event : events) {
                TopicHandler taker = handlers.of(event.topic())
                        .orElseThrow(() -> new EventRejectedException("nothing applies " + event.topic()));
                taker.restore(event, handle);
            }
            Optional<String> now = audit.content(place.table(), place.id());
            if (now.map(Repair::timeless).equals(before.map(Repair::timeless))) {
                throw new UnchangedException();
            }
            setAside(audit, place, before, "not what this lane's own log says");
        });
    }

    /** When a row was written may differ. */
    private static String timeless(String content) {
        return content.replaceAll("\"updatedAt\":-?\\d+", "");
    }

    private void setAside(AuditRepository audit, Place place, Optional<String> before, String reason) {
        audit.mended(place.table());
        before.ifPresent(
                raw -> audit.quarantine("row " + place.table() + " " + place.id(), reason, raw, clock.instant()));
    }

    private static boolean attempted(StoreHandle handle, Place place, Runnable work) {
        try {
            return handle.replication().attempt(() -> {
                work.run();
                return true;
            });
        } catch (UnchangedException e) {
            return false;
        } catch (StoreException e) {
            if (e.reason() != StoreException.Reason.CONSTRAINT) {
                throw e;
            }
            LOG.warn("{} {} could not be put right: {}", place.table(), place.id(), e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.warn("{} {} could not be put right: {}", place.table(), place.id(), e.getMessage());
            return false;
        }
    }

    /**
     * Puts what most lanes hold in the place of a row; whether it is that now. What is there and never changes is left.
     *
     * @param digest what the row has to have then
     */
    boolean fromOthers(String table, String name, String content, String digest) {
        Place place = Place.of(table, name);
        boolean taken = store.apply(Store.Priority.BACKGROUND, handle -> {
            AuditRepository audit = handle.audit();
            Optional<String> before = audit.content(place.table(), place.id());
            return attempted(handle, place, () -> {
                audit.replace(place.table(), place.id(), content);
                if (!audit.digest(table, name).orElse("").equals(digest)) {
                    throw new UnchangedException();
                }
                setAside(audit, place, before, "not what most lanes hold");
            });
        });
        if (taken && place.table().equals("inventory_changes")) {
            stock(List.of(name));
        }
        return taken;
    }

    /** Events that another lane was said to have written, and did not. */
    void setAside(StreamId stream, int count) {
        String text = SET_ASIDE + "\n" + stream + "\n" + clock.instant();
        String detail = "{\"node\":\"" + quoted(stream.origin()) + "\",\"count\":" + count + "}";
        raise(new Review(id(text), SET_ASIDE, "lane:" + stream.origin(), detail, clock.instant()));
    }

    /** What differed between this lane and that one is the same by now. */
    void settled(String lane) {
        List<Review> over = store.read(handle -> handle.reviews().open(SETTLED_MAX)).stream()
                .filter(review ->
                        review.kind().equals(DIFFERS) && review.detail().contains(how(lane)))
                .toList();
        if (!over.isEmpty()) {
            store.write(Store.Priority.BACKGROUND, handle -> {
                over.forEach(review -> handle.reviews().withdraw(review.id()));
                return true;
            });
        }
    }

    private static String how(String how) {
        return "\"how\":\"" + quoted(how) + "\"";
    }

    private static String id(String words) {
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void raise(Review review) {
        store.write(Store.Priority.BACKGROUND, handle -> handle.reviews().raise(review));
    }

    /** Puts it up for a manager to look at. */
    void told(String kind, String table, Set<String> names, String how) {
        if (names.isEmpty()) {
            return;
        }
        String some = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        String first = names.iterator().next();
        String subject = names.size() == 1 ? subject(table, first) : "state:" + table;
        Instant at = clock.instant();
        String words = kind + "\n" + table + "\n" + String.join("\n", names) + (kind.equals(MENDED) ? "\n" + at : "");
        String detail = "{\"table\":\"" + table + "\",\"count\":" + names.size() + "," + how(how) + ",\"rows\":\""
                + quoted(some) + "\"}";
        LOG.warn("{}: {} rows of {} ({}), by {}", kind, names.size(), table, some, how);
        raise(new Review(id(words), kind, subject, detail, at));
    }

    private static String subject(String table, String name) {
        Place place = Place.of(table, name);
        return switch (place.table()) {
            case "products" -> "product:" + place.id();
            case "employees" -> "employee:" + place.id();
            case "discount_rules" -> "discount_rule:" + place.id();
            case "pos_config" -> "pos_config:" + place.id();
            case "inventory" -> "inventory:" + place.id();
            default -> "state:" + table;
        };
    }

    private static String quoted(String text) {
        return text.replaceAll("[\\\\\"\\p{Cntrl}]", "?");
    }
}
