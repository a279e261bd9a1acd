package com.euphoriapos.device.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.device.io.memory.MemoryLink;
import com.euphoriapos.testkit.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReconnectingLinkTest {
    private static final Pace QUICK = new Pace(20, 160, 50);

    private final MemoryLink wire = new MemoryLink("test");
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final ReconnectingLink link =
            new ReconnectingLink(wire, QUICK, new CaptureRing("test", InstantSource.system()), new LinkListener() {
                @Override
                public void opened() {
                    heard.add("opened");
                }

                @Override
                public void received(byte[] bytes) {
                    heard.add(new String(bytes, StandardCharsets.US_ASCII));
                    if (bytes[0] == '!') {
                        throw new IllegalStateException("a listener fails");
                    }
                }

                @Override
                public void lost(String reason) {
                    heard.add("lost");
                }
            });

    @AfterEach
    void close() {
        link.close();
    }

    @Test
    void comesBackByItselfAndTellsEachLossOnce() {
        link.start();
        Await.until("up", link::connected);
        wire.plugged(false);
        Await.until("lost", () -> heard.contains("lost"));
        long turns = link.turns();
        Await.until("some tries", () -> link.turns() > turns + 3);
        wire.plugged(true);
        Await.until("up again", link::connected);
        wire.send("hello".getBytes(StandardCharsets.US_ASCII));
        Await.until("heard", () -> heard.contains("hello"));

        assertEquals(List.of("opened", "lost", "opened", "hello"), heard);
        assertEquals(2, link.openings());
    }

    @Test
    void turnsOnlyAFewTimesASecondWhileTheDeviceIsAway() {
        wire.plugged(false);
        long began = System.nanoTime();
        link.start();
        Await.until("a while", () -> System.nanoTime() - began > 1_000_000_000L);

        // 20 + 40 + 80 + 160 + 160 … milliseconds: nine tries in the first second. This thread may have woken much
        // later.
        long turns = link.turns();
        long more = (System.nanoTime() - began - 1_000_000_000L) / 160_000_000L;
        assertTrue(turns <= 10 + more, "turned " + turns + " times");
    }

    @Test
    void turnsOnlyTwiceASecondWhileNothingComes() {
        long began = System.nanoTime();
        link.start();
        Await.until("a while", () -> System.nanoTime() - began > 1_200_000_000L);

        long turns = link.turns();
        long more = (System.nanoTime() - began - 1_200_000_000L) / 500_000_000L;
        assertTrue(turns <= 5 + more, "turned " + turns + " times");
    }

    @Test
    void survivesAListenerThatFails() {
        link.start();
        Await.until("up", link::connected);
        wire.send("!".getBytes(StandardCharsets.US_ASCII));
        Await.until("the bad one", () -> heard.contains("!"));
        wire.send("next".getBytes(StandardCharsets.US_ASCII));

        Await.until("the next", () -> heard.contains("next"));
    }

    @Test
    void writesOnlyWhileItIsUpAndReconnectsAfterAFailedWrite() throws IOException {
        assertThrows(IOException.class, () -> link.write(new byte[] {1}));
        link.start();
        Await.until("up", link::connected);
        link.write(new byte[] {1, 2});
        assertArrayEquals(new byte[] {1, 2}, wire.taken());
        wire.refusing(true);
        assertThrows(IOException.class, () -> link.write(new byte[] {3}));
        wire.refusing(false);

        Await.until("opened again", () -> link.openings() == 2);
    }

    @Test
    void leavesNoThreadBehind() {
        link.start();
        Await.until("up", link::connected);

        link.close();

        Await.until("the thread is gone", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("link-memory:test")));
    }
}
