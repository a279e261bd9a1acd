package com.euphoriapos.device.javapos;

import java.util.function.Consumer;
import jpos.JposException;

/**
 * The hardware behind a service. A port keeps its connection up by itself and tells of every change; it is thread-safe.
 *
 * @param <S> what it tells of
 */
public interface DevicePort<S> {
    /**
     * The physical thing, such as {@code /dev/ttyUSB0} or {@code tcp:127.0.0.1:9100}. Services of one category with the same
     * resource exclude each other when claimed, in this program and across programs.
     */
    String resource();

    /**
     * Begins to keep the connection up. Returns within three seconds, with the hardware reached or not, and has called the
     * listener at least once by then. Called when the device is enabled; a port that was stopped can be started again.
     *
     * @param listener hears each change, on any thread, and returns at once
     * @throws JposException when this port can never work, as with a wrong address
     */
    void start(Consumer<S> listener) throws JposException;

    /**
     * Closes the connection and ends all threads, within two seconds; no call of the listener begins after it. The listener
     * itself may call this; then its thread ends after it has returned.
     */
    void stop();

    /** One sentence on what answers there now, for {@code checkHealth}; may ask the hardware, at most two seconds. */
    String probe() throws JposException;
}
