package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.store.sqlite.mapper.JournalMapper;
import java.util.List;
import java.util.Optional;

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
