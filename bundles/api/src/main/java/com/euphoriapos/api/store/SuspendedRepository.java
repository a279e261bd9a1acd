package com.euphoriapos.api.store;

import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Sales that were put aside, and who took what only one may have: tables {@code suspended_transactions}, {@code claims}. */
@ProviderType
public interface SuspendedRepository {
    /** Keeps it unless its id is known. */
    void save(Suspended sale);

    /** What somebody who resumes a sale claims. */
    static String claimName(String id) {
        return "suspended:" + id;
    }

    /** Those whose {@link #claimName} nobody has claimed, newest first. */
    List<Suspended> waiting();

    /** By its id, whether it waits or was claimed. */
    Optional<Suspended> byId(String id);

    /** By the short number that its chit's barcode holds. */
    Optional<Suspended> byNumber(String number);

    /** Keeps a claim; several claims of one name are all kept. Returns whether this one was new. */
    boolean claim(Claim claim);

    /** All claims of a name, the one that counts first: the earliest by hybrid time and lane. */
    List<Claim> claims(String name);

    /**
     * A sale that was put aside.
     *
     * @param number printed on the chit, unique in the store
     * @param body the sale as JSON
     */
    record Suspended(
            String id,
            String number,
            String workstationId,
            String operatorName,
            Money total,
            Quantity items,
            String note,
            String body,
            Instant at) {}

    /**
     * Somebody took a named thing.
     *
     * @param name such as {@code suspended:ID}
     * @param id of the claim
     * @param hlc hybrid logical time
     */
    record Claim(String name, String id, String node, String hlc, String actor, Instant at) {}
}
