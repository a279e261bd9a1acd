package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.store.sqlite.mapper.JournalMapper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people did. */
final class SqliteJournal implements JournalRepository {
    private static final int SLICE = 500;

    private final UnitOfWork unit;
    private final JournalMapper mapper;

    SqliteJournal(UnitOfWork unit) {
        this.unit = unit;
        this.mapper = unit.mappers().journal();
    }

    @Override
    public void append(Entry entry) {
        unit.change(() -> {
            JournalMapper.Row row = unit.log().append(entry);
            mapper.insert(row.number(), entry, row.hash());
        });
    }

    @Override
    public List<Entry> latest(int limit) {
        return unit.query(() -> mapper.latest(limit)).stream()
                .map(JournalMapper.Row::entry)
                .toList();
    }

    @Override
    public List<Numbered> find(Filter filter) {
        JournalMapper.Criteria criteria = new JournalMapper.Criteria(
                filter.before(),
                filter.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
                filter.to().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE),
                filter.kind(),
                jsonArray(filter.actors()),
                filter.text().toLowerCase(Locale.ROOT),
                filter.limit());
        return unit.query(() -> mapper.find(criteria)).stream()
                .map(SqliteJournal::numbered)
                .toList();
    }

    @Override
    public List<String> kinds() {
        return unit.query(mapper::kinds);
    }

    @Override
    public Optional<Numbered> head() {
        return unit.query(() -> Optional.ofNullable(mapper.last())).map(SqliteJournal::numbered);
    }

    @Override
    public Optional<Numbered> byNumber(long number) {
        return unit.query(() -> Optional.ofNullable(mapper.byNumber(number))).map(SqliteJournal::numbered);
    }

    /** Ids of employees, and the console's name: a quote or a backslash in one could not be an actor. */
    private static String jsonArray(List<String> ids) {
        return ids.stream()
                .filter(id -> id.indexOf('"') < 0 && id.indexOf('\\') < 0)
                .map(id -> '"' + id + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static Numbered numbered(JournalMapper.Row row) {
        return new Numbered(row.number(), row.entry(), row.hash());
    }

    @Override
    public Optional<Long> firstBroken() {
        return unit.query(() -> {
            String hash = HashChain.START;
            long number = 0;
            List<JournalMapper.Row> slice = mapper.after(number, SLICE);
            while (!slice.isEmpty()) {
                for (JournalMapper.Row row : slice) {
                    number++;
                    if (row.number() != number
                            || !EventLog.hash(hash, number, row.entry()).equals(row.hash())) {
                        return Optional.of(number);
                    }
                    hash = row.hash();
                }
                slice = mapper.after(number, SLICE);
            }
            return Optional.empty();
        });
    }
}
