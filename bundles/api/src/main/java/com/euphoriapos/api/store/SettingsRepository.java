package com.euphoriapos.api.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Table {@code pos_config}: values are JSON texts. */
@ProviderType
public interface SettingsRepository {
    Optional<String> get(String key);

    Map<String, String> all();

    void put(String key, String json, Instant updatedAt);
}
