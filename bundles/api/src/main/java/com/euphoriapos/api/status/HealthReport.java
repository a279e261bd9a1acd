package com.euphoriapos.api.status;

import com.euphoriapos.api.access.Unrestricted;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Results of the lane's health checks. Thread-safe. */
@ProviderType
public interface HealthReport {
    /** Runs all checks now and returns their results; bounded in time, not on the event thread. */
    @Unrestricted("how the lane is; support needs it most when nobody can sign in")
    List<Item> run();

    /** The last results; returns at once. */
    @Unrestricted("how the lane is; support needs it most when nobody can sign in")
    List<Item> last();

    /**
     * One result.
     *
     * @param name what was checked, such as "Configuration"
     * @param level OK, WARN or DANGER
     * @param messages what was found, each one sentence naming the exact place
     */
    record Item(String name, StatusItem.Level level, List<String> messages, Instant at) {
        public Item {
            messages = List.copyOf(messages);
        }
    }
}
