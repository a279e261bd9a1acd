package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.VersionRepository;
import java.util.List;
import java.util.Optional;

/** Which edit each part of a shared thing shows. Plain statements: each of the cloud's changes passes here some times. */
final class SqliteVersions implements VersionRepository {
    private static final String OF = "SELECT hlc, node, base, rival FROM versions WHERE agg = ? AND part = ?";
    private static final String PUT =
            """
            INSERT INTO versions (agg, part, hlc, node, base, rival)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (agg, part) DO UPDATE SET
              hlc = excluded.hlc, node = excluded.node, base = excluded.base, rival = excluded.rival
            """;

    /** A test reads their plans. */
    static final List<String> STATEMENTS = List.of(OF, PUT);

    private final UnitOfWork unit;

    SqliteVersions(UnitOfWork unit) {
        this.unit = unit;
    }

    @Override
    public Optional<Version> of(String aggregate, String part) {
        return unit.first(
                OF,
                row -> new Version(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                aggregate,
                part);
    }

    @Override
    public void put(String aggregate, String part, Version version) {
        unit.write(session -> new Filling(session.statement(PUT))
                .text(aggregate)
                .text(part)
                .text(version.hlc())
                .text(version.node())
                .text(version.base())
                .text(version.rival())
                .run());
    }
}
