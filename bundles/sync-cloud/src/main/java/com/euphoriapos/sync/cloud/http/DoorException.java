package com.euphoriapos.sync.cloud.http;

import com.euphoriapos.sync.cloud.protocol.CloudInput.Failure;

/** A request came to nothing. The message is for people, and holds nothing of what was sent. */
public final class DoorException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Failure failure;
    private final long retryAfterMillis;

    DoorException(Failure failure, String message, long retryAfterMillis) {
        super(message);
        this.failure = failure;
        this.retryAfterMillis = retryAfterMillis;
    }

    /** Why. */
    public Failure failure() {
        return failure;
    }

    /** What the cloud asked for, 0 for nothing. */
    public long retryAfterMillis() {
        return retryAfterMillis;
    }

    /** In words. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
