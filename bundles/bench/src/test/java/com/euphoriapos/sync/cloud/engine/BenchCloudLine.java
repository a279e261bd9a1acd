package com.euphoriapos.sync.cloud.engine;

import com.euphoriapos.api.replication.CloudLink.EnrolResult;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.core.cloud.StoredFeed;
import com.euphoriapos.sync.cloud.protocol.Pacing;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** A lane's line to the cloud as the lane has it, without the container. */
public final class BenchCloudLine implements AutoCloseable {
    private final CloudLine line;

    /** Begins at once where the lane is enrolled. */
    public BenchCloudLine(Store store, SecretStore secrets, Pacing pacing) {
        line = new CloudLine(
                new Setting(
                        store,
                        new StoredFeed(store),
                        InstantSource.system(),
                        () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()),
                        new SecureRandom(),
                        pacing),
                "");
        line.secrets(secrets);
        line.start();
    }

    public void enrol(String address, String code) {
        if (!(line.enrol(address, code) instanceof EnrolResult.Enrolled)) {
            throw new IllegalStateException("the lane was not let in");
        }
    }

    /** Pulls what is new, in the caller's thread. */
    public void pull() {
        line.pull().ifPresent(why -> {
            throw new IllegalStateException(why);
        });
    }

    @Override
    public void close() {
        line.stop();
    }
}
