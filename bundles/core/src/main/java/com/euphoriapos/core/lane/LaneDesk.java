package com.euphoriapos.core.lane;

import com.euphoriapos.api.lane.Lanes.Result;
import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.replication.Pairing.Admitted;
import com.euphoriapos.api.secret.SecretException;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.PairedLane.State;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.pin.PinHashing;
import com.euphoriapos.core.pin.PinLookup;
import com.euphoriapos.core.review.ReviewMessages;
import com.euphoriapos.core.settings.ConfigMessages;
import com.euphoriapos.domain.Operator;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes who gets in and who goes: each with its message to the other lanes and its entry in the journal. Asks nobody's permission. */
final class LaneDesk {
    private static final Logger LOG = LoggerFactory.getLogger(LaneDesk.class);
    private static final String UNAVAILABLE =
            "It could not be stored: the disk is full or failing. Nothing was changed.";

    private final Store store;
    private final Settings settings;
    private final Supplier<@Nullable SecretStore> secrets;
    private final Clock clock;

    LaneDesk(Store store, Settings settings, Supplier<@Nullable SecretStore> secrets, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Lets a lane in that proved to know the code.
     *
     * @param by who invited it
     */
    Admitted admit(PairedLane fresh, Operator by) {
        StoreSettings shop = settings.current()
                .orElseThrow(() -> new EventRejectedException("This lane is not set up; it can let nobody in."));
        if (!LaneRules.isLabel(fresh.label())) {
            throw new EventRejectedException("A lane's id is 1 to 8 letters and digits, such as L2.");
        }
        byte[] pepper = pepper();
        try {
            return store.write(handle -> {
                List<PairedLane> known = handle.lanes().all();
                requireFree(known, fresh);
                PairedLane own = own(handle, shop.workstationId());
                handle.lanes().save(fresh);
                tell(handle, fresh, by, "LANE_PAIRED");
                if (known.stream().noneMatch(lane -> lane.node().equals(own.node()))) {
                    handle.lanes().save(own);
                }
                return new Admitted(
                        shop.storeName(), handle.lanes().all(), Map.of(SecretStore.PEPPER, pepper), local(handle));
            });
        } catch (StoreException e) {
            LOG.error("A lane could not be let in ({})", e.reason(), e);
            throw new EventRejectedException("The other lane could not store it. Nothing was changed.");
        }
    }

    private static void requireFree(List<PairedLane> known, PairedLane fresh) {
        if (known.stream().anyMatch(lane -> lane.node().equals(fresh.node()) && !lane.maySpeak())) {
            throw new EventRejectedException(
                    "This machine was taken out of the store under the same key. Remove its data and start anew.");
        }
        LaneRules.withLabel(known, fresh.label(), fresh.node()).ifPresent(other -> {
            throw new EventRejectedException(
                    other.label() + " is another lane of this store. Choose another id, or retire " + other.label()
                            + " first if this machine replaces it.");
        });
    }

    private PairedLane own(StoreHandle handle, String label) {
        String node = handle.lane()
                .get(LaneRepository.KEY_NODE_ID)
                .orElseThrow(() -> new EventRejectedException("This lane has no identity yet."));
        return handle.lanes().byNode(node).orElseGet(() -> new PairedLane(node, label, State.ACTIVE, ""));
    }

    /** What each lane of the store keeps for itself and is the same: what tells a wrong recovery code and a wrong pepper. */
    private static Map<String, String> local(StoreHandle handle) {
        Map<String, String> local = new HashMap<>();
        for (String key : List.of(PinLookup.KEY_MARK, PinHashing.KEY_COST)) {
            handle.lane().get(key).ifPresent(value -> local.put(key, value));
        }
        handle.settings()
                .get(ConfigMessages.RECOVERY_VERIFIER)
                .ifPresent(value -> local.put(ConfigMessages.RECOVERY_VERIFIER, value));
        return local;
    }

    private byte[] pepper() {
        SecretStore now = secrets.get();
        try {
            if (now != null) {
                return now.get(SecretStore.PEPPER)
                        .orElseThrow(() -> new EventRejectedException("The other lane has lost its secrets."));
            }
        } catch (SecretException e) {
            LOG.warn("The pepper can't be reached: {}", e.getMessage());
        }
        throw new EventRejectedException("The other lane can't reach its secrets now. Try again in a minute.");
    }

    /** Takes a lane out for good. */
    Result out(String node, State state, Operator by) {
        String kind = state == State.REVOKED ? "LANE_REVOKED" : "LANE_RETIRED";
        return attempt(handle -> {
            Optional<PairedLane> known = handle.lanes().byNode(node);
            Optional<String> problem = known.isEmpty()
                    ? Optional.of("No lane of this store is " + node + ".")
                    : problem(handle, known.get(), state);
            if (problem.isPresent()) {
                return new Result.Refused(problem.get());
            }
            PairedLane before = known.get();
            PairedLane now = new PairedLane(node, before.label(), state, before.address());
            handle.lanes().save(now);
            tell(handle, now, by, kind);
            return new Result.Done();
        });
    }

    private static Optional<String> problem(StoreHandle handle, PairedLane lane, State state) {
        if (handle.lane()
                .get(LaneRepository.KEY_NODE_ID)
                .filter(lane.node()::equals)
                .isPresent()) {
            return Optional.of("A lane can't take itself out; do it on another one.");
        }
        return switch (lane.state()) {
            case REVOKED -> Optional.of(lane.label() + " is revoked already.");
            case RETIRED ->
                state == State.RETIRED ? Optional.of(lane.label() + " is retired already.") : Optional.empty();
            case ACTIVE, STALE -> Optional.empty();
        };
    }

    /** Somebody has looked at it. */
    Result resolve(String reviewId, Operator by) {
        Instant at = clock.instant();
        return attempt(handle -> {
            if (handle.reviews().open(StoreLanes.REVIEWS_MAX).stream()
                    .noneMatch(open -> open.id().equals(reviewId))) {
                return new Result.Refused("That is put away already.");
            }
            handle.reviews().resolve(reviewId, by.employeeId(), at);
            handle.outbox().append(List.of(ReviewMessages.resolved(reviewId, by, at)));
            journal(handle, "REVIEW_RESOLVED", reviewId, by, Json.object(json -> {}));
            return new Result.Done();
        });
    }

    private Result attempt(Store.Work<Result> work) {
        try {
            return store.write(work);
        } catch (StoreException e) {
            LOG.error("A change of the lanes could not be stored ({})", e.reason(), e);
            return new Result.Refused(UNAVAILABLE);
        }
    }

    private void tell(StoreHandle handle, PairedLane lane, Operator by, String kind) {
        handle.outbox().append(List.of(LaneMessages.upsert(lane, by, clock.instant())));
        journal(handle, kind, lane.label(), by, Json.object(json -> json.writeStringField("node", lane.node())));
    }

    private void journal(StoreHandle handle, String kind, String subject, Operator by, String detail) {
        handle.journal().append(new JournalRepository.Entry(clock.instant(), kind, by.employeeId(), subject, detail));
    }
}
