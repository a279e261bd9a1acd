package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.InventoryRepository;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.store.sqlite.mapper.InventoryMapper;
import com.euphoriapos.store.sqlite.mapper.InventoryMapper.Move;
import java.util.Optional;

/** Stock: the sums move only when the change is new. */
final class SqliteInventory implements InventoryRepository {
    private static final String SALE = "sale";

    private final UnitOfWork unit;
    private final InventoryMapper mapper;

    SqliteInventory(UnitOfWork unit) {
        this.unit = unit;
        this.mapper = unit.mappers().inventory();
    }

    @Override
    public boolean apply(Change change) {
        return unit.change(() -> {
            if (mapper.insert(change) == 0) {
                return false;
            }
            int sales = SALE.equals(change.reason()) ? 1 : 0;
            mapper.move(new Move(change.productId(), change.change(), sales, change.createdAt()));
            return true;
        });
    }

    @Override
    public Optional<Change> byId(String changeId) {
        return unit.query(() -> Optional.ofNullable(mapper.byId(changeId))).map(InventoryMapper.Stored::change);
    }

    @Override
    public Optional<String> lastCounted(String productId) {
        return unit.query(() -> Optional.ofNullable(mapper.lastCounted(productId)));
    }

    @Override
    public Quantity onHand(String productId) {
        return unit.query(() -> {
            Quantity found = mapper.onHand(productId);
            return found == null ? Quantity.ZERO : found;
        });
    }
}
