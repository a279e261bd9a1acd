package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.SettingsRepository;
import com.euphoriapos.store.sqlite.mapper.ConfigMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The store's settings as they are kept: {@code pos_config}. */
final class SqliteConfig implements SettingsRepository {
    private final UnitOfWork unit;
    private final ConfigMapper mapper;

    SqliteConfig(UnitOfWork unit) {
        this.unit = unit;
        this.mapper = unit.mappers().config();
    }

    @Override
    public Optional<String> get(String key) {
        return unit.query(() -> Optional.ofNullable(mapper.get(key)));
    }

    @Override
    public Map<String, String> all() {
        return unit.query(() -> {
            Map<String, String> values = new LinkedHashMap<>();
            mapper.all().forEach(pair -> values.put(pair.key(), pair.value()));
            return values;
        });
    }

    @Override
    public void put(String key, String json, Instant updatedAt) {
        unit.change(() -> mapper.put(key, json, updatedAt));
    }
}
