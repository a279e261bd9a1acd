package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.store.sqlite.mapper.LaneMapper;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What belongs to this lane alone. */
final class SqliteLane implements LaneRepository {
    /** Who this lane is in the event log. */
    static final String NODE_ID = KEY_NODE_ID;

    private static final String RECEIPT_COUNTER = "receipt_counter";

    private final UnitOfWork unit;
    private final LaneMapper mapper;

    SqliteLane(UnitOfWork unit) {
        this.unit = unit;
        this.mapper = unit.mappers().lane();
    }

    @Override
    public Optional<String> get(String key) {
        return unit.query(() -> Optional.ofNullable(mapper.get(key)));
    }

    @Override
    public void put(String key, String value) {
        unit.change(() -> {
            mapper.put(key, value);
            if (key.equals(NODE_ID)) {
                new DeliveryBook(unit).movingAll(() -> unit.log().identify(value));
            }
        });
    }

    @Override
    public void remove(String key) {
        unit.change(() -> mapper.remove(key));
    }

    @Override
    public String nextReceiptNumber(String workstationId) {
        return unit.change(() -> {
            String last = mapper.get(RECEIPT_COUNTER);
            long next = last == null ? 1 : Math.addExact(Long.parseLong(last), 1);
            mapper.put(RECEIPT_COUNTER, Long.toString(next));
            String session = unit.position().epoch().session();
            return String.format(Locale.ROOT, "%s-%s-%06d", workstationId, session, next);
        });
    }

    @Override
    public void saveOpenTransaction(String transactionId, String body, Instant at) {
        unit.change(() -> mapper.saveOpenTransaction(transactionId, body, at));
    }

    @Override
    public Optional<String> openTransaction() {
        return unit.query(() -> Optional.ofNullable(mapper.openTransaction()));
    }

    @Override
    public void clearOpenTransaction() {
        unit.change(mapper::clearOpenTransaction);
    }
}
