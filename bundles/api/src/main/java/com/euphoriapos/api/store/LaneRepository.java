package com.euphoriapos.api.store;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What belongs to this lane alone and is never replicated: tables {@code lane_local}, {@code open_transaction}. */
@ProviderType
public interface LaneRepository {
    /** Key of the lane's identity: hex of the SHA-256 of its public key; set before the first message is appended. */
    String KEY_NODE_ID = "node_id";
    /** Key of the label of this lane, such as {@code L1}. */
    String KEY_WORKSTATION_ID = "workstation_id";

    /**
     * Key that is there while the store's past sales still arrive at a lane that joined: how much of it is here, in thousandths. The
     * replication begins when it is gone.
     */
    String KEY_HISTORY = "history";

    /** Key of the address of the lane that has the history; only beside {@link #KEY_HISTORY}. */
    String KEY_HISTORY_FROM = "history.from";

    /** The value of a key. */
    Optional<String> get(String key);

    /** Inserts or replaces. */
    void put(String key, String value);

    /** Forgets the key; does nothing where it is not there. */
    void remove(String key);

    /** The number of the next receipt: {@code label-session-counter}, counted up in this transaction, unique in the store. */
    String nextReceiptNumber(String workstationId);

    /** Keeps the sale in progress; replaces the one kept before. */
    void saveOpenTransaction(String transactionId, String body, Instant at);

    /** The sale in progress, or empty. */
    Optional<String> openTransaction();

    /** Forgets the sale in progress. */
    void clearOpenTransaction();
}
