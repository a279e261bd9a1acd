package com.euphoriapos.api.checkout;

import com.euphoriapos.api.approval.ApprovalRequest;

/** What became of a change. */
public sealed interface EditResult {
    /** Done. */
    record Done() implements EditResult {}

    /** Done and written down, but something that should follow from it did not happen; one sentence says what and what to do. */
    record DoneExcept(String sentence) implements EditResult {}

    /** Not done yet: more than the person signed in may do alone. With the approval the same call does it. */
    record NeedsApproval(ApprovalRequest request) implements EditResult {}

    /** Not done; one sentence says why. Nothing has changed. */
    record Refused(String reason) implements EditResult {}
}
