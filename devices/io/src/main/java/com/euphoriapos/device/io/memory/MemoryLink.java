package com.euphoriapos.device.io.memory;

import com.euphoriapos.device.io.ByteLink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** A link in memory: the test or simulator is the device, and may be plugged, unplugged and slow. Thread-safe. */
public final class MemoryLink implements ByteLink {
    private final String name;
    private final Deque<Byte> input = new ArrayDeque<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private boolean plugged = true;
    private boolean refusing;
    private boolean open;
    private int openings;

    /** @param name what stands in its address */
    public MemoryLink(String name) {
        this.name = name;
    }

    /** The device sends. */
    public synchronized void send(byte[] bytes) {
        for (byte b : bytes) {
            input.add(b);
        }
        notifyAll();
    }

    /** Pulls or puts the plug; what was not read is lost with it. */
    public synchronized void plugged(boolean in) {
        plugged = in;
        if (!in) {
            input.clear();
            open = false;
        }
        notifyAll();
    }

    /** Lets every write fail, or not. */
    public synchronized void refusing(boolean refuse) {
        refusing = refuse;
    }

    /** What was written so far, taken out. */
    public synchronized byte[] taken() {
        byte[] all = written.toByteArray();
        written.reset();
        return all;
    }

    /** How often it was opened. */
    public synchronized int openings() {
        return openings;
    }

    @Override
    public String address() {
        return "memory:" + name;
    }

    @Override
    public synchronized void open() throws IOException {
        if (!plugged) {
            throw new IOException("memory:" + name + " is unplugged");
        }
        if (open) {
            throw new IOException("memory:" + name + " is in use");
        }
        open = true;
        openings++;
    }

    @Override
    public synchronized int read(byte[] buffer, int timeoutMillis) throws IOException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        try {
            long left = until - System.nanoTime();
            while (open && input.isEmpty() && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = until - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
        if (!open) {
            return -1;
        }
        int count = 0;
        while (count < buffer.length && !input.isEmpty()) {
            buffer[count++] = input.remove();
        }
        return count;
    }

    @Override
    public synchronized void write(byte[] bytes) throws IOException {
        if (!open || refusing) {
            throw new IOException("memory:" + name + " takes nothing");
        }
        written.writeBytes(bytes);
    }

    @Override
    public synchronized boolean present() {
        return plugged;
    }

    @Override
    public synchronized void close() {
        open = false;
        notifyAll();
    }
}
