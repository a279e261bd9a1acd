package com.euphoriapos.core.lane;

import com.euphoriapos.api.lane.Lanes.Result;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.LanesRepository;
import com.euphoriapos.api.store.ReplicationRepository.Parked;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.domain.Operator;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives up events that can never be applied here, with a copy set aside and an entry in the journal. Asks nobody's permission. */
public final class ParkedDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ParkedDesk.class);
    private static final int REASON_MAX = 200;
    private static final int LOOKED_THROUGH = 1_000;

    private final Store store;
    private final Clock clock;

    public ParkedDesk(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Gives the event up; a refusal changes nothing. */
    public Result discard(String eventId, String reason, Operator by) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > REASON_MAX || why.chars().anyMatch(Character::isISOControl)) {
            return new Result.Refused("Say in 1 to 200 characters why: the journal keeps it.");
        }
        try {
            return store.write(Store.Priority.BACKGROUND, handle -> {
                Optional<Parked> found = parked(
                                handle, parked -> parked.event().id().equals(eventId))
                        .stream()
                        .findFirst();
                found.ifPresent(parked -> discard(handle, parked, why, by));
                return found.isPresent()
                        ? new Result.Done()
                        : new Result.Refused("No message " + eventId + " is parked here.");
            });
        } catch (StoreException e) {
            LOG.error("A parked event could not be discarded ({})", e.reason(), e);
            return new Result.Refused("It could not be stored: the disk is full or failing. Nothing was changed.");
        }
    }

    private static List<Parked> parked(StoreHandle handle, Predicate<Parked> wanted) {
        List<Parked> found = new ArrayList<>();
        for (int skip = 0; ; skip += LOOKED_THROUGH) {
            List<Parked> some = handle.replication().parked(LOOKED_THROUGH, skip);
            some.stream().filter(wanted).forEach(found::add);
            if (some.size() < LOOKED_THROUGH) {
                return found;
            }
        }
    }

    /** With all of its transaction, of which nothing is applied alone. */
    private void discard(StoreHandle handle, Parked parked, String why, Operator by) {
        Instant at = clock.instant();
        Event chosen = parked.event();
        List<Parked> group = parked(
                handle,
                each -> each.event().stream().equals(chosen.stream())
                        && each.event().txg() == chosen.txg());
        for (Parked each : group) {
            Event event = each.event();
            handle.replication().discard(event.stream(), event.seq(), at);
            String what =
                    "event " + event.stream().origin() + " " + event.stream().epoch() + " " + event.seq();
            handle.audit().quarantine(what, "discarded: " + why, event.toString(), at);
        }
        String lane = label(handle.lanes(), chosen.stream().origin());
        String detail = Json.object(json -> {
            json.writeStringField("topic", chosen.topic());
            json.writeStringField("about", chosen.aggregate());
            json.writeStringField("lane", lane);
            json.writeNumberField("events", group.size());
            json.writeStringField("problem", parked.reason());
            json.writeStringField("reason", why);
        });
        handle.journal()
                .append(new JournalRepository.Entry(at, "EVENT_DISCARDED", by.employeeId(), chosen.id(), detail));
    }

    private static String label(LanesRepository lanes, String node) {
        return lanes.byNode(node).map(PairedLane::label).orElse("unknown");
    }
}
