package com.euphoriapos.sync.lane;

import com.euphoriapos.api.replication.LaneBook;
import com.euphoriapos.api.secret.SecretException;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.sync.lane.tls.LaneIdentity;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This lane's own key, as its secret store has it. Changed by one thread; read by any. */
final class LaneKey {
    private static final Logger LOG = LoggerFactory.getLogger(LaneKey.class);
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(30);

    private volatile @Nullable LaneIdentity identity;
    private volatile long triedNanos;

    LaneKey() {
        retry();
    }

    /** Has the next {@link #load} look at once, whenever the last one was. */
    void retry() {
        triedNanos = System.nanoTime() - RETRY_NANOS;
    }

    boolean isThere() {
        return identity != null;
    }

    /** The key, which is there. */
    LaneIdentity get() {
        return Objects.requireNonNull(identity);
    }

    /** Whose key it is; empty while there is none. */
    String node() {
        LaneIdentity mine = identity;
        return mine == null ? "" : mine.node();
    }

    void forget() {
        identity = null;
    }

    /**
     * Reads it where it is not there, or is not that lane's; where that failed, again after a while. May block.
     *
     * @param lanes whose key it must be; null while nobody says
     * @return what is wrong with it, empty for nothing; or nothing where it did not look
     */
    Optional<String> load(SecretStore store, @Nullable LaneBook lanes) {
        LaneIdentity have = identity;
        boolean fits = have != null && (lanes == null || lanes.me().node().equals(have.node()));
        if (fits || System.nanoTime() - triedNanos < RETRY_NANOS) {
            return Optional.empty();
        }
        triedNanos = System.nanoTime();
        identity = null;
        return Optional.of(read(store, lanes));
    }

    private String read(SecretStore store, @Nullable LaneBook lanes) {
        try {
            Optional<LaneIdentity> found = LaneIdentity.kept(store);
            if (found.isEmpty()) {
                return "This lane has no key.";
            }
            if (lanes != null && !lanes.me().node().equals(found.get().node())) {
                return warned("The key in the secret store is not this lane's.");
            }
            identity = found.get();
            return "";
        } catch (SecretException | IllegalArgumentException e) {
            return warned("The lane's key can't be read: " + e.getMessage());
        }
    }

    private static String warned(String trouble) {
        LOG.warn("{}", trouble);
        return trouble;
    }
}
