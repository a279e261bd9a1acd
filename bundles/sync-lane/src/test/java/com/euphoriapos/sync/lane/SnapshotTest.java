package com.euphoriapos.sync.lane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.NetworkException;
import com.euphoriapos.api.replication.Pairing;
import com.euphoriapos.api.replication.SnapshotGoneException;
import com.euphoriapos.api.store.Snapshots;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.SnapshotPart;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.net.FaultProxy;
import com.euphoriapos.testkit.net.FaultProxy.Way;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snapshot that a new lane fetches. */
final class SnapshotTest {
    private static final int BYTES = 3_000_000;

    @TempDir
    Path folder;

    private final TestLane source = new TestLane("L1");
    private final TestLane fresh = new TestLane("L2");
    private final byte[] content = new byte[BYTES];
    private final AtomicInteger written = new AtomicInteger();
    private final List<String> forgotten = new CopyOnWriteArrayList<>();

    private final Snapshots store = giving(content);

    @BeforeEach
    void open() {
        new Random(1).nextBytes(content);
        source.net.snapshots().source(store);
        source.knows(fresh, "");
        fresh.book.put(new PairedLane(source.node(), "L1", PairedLane.State.ACTIVE, ""));
        source.open();
    }

    @AfterEach
    void stop() {
        source.close();
        fresh.close();
    }

    private Path fetch(String address, SnapshotPart part) {
        Path file = folder.resolve(part.name());
        fresh.pairing.fetch(address, part, file, (bytes, of) -> {});
        return file;
    }

    @Test
    void bothPartsArriveWhole() throws IOException {
        assertArrayEquals(content, Files.readAllBytes(fetch(source.address(), SnapshotPart.CATALOG)));
        assertArrayEquals(content, Files.readAllBytes(fetch(source.address(), SnapshotPart.HISTORY)));

        assertEquals(2, written.get());
        Await.until("the source forgets it", () -> forgotten.size() == 1);
    }

    @Test
    void aNewcomerTakesNothingFromALaneThatTheStoreRevoked() throws IOException {
        for (PairedLane.State state : List.of(PairedLane.State.REVOKED, PairedLane.State.ACTIVE)) {
            PairedLane listed = new PairedLane(source.node(), "L1", state, source.address());
            try (TestLane sponsor = new TestLane("L3");
                    TestLane newcomer = new TestLane("L4")) {
                source.knows(newcomer, "");
                Pairing.Invite invite = sponsor.pairing.invite((node, label, address) -> new Pairing.Admitted(
                        "Corner Shop",
                        List.of(sponsor.book.me(), listed),
                        Map.of("store.pepper", new byte[] {1}),
                        Map.of()));
                assertInstanceOf(
                        Pairing.JoinResult.Joined.class, newcomer.pairing.join(sponsor.address(), invite.code(), "L4"));
                Path file = folder.resolve("of-" + state);
                if (state == PairedLane.State.REVOKED) {
                    assertThrows(
                            NetworkException.class,
                            () -> newcomer.pairing.fetch(
                                    source.address(), SnapshotPart.CATALOG, file, (bytes, of) -> {}));
                } else {
                    newcomer.pairing.fetch(source.address(), SnapshotPart.CATALOG, file, (bytes, of) -> {});
                    assertArrayEquals(content, Files.readAllBytes(file));
                }
            }
        }
    }

    @Test
    void nobodyElseReadsWhatWasFetched() throws IOException {
        Path file = fetch(source.address(), SnapshotPart.CATALOG);
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                "PIN hashes are in it");
    }

    @Test
    void goesOnWhereTheConnectionWasCut() throws IOException {
        try (FaultProxy proxy = new FaultProxy(new InetSocketAddress("127.0.0.1", source.net.port()))) {
            proxy.cutAfter(Way.BACK, BYTES / 2);

            assertArrayEquals(content, Files.readAllBytes(fetch(proxy.address(), SnapshotPart.CATALOG)));

            assertEquals(1, written.get());
            assertTrue(proxy.passed(Way.BACK) < BYTES + BYTES / 2, "it began again: " + proxy.passed(Way.BACK));
        }
    }

    @Test
    void goesOnAfterAProgramThatEndedInTheMiddle() throws IOException {
        fetch(source.address(), SnapshotPart.CATALOG);
        Path file = folder.resolve(SnapshotPart.CATALOG.name());
        Files.write(file, Arrays.copyOf(content, BYTES / 3));

        assertArrayEquals(content, Files.readAllBytes(fetch(source.address(), SnapshotPart.CATALOG)));

        assertEquals(1, written.get());
    }

    @Test
    void aChangedFileIsNoticedAndFetchedAnew() throws IOException {
        fetch(source.address(), SnapshotPart.CATALOG);
        Path file = folder.resolve(SnapshotPart.CATALOG.name());
        byte[] changed = Arrays.copyOf(content, BYTES / 3);
        changed[7]++;
        Files.write(file, changed);

        assertArrayEquals(content, Files.readAllBytes(fetch(source.address(), SnapshotPart.CATALOG)));
    }

    @Test
    void aHistoryOfAnotherMomentIsRefused() {
        assertThrows(SnapshotGoneException.class, () -> fetch(source.address(), SnapshotPart.HISTORY));
        fetch(source.address(), SnapshotPart.CATALOG);
        source.net.snapshots().begin(fresh.node());

        assertThrows(SnapshotGoneException.class, () -> fetch(source.address(), SnapshotPart.HISTORY));
    }

    @Test
    void aLaneThatIsNotPairedGetsNone() {
        try (TestLane stranger = new TestLane("L9")) {
            stranger.book.put(new PairedLane(source.node(), "L1", PairedLane.State.ACTIVE, ""));
            Path file = folder.resolve("stolen");

            assertThrows(
                    NetworkException.class,
                    () -> stranger.pairing.fetch(source.address(), SnapshotPart.CATALOG, file, (bytes, of) -> {}));

            assertFalse(Files.exists(file));
        }
        assertEquals(0, written.get());
    }

    @Test
    void aLaneThatIsRevokedMeanwhileDoesNotGetTheRest() throws IOException {
        byte[] much = new byte[48 << 20];
        source.net.snapshots().source(giving(much));
        Path file = folder.resolve("part");

        assertThrows(
                NetworkException.class,
                () -> fresh.pairing.fetch(
                        source.address(),
                        SnapshotPart.CATALOG,
                        file,
                        (bytes, of) -> source.book.put(new com.euphoriapos.api.sync.PairedLane(
                                fresh.node(), "L2", com.euphoriapos.api.sync.PairedLane.State.REVOKED, ""))));

        assertTrue(Files.size(file) < much.length, "it got all of it");
    }

    private Snapshots giving(byte[] bytes) {
        return new Snapshots() {
            @Override
            public void write(String id, SnapshotPart part, Path file) {
                written.incrementAndGet();
                try {
                    Files.write(file, bytes);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void forget(String id) {
                forgotten.add(id);
            }

            @Override
            public void install(SnapshotPart part, Path file, IntConsumer progress) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void discard() {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Test
    void nothingIsTakenFromALaneThatIsNotOfTheStore() {
        try (TestLane liar = new TestLane("L1")) {
            liar.knows(fresh, "");
            liar.net.snapshots().source(store);
            liar.open();

            assertThrows(NetworkException.class, () -> fetch(liar.address(), SnapshotPart.CATALOG));
        }
        assertFalse(Files.exists(folder.resolve(SnapshotPart.CATALOG.name())));
    }

    @Test
    void aSourceThatCanNotWriteSaysSo() {
        source.net.snapshots().sourceGone(store);

        NetworkException said =
                assertThrows(NetworkException.class, () -> fetch(source.address(), SnapshotPart.CATALOG));

        assertTrue(String.valueOf(said.getMessage()).contains("store is away"), said.getMessage());
    }
}
