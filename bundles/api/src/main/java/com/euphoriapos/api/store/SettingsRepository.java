package com.euphoriapos.api.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Table {@code pos_config}: values are JSON texts. */
@ProviderType
public interface SettingsRepository {
    /** The JSON text of a key. */
    Optional<String> get(String key);

    /** All JSON texts by their keys. */
    Map<String, String> all();

    /** Inserts or replaces. */
    void put(String key, String json, Instant updatedAt);
}
