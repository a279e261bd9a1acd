package com.euphoriapos.sync.lane;

import com.euphoriapos.api.replication.SyncLink;
import com.euphoriapos.api.replication.SyncTransport;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.sync.lane.tls.LaneIdentity;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.MemorySecretStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A lane on 127.0.0.1 with a real transport and an engine that only listens. */
final class TestLane implements SyncTransport.Listener, AutoCloseable {
    final byte[] key = newKey();
    final LaneIdentity identity = LaneIdentity.of(key);
    final MemorySecretStore secrets = new MemorySecretStore();
    final TestBook book;
    final LaneNet net;
    final LanePairing pairing;
    final List<SyncLink> links = new CopyOnWriteArrayList<>();
    final List<String> frames = new CopyOnWriteArrayList<>();
    final ConcurrentLinkedQueue<Runnable> held = new ConcurrentLinkedQueue<>();
    final List<String> unreachable = new CopyOnWriteArrayList<>();
    final AtomicInteger attempts = new AtomicInteger();
    final AtomicInteger downs = new AtomicInteger();
    volatile boolean holding;

    TestLane(String label) {
        this(label, new Backoff(20, 200));
    }

    TestLane(String label, Backoff backoff) {
        this(label, new LaneNetSettings("127.0.0.1", 0, true, false, backoff));
    }

    TestLane(String label, LaneNetSettings settings) {
        secrets.put(SecretStore.LANE_KEY, key);
        book = new TestBook(identity.node(), label);
        SecureRandom random = new SecureRandom();
        net = new LaneNet(settings, random, folder());
        pairing = new LanePairing(net, random, InstantSource.system());
        net.secrets(secrets);
        net.book(book);
    }

    static byte[] newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair().getPrivate().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("lane-snapshots");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String node() {
        return identity.node();
    }

    TestLane open() {
        net.open(this);
        Await.until(book.me().label() + " listens", () -> net.port() > 0);
        return this;
    }

    String address() {
        return "127.0.0.1:" + net.port();
    }

    /** Writes another lane down, reachable at that address. */
    void knows(TestLane other, String address) {
        book.put(new PairedLane(other.node(), other.book.me().label(), PairedLane.State.ACTIVE, address));
    }

    void revokes(TestLane other) {
        book.put(new PairedLane(other.node(), other.book.me().label(), PairedLane.State.REVOKED, ""));
    }

    SyncLink awaitLink() {
        AtomicReference<SyncLink> link = new AtomicReference<>();
        Await.until(book.me().label() + " has a link", () -> {
            links.stream().findFirst().ifPresent(link::set);
            return link.get() != null;
        });
        return link.get();
    }

    @Override
    public void up(SyncLink link) {
        links.add(link);
    }

    @Override
    public void received(SyncLink link, String frame, Runnable taken) {
        frames.add(frame);
        if (holding) {
            held.add(taken);
        } else {
            taken.run();
        }
    }

    @Override
    public void down(SyncLink link) {
        links.remove(link);
        downs.incrementAndGet();
    }

    @Override
    public void unreachable(String node, int count, String reason) {
        unreachable.add(reason);
        attempts.set(count);
    }

    @Override
    public void close() {
        net.stop();
    }
}
