package com.euphoriapos.api.approval;

import java.time.Duration;

/** What became of an attempt to approve. */
public sealed interface ApprovalResult {
    /** Allowed: the use case is called again with the approval. */
    record Approved(Approval approval, String approverName) implements ApprovalResult {}

    /** Nobody active has this PIN; the screen says no more. */
    record WrongPin() implements ApprovalResult {}

    /** The PIN is right, but its owner can't allow this; one sentence says why. */
    record MayNot(String reason) implements ApprovalResult {}

    /** Too many wrong PINs on this lane. */
    record LockedOut(Duration remaining) implements ApprovalResult {}

    /** The request is too old, was used, or its asker is gone: the act has to be asked for anew. */
    record Expired() implements ApprovalResult {}

    /** Nothing can be checked; the reason says why. */
    record Unavailable(String reason) implements ApprovalResult {}
}
