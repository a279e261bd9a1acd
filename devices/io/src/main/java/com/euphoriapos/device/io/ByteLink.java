package com.euphoriapos.device.io;

import java.io.IOException;

/**
 * Bytes to and from one device, exclusively. One thread may read while another writes; {@link #close()} may come from any
 * thread and frees both. A closed link can be opened again, which looks for the device afresh.
 */
public interface ByteLink extends AutoCloseable {
    /** Where it leads, such as {@code serial:/dev/ttyUSB0} or {@code tcp:127.0.0.1:9100}. */
    String address();

    /**
     * Connects, within about two seconds.
     *
     * @throws IOException with a sentence that says why not
     */
    void open() throws IOException;

    /**
     * Reads what is there, waiting for the first byte.
     *
     * @param timeoutMillis how long to wait, 1 to 60,000
     * @return how many bytes were read, 0 when none came in time, −1 when the device is gone and the link is to be closed
     * @throws IOException when the device is gone, too
     */
    int read(byte[] buffer, int timeoutMillis) throws IOException;

    /**
     * Writes everything, within the link's write time limit.
     *
     * @throws IOException when it did not, after which the link is to be closed; part may have arrived
     */
    void write(byte[] bytes) throws IOException;

    /** Whether the device still seems to be there, for connections that do not notice when it is unplugged. */
    boolean present();

    @Override
    void close();
}
