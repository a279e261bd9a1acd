package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.VersionRepository;
import com.euphoriapos.store.sqlite.mapper.VersionMapper;
import java.util.Optional;

/** Which edit each part of a shared thing shows. */
final class SqliteVersions implements VersionRepository {
    private final UnitOfWork unit;
    private final VersionMapper mapper;

    SqliteVersions(UnitOfWork unit) {
        this.unit = unit;
        this.mapper = unit.mappers().versions();
    }

    @Override
    public Optional<Version> of(String aggregate, String part) {
        return unit.query(() -> Optional.ofNullable(mapper.of(new Part(aggregate, part))));
    }

    @Override
    public void put(String aggregate, String part, Version version) {
        unit.change(() -> mapper.put(new Part(aggregate, part), version));
    }
}
