package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.SuspendedRepository;
import com.euphoriapos.store.sqlite.mapper.SuspendedMapper;
import java.util.List;
import java.util.Optional;

/** Sales that were put aside, and claims. */
final class SqliteSuspended implements SuspendedRepository {
    private final UnitOfWork unit;
    private final SuspendedMapper mapper;

    SqliteSuspended(UnitOfWork unit) {
        this.unit = unit;
        this.mapper = unit.mappers().suspended();
    }

    @Override
    public void save(Suspended sale) {
        unit.change(() -> mapper.save(sale, sale.at()));
    }

    @Override
    public List<Suspended> waiting() {
        return unit.query(mapper::waiting);
    }

    @Override
    public Optional<Suspended> byId(String id) {
        return unit.query(() -> Optional.ofNullable(mapper.byId(id)));
    }

    @Override
    public Optional<Suspended> byNumber(String number) {
        return unit.query(() -> Optional.ofNullable(mapper.byNumber(number)));
    }

    @Override
    public boolean claim(Claim claim) {
        return unit.change(() -> mapper.claim(claim, claim.at()) > 0);
    }

    @Override
    public List<Claim> claims(String name) {
        return unit.query(() -> mapper.claims(name));
    }
}
