package com.euphoriapos.api.checkout;

/** What became of a change. */
public sealed interface EditResult {
    /** Done. */
    record Done() implements EditResult {}

    /** Not done; one sentence says why. Nothing has changed. */
    record Refused(String reason) implements EditResult {}
}
