package com.euphoriapos.secrets.keychain;

import org.jspecify.annotations.Nullable;

/** The keychain can't be used now; the message is the reason, half a sentence without a secret. */
final class KeychainException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why not. */
    enum Kind {
        /** There is none, or it is not running. */
        ABSENT,
        /** It waits for its password. */
        LOCKED,
        /** It does not answer, or refuses. */
        FAILED
    }

    private final Kind kind;

    KeychainException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
