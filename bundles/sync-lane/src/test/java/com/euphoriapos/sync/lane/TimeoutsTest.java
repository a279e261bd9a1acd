package com.euphoriapos.sync.lane;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.net.FaultProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever says nothing is not waited for, and nobody waits with them. */
final class TimeoutsTest {
    private static final Duration LONG = Duration.ofSeconds(90);

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int FRAMES = 50;

    private final TestLane one = new TestLane("L1");
    private final TestLane two = new TestLane("L2");

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    /** Half-open links, silent strangers and slow ones are waited for at the same time, to make the test short. */
    @Test
    void silenceEndsALinkAndPatienceWithStrangersIsShort() throws IOException {
        one.open();
        two.open();
        int port = two.net.port();
        try (FaultProxy proxy = new FaultProxy(new InetSocketAddress("127.0.0.1", port));
                RawPeer silent = RawPeer.plain(port);
                RawPeer slow = RawPeer.plain(port)) {
            two.knows(one, "");
            one.knows(two, proxy.address());
            one.awaitLink();
            two.awaitLink();

            proxy.halfOpen(true);
            // The head of a TLS record and then a byte now and then: each would put off a time-out that counts from the
            // last.
            slow.write(new byte[] {0x16, 0x03, 0x01, 0x02, 0x00});
            while (two.net.refusals().of(Refusal.SLOW) < 2) {
                try {
                    slow.write(new byte[] {0});
                } catch (IOException sentAway) {
                    break;
                }
                Await.until("half a second", new Pause(Duration.ofMillis(500))::isOver);
            }

            Await.until(
                    "the strangers were sent away",
                    LONG,
                    () -> two.net.refusals().of(Refusal.SLOW) >= 2);
            assertTrue(silent.ends());
            Await.until("both ends noticed", LONG, () -> one.downs.get() > 0 && two.downs.get() > 0);
            for (TestLane lane : List.of(one, two)) {
                Await.until("it is counted", () -> lane.net.refusals().of(Refusal.SILENT) > 0);
            }
            proxy.heal();
            proxy.cut();
            one.awaitLink();
        }
    }

    @Test
    void aStoppedProcessWithAnOpenPortDelaysNoOtherLane() throws IOException {
        try (TestLane stopped = new TestLane("L3");
                ServerSocket neverAccepts = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            one.open();
            two.open();
            two.knows(one, "");
            one.knows(stopped, "127.0.0.1:" + neverAccepts.getLocalPort());
            one.knows(two, two.address());

            one.awaitLink();
            int late = 0;
            for (int i = 0; i < FRAMES; i++) {
                int count = i + 1;
                one.awaitLink().send("n" + i);
                long sent = System.nanoTime();
                Await.until("frame " + i, LONG, () -> two.frames.size() == count);
                late += System.nanoTime() - sent > SOON.toNanos() ? 1 : 0;
            }
            assertTrue(late < FRAMES / 2, late + " frames waited for the lane that hangs");
            Await.until("it is said of the one that hangs", LONG, () -> one.attempts.get() > 0);
            assertTrue(one.unreachable.get(0).contains("did not answer"), one.unreachable.get(0));
        }
    }

    /** Is over after a while. */
    private static final class Pause {
        private final long end;

        Pause(Duration length) {
            end = System.nanoTime() + length.toNanos();
        }

        boolean isOver() {
            return System.nanoTime() - end >= 0;
        }
    }
}
