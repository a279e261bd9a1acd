package com.euphoriapos.api.replication;

import org.osgi.annotation.versioning.ConsumerType;

/** A standing link to a paired lane. Thread-safe; nothing blocks. */
@ConsumerType
public interface SyncLink {
    /** The largest frame in bytes of UTF-8, both ways; a longer one ends the link. */
    int FRAME_BYTES_MAX = 1 << 20;

    /** Identity of the lane at the other end: hex of the SHA-256 of the key that it proved to hold. */
    String peer();

    /** Whether this lane made the link. */
    boolean dialled();

    /** Where the peer is, host and port, for people. */
    String address();

    /** Queues a frame; a link that has ended drops it. Frames leave in the order of the calls. */
    void send(String frame);

    /** Ends the link; {@link SyncTransport.Listener#down} follows. */
    void close(String reason);
}
