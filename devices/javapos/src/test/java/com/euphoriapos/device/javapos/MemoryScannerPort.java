package com.euphoriapos.device.javapos;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import jpos.JposException;
import org.jspecify.annotations.Nullable;

/** A scanner that the test holds in its hand. */
public final class MemoryScannerPort implements ScannerPort {
    private final String resource;
    private @Nullable Consumer<Signal> listener;
    private boolean plugged = true;

    /** @param resource what claims exclude each other for */
    public MemoryScannerPort(String resource) {
        this.resource = resource;
    }

    /** Reads a code. */
    public void scan(String code) {
        Consumer<Signal> now = listening();
        if (now != null) {
            now.accept(new Code(code.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    /** Pulls or puts the plug. */
    public void plugged(boolean in) {
        synchronized (this) {
            plugged = in;
        }
        Consumer<Signal> now = listening();
        if (now != null) {
            now.accept(new Power(in ? PowerStatus.ONLINE : PowerStatus.OFF_OFFLINE));
        }
    }

    /** Whether a service uses it. */
    public synchronized boolean started() {
        return listener != null;
    }

    private synchronized @Nullable Consumer<Signal> listening() {
        return listener;
    }

    @Override
    public String resource() {
        return resource;
    }

    @Override
    public void start(Consumer<Signal> signals) {
        boolean in;
        synchronized (this) {
            listener = signals;
            in = plugged;
        }
        signals.accept(new Power(in ? PowerStatus.ONLINE : PowerStatus.OFF_OFFLINE));
    }

    @Override
    public synchronized void stop() {
        listener = null;
    }

    @Override
    public synchronized String probe() throws JposException {
        if (!plugged) {
            throw JposErrors.offline("unplugged");
        }
        return "in the hand";
    }
}
