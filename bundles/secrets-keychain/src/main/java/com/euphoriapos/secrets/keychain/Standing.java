package com.euphoriapos.secrets.keychain;

/**
 * How the keychain stands.
 *
 * @param reason half a sentence why it can't be used; empty when it can
 */
record Standing(State state, String reason) {
    /** Whether it can be used. */
    enum State {
        /** Nobody looked yet. */
        EXPECTED,
        /** It can be used. */
        OPEN,
        /** It is locked, absent or hangs. */
        CLOSED
    }
}
