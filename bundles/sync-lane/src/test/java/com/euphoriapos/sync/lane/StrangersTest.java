package com.euphoriapos.sync.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.Pairing.Admitted;
import com.euphoriapos.api.replication.SyncLink;
import com.euphoriapos.sync.lane.tls.LaneIdentity;
import com.euphoriapos.sync.lane.tls.PinnedKeys;
import com.euphoriapos.testkit.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is not a lane of the store gets nowhere, and costs next to nothing. */
final class StrangersTest {
    private static final int TEXT = 1;
    private static final int BINARY = 2;

    private final TestLane lane = new TestLane("L1");
    private final TestLane friend = new TestLane("L2");
    private final LaneIdentity stranger = LaneIdentity.of(TestLane.newKey());

    @BeforeEach
    void open() {
        lane.knows(friend, "");
        lane.open();
    }

    @AfterEach
    void stop() {
        lane.close();
        friend.close();
    }

    private long refused(Refusal kind) {
        return lane.net.refusals().of(kind);
    }

    private void assertNobodyCameIn() {
        assertEquals(List.of(), lane.links);
        assertEquals(List.of(), lane.frames);
    }

    @Test
    void plainWebSocketIsRefused() throws IOException {
        try (RawPeer peer = RawPeer.plain(lane.net.port())) {
            assertFalse(peer.upgrade().contains("101"));
        }
        Await.until("it is counted", () -> refused(Refusal.HANDSHAKE) == 1);
        assertNobodyCameIn();
    }

    @Test
    void olderTlsIsRefusedEvenWithAPairedKey() throws Exception {
        SSLContext any = SSLContext.getInstance("TLS");
        any.init(null, new TrustManager[] {new PinnedKeys(node -> true)}, new SecureRandom());
        try (SSLSocket socket =
                (SSLSocket) any.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), lane.net.port())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            assertThrows(SSLException.class, socket::startHandshake);
        }
        Await.until("it is counted", () -> refused(Refusal.HANDSHAKE) == 1);
        assertNobodyCameIn();
    }

    @Test
    void theCipherIsTheOneThatIsFastWithoutHardware() throws Exception {
        SSLContext any = friend.identity.context(new PinnedKeys(peer -> true));
        try (SSLSocket socket =
                (SSLSocket) any.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), lane.net.port())) {
            socket.setSoTimeout(60_000);
            socket.startHandshake();
            assertEquals("TLS_CHACHA20_POLY1305_SHA256", socket.getSession().getCipherSuite());
        }
    }

    @Test
    void withoutACertificateThereIsNoAnswer() throws Exception {
        SSLContext keyless = SSLContext.getInstance("TLSv1.3");
        keyless.init(null, new TrustManager[] {new PinnedKeys(node -> true)}, new SecureRandom());
        try (RawPeer peer = RawPeer.over((SSLSocket)
                keyless.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), lane.net.port()))) {
            assertThrows(IOException.class, peer::upgrade);
        }
        Await.until("it is counted", () -> refused(Refusal.HANDSHAKE) == 1);
        assertNobodyCameIn();
    }

    @Test
    void anUnknownKeyFailsInTheHandshake() throws IOException {
        try (RawPeer peer = RawPeer.with(stranger, lane.net.port())) {
            assertThrows(IOException.class, peer::upgrade);
        }
        Await.until("it is counted", () -> refused(Refusal.UNKNOWN_KEY) == 1);
        assertNobodyCameIn();
    }

    @Test
    void anUnknownKeyGetsToThePairingAndNoFurtherWhileAnInviteIsOpen() throws IOException {
        lane.pairing.invite((node, label, address) -> new Admitted("Shop", List.of(), Map.of(), Map.of()));
        try (RawPeer peer = RawPeer.with(stranger, lane.net.port())) {
            assertTrue(peer.upgrade().contains("403"));
        }
        try (RawPeer peer = RawPeer.with(stranger, lane.net.port())) {
            peer.write("GET /snapshot/catalog HTTP/1.1\r\nHost: lane\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertTrue(peer.answer().contains("403"));
        }
        Await.until("both are counted", () -> refused(Refusal.UNKNOWN_KEY) == 2);
        assertNobodyCameIn();
    }

    @Test
    void aBrowserPageIsRefusedEvenWithAPairedKey() throws IOException {
        try (RawPeer peer = RawPeer.with(friend.identity, lane.net.port())) {
            assertTrue(peer.upgrade("Origin: https://shop.example").contains("403"));
        }
        Await.until("it is counted", () -> refused(Refusal.ORIGIN) == 1);
        assertNobodyCameIn();
    }

    @Test
    void aRevokedLaneIsOutAtOnceAndStaysOutAfterARestart() {
        friend.knows(lane, "");
        friend.open();
        lane.knows(friend, friend.address());
        lane.awaitLink();
        friend.awaitLink();
        friend.knows(lane, lane.address());

        lane.revokes(friend);

        Await.until("the link is closed", () -> lane.downs.get() > 0 && lane.links.isEmpty());
        Await.until("it tries again and is refused", () -> refused(Refusal.UNKNOWN_KEY) > 0);
        lane.net.close();
        lane.open();
        friend.knows(lane, lane.address());
        long before = refused(Refusal.UNKNOWN_KEY);
        Await.until("it is refused after the restart", () -> refused(Refusal.UNKNOWN_KEY) > before);
        assertEquals(List.of(), lane.links);
        Await.until("the other end knows", friend.links::isEmpty);
        Await.until("its people are told what to ask", () -> friend.unreachable.stream()
                .anyMatch(words -> words.contains("after a lane was revoked")));
    }

    @Test
    void aFrameThatIsTooLargeEndsTheLinkBeforeItIsRead() throws IOException {
        try (RawPeer peer = RawPeer.with(friend.identity, lane.net.port())) {
            assertTrue(peer.upgrade().contains("101"));
            lane.awaitLink();
            peer.frameHead(TEXT, true, SyncLink.FRAME_BYTES_MAX + 1L);
            peer.write(new byte[] {'x'});
            assertTrue(peer.ends());
        }
        Await.until("it is counted", () -> refused(Refusal.OVERSIZE) == 1);
        Await.until("the link is gone", () -> lane.downs.get() == 1);
        assertEquals(List.of(), lane.frames);
    }

    @Test
    void aFrameInManyPiecesIsNoWayAroundTheLimit() throws IOException {
        byte[] piece = new byte[SyncLink.FRAME_BYTES_MAX / 4];
        Arrays.fill(piece, (byte) 'x');
        try (RawPeer peer = RawPeer.with(friend.identity, lane.net.port())) {
            assertTrue(peer.upgrade().contains("101"));
            lane.awaitLink();
            try {
                for (int i = 0; i < 6; i++) {
                    peer.frameHead(i == 0 ? TEXT : 0, false, piece.length);
                    peer.write(piece);
                }
            } catch (IOException closedMeanwhile) {
                // Sooner is better.
            }
            assertTrue(peer.ends());
        }
        Await.until("it is counted", () -> refused(Refusal.OVERSIZE) == 1);
        assertEquals(List.of(), lane.frames);
    }

    @Test
    void whatIsNoTextEndsTheLink() throws IOException {
        for (boolean binary : new boolean[] {true, false}) {
            try (RawPeer peer = RawPeer.with(friend.identity, lane.net.port())) {
                assertTrue(peer.upgrade().contains("101"));
                peer.frame(binary ? BINARY : TEXT, new byte[] {(byte) 0xc3, (byte) 0x28});
                assertTrue(peer.ends());
            }
        }
        Await.until("both are counted", () -> refused(Refusal.MALFORMED) == 2);
        assertEquals(List.of(), lane.frames);
    }

    @Test
    void anUnmaskedFrameEndsTheLink() throws IOException {
        try (RawPeer peer = RawPeer.with(friend.identity, lane.net.port())) {
            assertTrue(peer.upgrade().contains("101"));
            peer.write(new byte[] {(byte) 0x81, 2, 'h', 'i'});
            assertTrue(peer.ends());
        }
        Await.until("it is counted", () -> refused(Refusal.MALFORMED) == 1);
        assertEquals(List.of(), lane.frames);
    }

    @Test
    void anAddressHasFewStrangersAtATime() throws IOException {
        List<RawPeer> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < Doorstep.PER_ADDRESS_MAX; i++) {
                crowd.add(RawPeer.plain(lane.net.port()));
            }
            for (int i = 0; i < 3; i++) {
                try (RawPeer tooMany = RawPeer.plain(lane.net.port())) {
                    assertTrue(tooMany.ends());
                }
            }
            Await.until("they are counted", () -> refused(Refusal.CROWD) == 3);
        } finally {
            for (RawPeer peer : crowd) {
                peer.close();
            }
        }
        Await.until("a friend comes in when they are gone", () -> {
            try (RawPeer peer = RawPeer.with(friend.identity, lane.net.port())) {
                return peer.upgrade().contains("101");
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    @Test
    void pairedLanesDoNotCountAsStrangers() throws IOException {
        List<RawPeer> links = new ArrayList<>();
        try {
            for (int i = 0; i < 2 * Doorstep.PER_ADDRESS_MAX; i++) {
                RawPeer peer = RawPeer.with(friend.identity, lane.net.port());
                links.add(peer);
                assertTrue(peer.upgrade().contains("101"));
            }
        } finally {
            for (RawPeer peer : links) {
                peer.close();
            }
        }
        assertEquals(0, refused(Refusal.CROWD));
    }

    @Test
    void anAnnouncementOrSettingThatLiesLeadsToAFailedDialAndNothingElse() throws IOException {
        try (TlsBetween liar = new TlsBetween(lane.net.port())) {
            lane.net.configured(List.of(HostPort.parse(liar.address(), 1).orElseThrow()));

            Await.until(
                    "it was tried", () -> lane.unreachable.stream().anyMatch(said -> said.contains(liar.address())));

            assertEquals(0, liar.read());
        }
        assertNobodyCameIn();
        assertEquals(Map.of(), lane.book.reached);
    }
}
