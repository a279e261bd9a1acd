package com.euphoriapos.api.replication;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Extension point: carries frames between paired lanes, in order, over links whose both ends have proved who they are. The engine
 * opens it when it starts and closes it when it stops. Nothing here blocks; the transport has threads of its own.
 */
@ConsumerType
public interface SyncTransport {
    /** Begins to accept and to dial the active lanes of the {@link LaneBook}, again and again with a growing pause. */
    void open(Listener listener);

    /** Ends all links and frees the port; after it returned the listener hears nothing more. */
    void close();

    /** The engine. Calls come from threads of the transport; return at once. */
    interface Listener {
        /** A link stands; before anything is received on it. */
        void up(SyncLink link);

        /**
         * A frame arrived. The link gives its next one only after {@code taken} was run, from any thread: so a slow lane slows the
         * sender and not its own memory.
         */
        void received(SyncLink link, String frame, Runnable taken);

        /** The link is gone, whoever ended it; nothing more is received on it. Once for each link that was up. */
        void down(SyncLink link);

        /**
         * A lane could not be reached, or refused.
         *
         * @param attempts so many times in a row
         * @param reason a sentence
         */
        void unreachable(String node, int attempts, String reason);
    }
}
