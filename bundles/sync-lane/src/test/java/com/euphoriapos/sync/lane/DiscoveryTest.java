package com.euphoriapos.sync.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.Await;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lanes that announce themselves. */
final class DiscoveryTest {
    private static final Announcement SAID = new Announcement("0123456789abcdef", "Corner Shop", "L2", 8125);

    @Test
    void anAnnouncementSaysWhatItSaid() {
        assertEquals(Optional.of(SAID), Announcement.of(SAID.texts()));
    }

    @Test
    void whatMakesNoSenseIsLeftOutAndWhatIsLongIsCut() {
        for (Map.Entry<String, String> wrong :
                Map.of("node", "../../etc/passwd", "port", "99999").entrySet()) {
            Map<String, String> texts = new HashMap<>(SAID.texts());
            texts.put(wrong.getKey(), wrong.getValue());
            assertEquals(Optional.empty(), Announcement.of(texts), wrong.getKey());
        }
        Map<String, String> texts = new HashMap<>(SAID.texts());
        texts.put("label", "L2\u0007\n" + "x".repeat(500));
        assertEquals(60, Announcement.of(texts).orElseThrow().label().length());
    }

    @Test
    void whoeverShoutsFillsNoMemory() {
        Hints hints = new Hints();
        for (int i = 0; i < 1_000; i++) {
            hints.heard("lane-" + i, SAID, "10.0." + i / 250 + "." + i % 250);
        }

        assertEquals(Hints.MAX, hints.of(SAID.node() + "0".repeat(48)).size());
        assertEquals(List.of(), hints.nearby(SAID.node()));
        assertEquals(List.of(), hints.of("f".repeat(64)));
    }

    @Test
    void twoLanesOnOneNetworkFindEachOther() {
        InetAddress network = InetAddress.getLoopbackAddress();
        Discovery here = new Discovery(() -> List.of(network), said -> {});
        Discovery there = new Discovery(() -> List.of(network), said -> {});
        try {
            there.run(Optional.of(SAID));
            here.run(Optional.empty());
            Await.until(
                    "it is heard of, or there is no multicast",
                    Duration.ofSeconds(30),
                    () -> !here.hints().nearby("").isEmpty() || !here.trouble().isEmpty());

            if (here.trouble().isEmpty()) {
                assertEquals("Corner Shop", here.hints().nearby("").get(0).storeName());
                assertEquals(8125, here.hints().of(SAID.node()).get(0).port());
            } else {
                assertTrue(here.trouble().contains("mDNS"), here.trouble());
            }
        } finally {
            here.stop(Duration.ofSeconds(10));
            there.stop(Duration.ofSeconds(10));
        }
    }
}
