package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.LanesRepository;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.store.sqlite.mapper.LanesMapper;
import java.util.List;
import java.util.Optional;

/** The lanes of the store. Who is active decides what counts as delivered. */
final class SqliteLanes implements LanesRepository {
    private final UnitOfWork unit;
    private final LanesMapper mapper;

    SqliteLanes(UnitOfWork unit) {
        this.unit = unit;
        this.mapper = unit.mappers().lanes();
    }

    @Override
    public List<PairedLane> all() {
        return unit.query(mapper::all);
    }

    @Override
    public Optional<PairedLane> byNode(String node) {
        return unit.query(() -> Optional.ofNullable(mapper.byNode(node)));
    }

    @Override
    public void save(PairedLane lane) {
        unit.change(() -> {
            PairedLane before = mapper.byNode(lane.node());
            boolean wasActive = before != null && before.state() == PairedLane.State.ACTIVE;
            boolean isActive = lane.state() == PairedLane.State.ACTIVE;
            if (wasActive == isActive) {
                write(lane);
            } else {
                new DeliveryBook(unit).movingAll(() -> {
                    write(lane);
                    if (isActive) {
                        unit.mappers().delivery().join(lane.node());
                    }
                });
            }
        });
    }

    private void write(PairedLane lane) {
        mapper.save(lane.node(), lane.label(), LanesMapper.word(lane.state()), lane.address());
    }

    @Override
    public void reached(String node, String address) {
        unit.change(() -> mapper.reached(node, address));
    }
}
