package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.InventoryRepository;
import com.euphoriapos.domain.Quantity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stock: the sums move only when the change is new. Plain statements where each line of each sale passes. */
final class SqliteInventory implements InventoryRepository {
    private static final String SALE = "sale";
    private static final String INSERT =
            """
            INSERT INTO inventory_changes (id, product_id, changeAmount, reason, transaction_id, createdAt)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING
            """;
    private static final String MOVE =
            """
            INSERT INTO inventory (product_id, on_hand, sold_count, updatedAt)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (product_id) DO UPDATE SET
              on_hand = on_hand + excluded.on_hand, sold_count = sold_count + excluded.sold_count,
              updatedAt = excluded.updatedAt
            """;
    private static final String BY_ID =
            """
            SELECT id, product_id, changeAmount, reason, transaction_id, createdAt
            FROM inventory_changes
            WHERE id = ?
            """;
    private static final String LAST_COUNTED =
            """
            SELECT id
            FROM inventory_changes
            WHERE product_id = ? AND reason <> 'sale'
            ORDER BY createdAt DESC, id DESC
            LIMIT 1
            """;
    private static final String ON_HAND = "SELECT on_hand FROM inventory WHERE product_id = ?";

    /** A test reads their plans. */
    static final List<String> STATEMENTS = List.of(INSERT, MOVE, BY_ID, LAST_COUNTED, ON_HAND);

    private final UnitOfWork unit;

    SqliteInventory(UnitOfWork unit) {
        this.unit = unit;
    }

    @Override
    public boolean apply(Change change) {
        return unit.write(session -> {
            boolean isNew = new Filling(session.statement(INSERT))
                            .text(change.changeId())
                            .text(change.productId())
                            .quantity(change.change())
                            .text(change.reason())
                            .text(change.transactionId())
                            .moment(change.createdAt())
                            .run()
                    > 0;
            if (isNew) {
                new Filling(session.statement(MOVE))
                        .text(change.productId())
                        .quantity(change.change())
                        .number(SALE.equals(change.reason()) ? 1 : 0)
                        .moment(change.createdAt())
                        .run();
            }
            return isNew;
        });
    }

    @Override
    public Optional<Change> byId(String changeId) {
        return unit.first(BY_ID, SqliteInventory::change, changeId);
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getString(1),
                row.getString(2),
                new Quantity(row.getLong(3)),
                row.getString(4),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)));
    }

    @Override
    public Optional<String> lastCounted(String productId) {
        return unit.first(LAST_COUNTED, row -> row.getString(1), productId);
    }

    @Override
    public Quantity onHand(String productId) {
        return unit.first(ON_HAND, row -> new Quantity(row.getLong(1)), productId)
                .orElse(Quantity.ZERO);
    }
}
