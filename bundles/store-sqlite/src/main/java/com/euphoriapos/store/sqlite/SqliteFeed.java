package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.CommitListener.Subject;
import com.euphoriapos.api.store.FeedRepository;
import com.euphoriapos.store.sqlite.mapper.FeedMapper;
import java.util.List;

/** What was changed centrally. */
final class SqliteFeed implements FeedRepository {
    private static final String CURSOR = "cloud.cursor";
    /** Plain: a price list of the cloud passes here change by change. */
    private static final String PUT =
            """
            INSERT INTO cloud_changes (kind, id, seq, body)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (kind, id) DO UPDATE SET seq = excluded.seq, body = excluded.body
            WHERE excluded.seq >= seq
            """;

    /** A test reads their plans. */
    static final List<String> STATEMENTS = List.of(PUT);

    private final UnitOfWork unit;
    private final FeedMapper mapper;

    SqliteFeed(UnitOfWork unit) {
        this.unit = unit;
        this.mapper = unit.mappers().feed();
    }

    @Override
    public String cursor() {
        return new SqliteLane(unit).get(CURSOR).orElse("");
    }

    @Override
    public void cursor(String cursor) {
        new SqliteLane(unit).put(CURSOR, cursor);
    }

    @Override
    public void put(Change change, Subject subject) {
        unit.write(session -> new Filling(session.statement(PUT))
                .text(change.kind())
                .text(change.id())
                .number(change.seq())
                .text(change.body())
                .run());
        unit.applied(subject);
    }

    @Override
    public List<Change> after(long seq, int limit) {
        return unit.query(() -> mapper.after(seq, limit));
    }

    @Override
    public void clear() {
        unit.change(mapper::clear);
        new SqliteLane(unit).remove(CURSOR);
    }
}
