package com.euphoriapos.api.secret;

/** A secret could not be read or kept; the message never contains it. */
public final class SecretException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean unreachable;

    public SecretException(String message, Throwable cause) {
        this(message, cause, false);
    }

    /** @param unreachable it is kept somewhere that can't be reached now, such as a locked keychain: it is not lost */
    public SecretException(String message, Throwable cause, boolean unreachable) {
        super(message, cause);
        this.unreachable = unreachable;
    }

    /** Whether the secret is kept somewhere that can't be reached now: not lost, it may come back by itself. */
    public boolean isUnreachable() {
        return unreachable;
    }
}
