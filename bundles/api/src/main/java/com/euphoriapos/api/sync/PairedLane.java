package com.euphoriapos.api.sync;

/**
 * A lane of the store: a row of table {@code lanes}.
 *
 * @param node identity: hex of the SHA-256 of its public key's SPKI, 64 digits
 * @param label what people call it, such as {@code L2}; begins its receipt numbers
 * @param state whether it may speak
 * @param address where it was last reached, {@code host:port}; empty when that is not known. A hint, never trusted
 */
public record PairedLane(String node, String label, State state, String address) {
    /** Whether it may speak. */
    public enum State {
        /** Takes part. */
        ACTIVE,
        /** Silent for so long that its place in the logs is not kept; gets a snapshot when it returns. Its own events count. */
        STALE,
        /** Taken out of use; its sales stay. */
        RETIRED,
        /** Its key is not trusted any longer. */
        REVOKED
    }

    /** Whether links with it are allowed. */
    public boolean maySpeak() {
        return state == State.ACTIVE || state == State.STALE;
    }
}
