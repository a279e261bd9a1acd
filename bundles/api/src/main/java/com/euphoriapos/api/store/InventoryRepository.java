package com.euphoriapos.api.store;

import com.euphoriapos.domain.Quantity;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Stock: tables {@code inventory_changes} (the truth, grow-only) and {@code inventory} (its running sum). */
@ProviderType
public interface InventoryRepository {
    /** Applies the change unless its id was applied before; returns whether it was applied. */
    boolean apply(Change change);

    /** The change that was applied under that id, if its row is here. */
    Optional<Change> byId(String changeId);

    /** Pieces on hand as far as this lane knows; zero for an unknown product. */
    Quantity onHand(String productId);

    /** Id of the newest change that is no sale, by time and id: a delivery or a count. Uses an index. */
    Optional<String> lastCounted(String productId);

    /**
     * A change of stock.
     *
     * @param changeId UUID derived from what caused it, so that applying twice is applying once
     * @param productId whose stock
     * @param change pieces, negative for a sale
     * @param reason {@code sale}, {@code receive} …
     * @param transactionId the sale, or empty
     */
    record Change(
            String changeId,
            String productId,
            Quantity change,
            String reason,
            String transactionId,
            Instant createdAt) {}
}
