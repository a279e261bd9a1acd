package com.euphoriapos.sync.lane;

import com.euphoriapos.api.replication.LaneBook;
import com.euphoriapos.api.replication.SyncTransport;
import com.euphoriapos.api.secret.SecretStore;
import java.nio.file.Path;
import java.security.SecureRandom;

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

    public SyncTransport transport() {
        return net;
    }

    @Override
    public void close() {
        net.stop();
    }
}
