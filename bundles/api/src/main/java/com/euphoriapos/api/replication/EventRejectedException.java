package com.euphoriapos.api.replication;

/** An event that can't be applied and would not become better by trying again; the message is a sentence for the diagnostics. */
public final class EventRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EventRejectedException(String message) {
        super(message);
    }
}
