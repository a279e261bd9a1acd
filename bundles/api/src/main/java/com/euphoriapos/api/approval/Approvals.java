package com.euphoriapos.api.approval;

import com.euphoriapos.api.access.Unrestricted;
import org.osgi.annotation.versioning.ProviderType;

/** Approval on the spot. Both people, the reason, the amounts and the lane go to the journal with the act itself. Thread-safe. */
@ProviderType
public interface Approvals {
    /**
     * Checks the other person's PIN: one look-up and exactly one bcrypt check, whatever the result; wrong PINs count for the lane's
     * lockout. Takes about 100 ms: never on the event thread. The array is wiped.
     *
     * @param requestId of the request that a use case answered with
     * @param reason why, for the journal; not blank
     */
    @Unrestricted("the PIN is what is checked; without a request of the person signed in nothing can be approved")
    ApprovalResult approve(String requestId, char[] pin, String reason);

    /** The operator gave up; the request is forgotten. Safe on any thread. */
    @Unrestricted("forgets only")
    void withdraw(String requestId);
}
