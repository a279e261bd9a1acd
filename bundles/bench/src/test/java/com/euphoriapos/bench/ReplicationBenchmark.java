package com.euphoriapos.bench;

import com.euphoriapos.bench.lanes.PlainLane;
import com.euphoriapos.bench.lanes.PlainLane.Member;
import com.euphoriapos.store.sqlite.PlainReplay;
import com.euphoriapos.sync.lane.tls.LaneIdentity;
import com.euphoriapos.sync.lane.tls.PinnedKeys;
import com.euphoriapos.testkit.Await;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Two lanes in this process, linked by mutual TLS on 127.0.0.1. */
final class ReplicationBenchmark {
    private static final int WARM_UP = 200;
    private static final int LINES = 3;
    private static final int FRAME = 3_000;
    private static final int EVENTS_A_SECOND = 8_000;
    private static final double OF_PLAIN = 0.5;
    /** Events of one transaction, as the replication has it. */
    private static final int BATCH = 200;

    private static final double CHECKOUT_MILLIS = 50;
    private static final int CHECKOUTS_MAX = 20_000;
    private static final long PAUSE_NANOS = 10_000_000;
    private static final double P50_LIMIT = 3;
    private static final double P99_LIMIT = 5;

    private final Path folder;
    private final Random random = new Random(1);

    ReplicationBenchmark(Path folder) {
        this.folder = folder;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** From the call that sells on one lane to the sale being there on the other, beside the least that it could take. */
    void visible(int sales, Report report) throws IOException {
        Member one = Member.of("L1", freePort());
        Member two = Member.of("L2", freePort());
        try (PlainLane a = lane(one, two);
                PlainLane b = lane(two, one)) {
            linked(a, b, one, two);
            long[] visible = new long[sales];
            for (int i = -WARM_UP; i < sales; i++) {
                long began = System.nanoTime();
                String id = a.sell(random, LINES);
                while (b.store().read(handle -> handle.transactions().byId(id)).isEmpty()) {
                    Thread.onSpinWait();
                }
                if (i >= 0) {
                    visible[i] = System.nanoTime() - began;
                }
            }
            long[] floor = floor(a, b, one, sales);
            Samples ours = new Samples(visible);
            Samples least = new Samples(floor);
            report.add(Result.times("sale on one lane to sale on the other, median", ours, least, P50_LIMIT));
            report.add(Result.within("sale on one lane to sale on the other, p99", ours, P99_LIMIT * least.millis(99)));
        }
    }

    private PlainLane lane(Member me, Member other) throws IOException {
        return new PlainLane(folder.resolve(me.label()), me, List.of(other), Member::port).start();
    }

    private static void linked(PlainLane a, PlainLane b, Member one, Member two) {
        Await.until(
                "the lanes are linked",
                Duration.ofSeconds(30),
                () -> a.isConnected(two.node()) && b.isConnected(one.node()));
    }

    /** Two durable commits of such a sale, one after the other, and a round trip over TLS of about as many bytes. */
    private long[] floor(PlainLane a, PlainLane b, Member key, int sales) throws IOException {
        long[] floor = new long[sales];
        LaneIdentity identity = LaneIdentity.of(key.key());
        var context = identity.context(new PinnedKeys(identity.node()::equals));
        try (SSLServerSocket server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setNeedClientAuth(true);
            server.setEnabledCipherSuites(LaneIdentity.SUITES.toArray(String[]::new));
            Thread echo = new Thread(() -> echo(server), "bench-echo");
            echo.setDaemon(true);
            echo.start();
            try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()));
                socket.setTcpNoDelay(true);
                socket.setEnabledCipherSuites(LaneIdentity.SUITES.toArray(String[]::new));
                byte[] frame = new byte[FRAME];
                for (int i = -WARM_UP; i < sales; i++) {
                    long began = System.nanoTime();
                    a.sell(random, LINES);
                    socket.getOutputStream().write(frame);
                    socket.getOutputStream().flush();
                    socket.getInputStream().readNBytes(1);
                    b.sell(random, LINES);
                    if (i >= 0) {
                        floor[i] = System.nanoTime() - began;
                    }
                }
            }
        }
        return floor;
    }

    private static void echo(SSLServerSocket server) {
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            while (in.readNBytes(FRAME).length == FRAME) {
                out.write(1);
                out.flush();
            }
        } catch (IOException ended) {
            // The other side is done.
        }
    }

    /** A lane comes back after so many sales of another one. */
    void catchUp(int sales, Report report) throws IOException {
        Member one = Member.of("L1", freePort());
        Member two = Member.of("L2", freePort());
        try (PlainLane a = lane(one, two)) {
            for (int i = 0; i < sales; i++) {
                a.sell(random, LINES);
            }
            long events = a.store().read(handle -> handle.replication().backlog(two.node()));
            Caught caught = catchUp(a, one, two, events);
            long plain = PlainReplay.nanos(folder.resolve(two.label()), folder.resolve("plain"), BATCH);
            double rate = caught.events() * 1e9 / caught.nanos();
            double least = events * 1e9 / plain;
            report.add(new Result(
                    "catch-up of " + events + " events",
                    rate,
                    rate,
                    "/s",
                    Optional.of(least),
                    "≥ " + EVENTS_A_SECOND + " a second or ≥ " + OF_PLAIN + " × baseline",
                    Optional.of(rate >= EVENTS_A_SECOND || rate >= OF_PLAIN * least)));
            report.add(Result.within("checkout commit during the catch-up, p99", caught.checkout(), CHECKOUT_MILLIS));
        }
    }

    /** How long so many events took, and the commits meanwhile. */
    private record Caught(long nanos, long events, Samples checkout) {}

    private Caught catchUp(PlainLane a, Member one, Member two, long events) throws IOException {
        try (PlainLane b = lane(two, one)) {
            linked(a, b, one, two);
            long before = held(b, one);
            long began = System.nanoTime();
            long[] checkout = new long[CHECKOUTS_MAX];
            int done = 0;
            while (held(b, one) < events) {
                long start = System.nanoTime();
                b.sell(random, LINES);
                checkout[done % CHECKOUTS_MAX] = System.nanoTime() - start;
                done++;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            long nanos = System.nanoTime() - began;
            return new Caught(
                    nanos,
                    events - before,
                    new Samples(Arrays.copyOf(checkout, Math.max(1, Math.min(done, CHECKOUTS_MAX)))));
        }
    }

    private static long held(PlainLane lane, Member of) {
        return lane.store().read(handle -> handle.replication().vector().entrySet().stream()
                .filter(each -> each.getKey().origin().equals(of.node()))
                .mapToLong(each -> each.getValue().seq())
                .sum());
    }
}
