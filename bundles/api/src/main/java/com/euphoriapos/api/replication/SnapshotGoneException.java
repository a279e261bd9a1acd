package com.euphoriapos.api.replication;

/** The snapshot that was being fetched is kept no longer: begin again with its first part. */
public final class SnapshotGoneException extends NetworkException {
    private static final long serialVersionUID = 1L;

    public SnapshotGoneException(String message) {
        super(message);
    }
}
