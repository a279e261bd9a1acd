package com.euphoriapos.api.store;

/** The data could not be read or made durable. Nothing of the failed unit of work is kept. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The disk is full or below the floor. */
        DISK_FULL,
        /** Reading or writing the disk failed. */
        IO_ERROR,
        /** A rule of the schema refused it. */
        CONSTRAINT,
        /** The store is stopping or could not be opened. */
        CLOSED,
        /** Anything else. */
        OTHER
    }

    private final Reason reason;

    /** @param message one sentence for the log and the support technician */
    public StoreException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** @param message one sentence for the log and the support technician */
    public StoreException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
