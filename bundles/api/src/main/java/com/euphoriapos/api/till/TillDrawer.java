package com.euphoriapos.api.till;

import com.euphoriapos.api.access.Requires;
import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.domain.Permission;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The drawer outside of sales. Thread-safe; writes the store and asks a device: not on the event thread. */
@ProviderType
public interface TillDrawer {
    /**
     * "No sale": writes who opened the drawer and why to the journal, durably, then opens it. A drawer that is not there or does not
     * answer makes {@link EditResult.DoneExcept}; the entry stays.
     *
     * @param reason as chosen or typed; not blank
     * @param approval of the request that the last answer asked for
     */
    @Requires(value = Permission.NO_SALE, orApproval = true)
    EditResult noSale(String reason, Optional<Approval> approval);
}
