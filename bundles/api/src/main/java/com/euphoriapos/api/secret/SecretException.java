package com.euphoriapos.api.secret;

/** A secret could not be read or kept; the message never contains it. */
public final class SecretException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SecretException(String message, Throwable cause) {
        super(message, cause);
    }
}
