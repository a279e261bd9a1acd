package com.euphoriapos.sync.lane;

import com.euphoriapos.api.replication.LaneBook;
import com.euphoriapos.api.replication.SyncTransport;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.store.Snapshots;
import com.euphoriapos.api.sync.SnapshotPart;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The transport of a lane without a container, on 127.0.0.1. */
public final class BenchNet implements AutoCloseable {
    private final LaneNet net;

    public BenchNet(int port, SecretStore secrets, Path folder) {
        net = new LaneNet(
                new LaneNetSettings("127.0.0.1", port, true, false, new Backoff(50, 500)), new SecureRandom(), folder);
        net.secrets(secrets);
    }

    public void book(LaneBook book) {
        net.book(book);
    }

    /** What new lanes fetch. */
    public void snapshots(Snapshots source) {
        net.snapshots().source(source);
    }

    /** Fetches as a new lane does. */
    public void fetch(String address, SnapshotPart part, Path file) {
        new LanePairing(net, new SecureRandom(), InstantSource.system()).fetch(address, part, file, (bytes, of) -> {});
    }

    public SyncTransport transport() {
        return net;
    }

    @Override
    public void close() {
        net.stop();
    }
}
