package com.euphoriapos.sync.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.SyncLink;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.net.FaultProxy;
import com.euphoriapos.testkit.net.FaultProxy.Way;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Links as the engine sees them. */
final class LinksTest {
    private final TestLane one = new TestLane("L1");
    private final TestLane two = new TestLane("L2");

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    private void pair() {
        one.open();
        two.open();
        two.knows(one, "");
        one.knows(two, two.address());
    }

    @Test
    void bothEndsKnowWhomTheyTalkTo() {
        pair();

        SyncLink there = one.awaitLink();
        SyncLink here = two.awaitLink();

        assertEquals(two.node(), there.peer());
        assertEquals(one.node(), here.peer());
        assertTrue(there.dialled());
        assertFalse(here.dialled());
        Await.until("the address is kept", () -> two.address().equals(one.book.reached.get(two.node())));
    }

    @Test
    void whoeverAnswersInPlaceOfAnotherIsLeftAtOnce() {
        pair();
        one.awaitLink();
        try (TestLane moved = new TestLane("L3")) {
            one.knows(moved, two.address());

            Await.until("it was dialled often", () -> one.attempts.get() >= 12);

            Await.until("hardly one of these links stands", () -> two.links.size() <= 3);
        }
    }

    @Test
    void framesArriveInTheOrderTheyWereSentBothWays() {
        pair();
        SyncLink there = one.awaitLink();
        SyncLink here = two.awaitLink();

        IntStream.range(0, 500).forEach(i -> {
            there.send("{\"n\":" + i + "}");
            here.send("{\"m\":" + i + "}");
        });

        Await.until("all frames arrived", () -> two.frames.size() == 500 && one.frames.size() == 500);
        for (int i = 0; i < 500; i++) {
            assertEquals("{\"n\":" + i + "}", two.frames.get(i));
            assertEquals("{\"m\":" + i + "}", one.frames.get(i));
        }
    }

    @Test
    void aFrameOfTheLargestSizeArrivesWhole() {
        pair();
        String largest = "\u00e9".repeat(SyncLink.FRAME_BYTES_MAX / 2);

        one.awaitLink().send(largest);

        Await.until("it arrived", () -> two.frames.size() == 1);
        assertEquals(largest, two.frames.get(0));
    }

    @Test
    void theNextFrameWaitsUntilTheOneBeforeWasTaken() {
        pair();
        two.holding = true;
        SyncLink there = one.awaitLink();

        there.send("first");
        there.send("second");
        Await.until("the first arrived", () -> two.frames.size() == 1);
        there.send("third");

        assertEquals(1, two.frames.size());
        two.held.remove().run();
        Await.until("the second arrived", () -> two.frames.size() == 2);
        assertEquals("second", two.frames.get(1));
    }

    @Test
    void aPeerThatReadsNothingEndsTheLinkAndNotTheMemory() {
        pair();
        two.holding = true;
        SyncLink there = one.awaitLink();
        String megabyte = "x".repeat(SyncLink.FRAME_BYTES_MAX);

        for (int i = 0; i < 40 && one.downs.get() == 0; i++) {
            there.send(megabyte);
        }

        Await.until("the link ended", () -> one.downs.get() > 0);
        Await.until("it is counted", () -> one.net.refusals().of(Refusal.CONGESTED) > 0);
    }

    @Test
    void aCutLinkComesBackByItself() {
        one.open();
        two.open();
        try (FaultProxy proxy = new FaultProxy(new InetSocketAddress("127.0.0.1", two.net.port()))) {
            two.knows(one, "");
            one.knows(two, proxy.address());
            one.awaitLink();
            two.awaitLink();

            proxy.cut();

            Await.until("it went down", () -> one.downs.get() > 0 && two.downs.get() > 0);
            one.awaitLink().send("again");
            Await.until("it is back", () -> two.frames.contains("again"));
        }
    }

    @Test
    void whatWasCutBetweenTwoFramesIsHeardOfAtBothEnds() {
        one.open();
        two.open();
        try (FaultProxy proxy = new FaultProxy(new InetSocketAddress("127.0.0.1", two.net.port()))) {
            two.knows(one, "");
            one.knows(two, proxy.address());
            SyncLink there = one.awaitLink();
            two.awaitLink();

            proxy.cutAfterRecords(Way.FORTH, 1);
            there.send("whole");
            there.send("lost");

            Await.until("both heard", () -> one.downs.get() > 0 && two.downs.get() > 0);
            assertFalse(two.frames.contains("lost"));
        }
    }

    @Test
    void whereThePortIsTakenTheNextFreeOneIsUsedAndSaid() throws IOException {
        try (ServerSocket taken = takeAPort();
                TestLane second = new TestLane(
                        "L3",
                        new LaneNetSettings("127.0.0.1", taken.getLocalPort(), true, false, new Backoff(20, 200)))) {
            int wanted = taken.getLocalPort();
            assertEquals(wanted, second.net.plannedPort());

            second.open();

            int port = second.net.port();
            assertTrue(port > wanted && port < wanted + LaneNetSettings.PORTS, wanted + " taken, " + port);
            Await.until("the lane book is told", () -> second.address().equals(second.book.listening));
            assertEquals(List.of("127.0.0.1:" + port), second.net.addresses());
            one.open();
            second.knows(one, "");
            one.knows(second, second.book.listening);
            assertEquals(second.node(), one.awaitLink().peer());

            second.book.before = second.book.listening;
            second.net.close();
            taken.close();
            second.open();
            assertEquals(port, second.net.port(), "where the others look for it, though the first is free now");
        }
    }

    private static ServerSocket takeAPort() throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        if (socket.getLocalPort() + LaneNetSettings.PORTS < 65_535) {
            return socket;
        }
        try (socket) {
            return takeAPort();
        }
    }

    @Test
    void anAddressFromTheSettingsIsDialledForALaneOfWhichNoneIsKnown() {
        one.open();
        two.open();
        two.knows(one, "");
        one.knows(two, "");
        LanePeer peer = new LanePeer(new LanePeer.Config() {
            @Override
            public String uri() {
                return "wss://" + two.address();
            }

            @Override
            public Class<LanePeer.Config> annotationType() {
                return LanePeer.Config.class;
            }
        });

        one.net.configured(List.of(peer.where()));

        assertEquals(two.node(), one.awaitLink().peer());
        Await.until("the address is kept", () -> two.address().equals(one.book.reached.get(two.node())));
    }

    @Test
    void aLaneWithoutItsKeySellsAloneAndSaysWhy() {
        try (TestLane copied = new TestLane("L3")) {
            copied.secrets.remove(SecretStore.LANE_KEY);
            copied.knows(one, "127.0.0.1:1");
            copied.net.open(copied);

            Await.until("it says why", () -> copied.net.trouble().contains("no key"));
            copied.secrets.put(SecretStore.LANE_KEY, TestLane.newKey());
            Await.until("another's key is none", () -> copied.net.trouble().contains("not this lane's"));

            assertEquals(0, copied.net.port());
            assertEquals(List.of(), copied.links);
        }
    }

    @Test
    void closingTellsBothOnceAndNobodyAfterwards() {
        pair();
        one.awaitLink();
        two.awaitLink();

        one.net.close();

        Await.until("both heard", () -> two.downs.get() > 0 && one.downs.get() > 0);
        assertEquals(1, two.downs.get());
        assertEquals(1, one.downs.get());
        assertEquals(0, one.net.port());
    }

    @Test
    void aFrameThatWasQueuedBeforeTheCloseStillLeaves() {
        pair();
        SyncLink there = one.awaitLink();
        two.awaitLink();

        there.send("goodbye");
        there.close("done");

        Await.until("it arrived", () -> two.frames.contains("goodbye"));
        Await.until("both heard", () -> one.downs.get() >= 1 && two.downs.get() >= 1);
    }

    @Test
    void whoCanNotBeReachedIsSaidAgainAndAgain() {
        one.open();
        int freePort = two.open().net.port();
        two.net.close();

        one.knows(two, "127.0.0.1:" + freePort);

        Await.until("ten attempts", () -> one.attempts.get() >= 10 && !one.unreachable.isEmpty());
        assertTrue(one.unreachable.get(0).contains("127.0.0.1:" + freePort), one.unreachable.get(0));
        two.knows(one, "");
        two.open();
        one.knows(two, two.address());
        one.awaitLink();
    }

    @Test
    void anAddressThatLeadsBackToThisLaneGivesNoLink() {
        one.open();

        one.knows(two, one.address());

        Await.until("three attempts", () -> one.attempts.get() >= 3);
        assertEquals(0, one.links.size());
    }
}
