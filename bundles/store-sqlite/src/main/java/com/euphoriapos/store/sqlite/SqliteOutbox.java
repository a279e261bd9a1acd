package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.domain.HashChain;
import com.euphoriapos.store.sqlite.mapper.OutboxMapper;
import com.euphoriapos.store.sqlite.mapper.OutboxMapper.Event;
import com.euphoriapos.store.sqlite.mapper.OutboxMapper.Logged;
import java.util.List;
import java.util.Optional;

/** The lane's own event log. */
final class SqliteOutbox implements OutboxRepository {
    private static final int SLICE = 500;

    private final UnitOfWork unit;
    private final OutboxMapper mapper;

    SqliteOutbox(UnitOfWork unit) {
        this.unit = unit;
        this.mapper = unit.mappers().outbox();
    }

    @Override
    public void append(List<Message> messages) {
        unit.change(() -> {
            for (Event event : unit.log().append(messages)) {
                mapper.insert(event);
            }
        });
    }

    @Override
    public long count(String status) {
        return unit.query(() -> mapper.count(status));
    }

    @Override
    public List<Row> after(long sequence, int limit) {
        UnitOfWork.Position position = unit.position();
        return unit.query(() -> mapper.after(position.origin(), position.epoch().id(), sequence, limit)).stream()
                .map(SqliteOutbox::row)
                .toList();
    }

    private static Row row(Logged logged) {
        Event event = logged.event();
        return new Row(
                event.message(),
                event.origin(),
                event.epoch(),
                event.seq(),
                event.txg(),
                event.hash(),
                logged.status());
    }

    @Override
    public Optional<String> firstBroken() {
        return unit.query(() -> {
            String hash = HashChain.START;
            String epoch = "";
            long seq = 0;
            long position = 0;
            List<Logged> slice = mapper.afterPosition(position, SLICE);
            while (!slice.isEmpty()) {
                for (Logged logged : slice) {
                    Event event = logged.event();
                    long expected = event.epoch().equals(epoch) ? seq + 1 : 1;
                    if (event.seq() != expected || !EventLog.hash(hash, event).equals(event.hash())) {
                        return Optional.of(event.id());
                    }
                    hash = event.hash();
                    epoch = event.epoch();
                    seq = event.seq();
                    position = event.position();
                }
                slice = mapper.afterPosition(position, SLICE);
            }
            return Optional.empty();
        });
    }
}
