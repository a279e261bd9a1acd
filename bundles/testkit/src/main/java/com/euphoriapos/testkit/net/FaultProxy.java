package com.euphoriapos.testkit.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A TCP proxy on 127.0.0.1 that does to connections what networks do: delays, cuts, swallows, stalls. It looks into nothing but the
 * lengths of TLS records, so that it can cut between two of them. Faults can be set at any time and hold for standing connections,
 * too. Thread-safe.
 */
public final class FaultProxy implements AutoCloseable {
    /** Which way bytes go. */
    public enum Way {
        /** From whoever connected to the target. */
        FORTH,
        /** From the target. */
        BACK
    }

    private final ServerSocket server;
    private final List<ProxiedConnection> connections = new CopyOnWriteArrayList<>();
    private final Map<Way, Faults> faults = new EnumMap<>(Way.class);
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile InetSocketAddress target;
    private volatile boolean refusing;

    /** Listens on a free port and passes connections on to {@code target}. */
    public FaultProxy(InetSocketAddress target) {
        this.target = target;
        faults.put(Way.FORTH, new Faults());
        faults.put(Way.BACK, new Faults());
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ProxiedConnection.thread("fault-proxy-" + server.getLocalPort(), this::accept);
    }

    /** Port to connect to. */
    public int port() {
        return server.getLocalPort();
    }

    /** {@code 127.0.0.1:port}. */
    public String address() {
        return "127.0.0.1:" + port();
    }

    /** Where new connections go from now on. */
    public void target(InetSocketAddress now) {
        target = now;
    }

    /** Connections that stand. */
    public int standing() {
        return connections.size();
    }

    /** Connections that were ever made. */
    public int accepted() {
        return accepted.get();
    }

    /** Bytes that were passed on. */
    public long passed(Way way) {
        return of(way).passed.get();
    }

    /** Every piece of data is late by so much, both ways; {@link Duration#ZERO} for none. */
    public void latency(Duration latency) {
        of(Way.FORTH).latency = latency;
        of(Way.BACK).latency = latency;
    }

    /** Takes in the bytes of one way and drops them: the sender believes that they are on their way. */
    public void swallow(Way way, boolean now) {
        of(way).swallowing = now;
    }

    /** Half open: both ends stay connected and nothing arrives any more. */
    public void halfOpen(boolean now) {
        swallow(Way.FORTH, now);
        swallow(Way.BACK, now);
    }

    /** Does not read one way, so that the sender's buffers fill: a process that was stopped. */
    public void stall(Way way, boolean now) {
        of(way).stalled = now;
    }

    /** Whether new connections are closed at once; standing ones are not touched. */
    public void refuse(boolean now) {
        refusing = now;
    }

    /** Cuts all connections by a reset, after {@code bytes} more have gone that way, in the middle of whatever that is. */
    public void cutAfter(Way way, long bytes) {
        of(way).bytesLeft.set(bytes);
    }

    /** Cuts all connections by a reset after so many more whole TLS records have gone that way: between two frames. */
    public void cutAfterRecords(Way way, int records) {
        of(way).recordsLeft.set(records);
    }

    /** Cuts all connections by a reset, now. New ones can be made. */
    public void cut() {
        connections.forEach(ProxiedConnection::reset);
    }

    /** All faults are over; what was swallowed stays lost. */
    public void heal() {
        refusing = false;
        faults.values().forEach(Faults::heal);
    }

    /** Cuts everything and frees the port. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private Faults of(Way way) {
        Faults found = faults.get(way);
        if (found == null) {
            throw new IllegalStateException();
        }
        return found;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException closedOrUnreachable) {
                // The next one may be luckier; a closed server ends the loop.
            }
        }
    }

    private void connect(Socket near) throws IOException {
        accepted.incrementAndGet();
        if (refusing) {
            ProxiedConnection.reset(near);
            return;
        }
        Socket far = new Socket();
        try {
            far.connect(target, 2_000);
        } catch (IOException e) {
            ProxiedConnection.reset(near);
            throw e;
        }
        ProxiedConnection connection = new ProxiedConnection(near, far, this::cut, connections::remove);
        connections.add(connection);
        connection.run(of(Way.FORTH), of(Way.BACK));
    }

    /** What is wrong with one way. */
    static final class Faults {
        private static final long NEVER = Long.MAX_VALUE;

        final AtomicLong passed = new AtomicLong();
        final AtomicLong bytesLeft = new AtomicLong(NEVER);
        final AtomicLong recordsLeft = new AtomicLong(NEVER);
        volatile Duration latency = Duration.ZERO;
        volatile boolean swallowing;
        volatile boolean stalled;

        private void heal() {
            latency = Duration.ZERO;
            swallowing = false;
            stalled = false;
            bytesLeft.set(NEVER);
            recordsLeft.set(NEVER);
        }
    }
}
