package com.euphoriapos.device.io;

/** Hears of a link that is kept up; called on the link's thread, one call at a time. */
public interface LinkListener {
    /** The link is open. */
    void opened();

    /** Bytes came; the array is the listener's. */
    void received(byte[] bytes);

    /** Nothing came for {@link #readTimeoutMillis()}. */
    default void quiet() {}

    /** The link could not be opened, or broke. Comes once for each loss, not for each try. */
    void lost(String reason);

    /** How long to wait for bytes before {@link #quiet()}, asked before each read; 10 to 500. */
    default int readTimeoutMillis() {
        return 500;
    }
}
