package com.euphoriapos.store.sqlite.mapper;

import com.euphoriapos.api.store.InventoryRepository.Change;
import com.euphoriapos.domain.Quantity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** {@code inventory_changes} and {@code inventory}. */
public interface InventoryMapper {
    @Insert(
            """
            INSERT INTO inventory_changes (id, product_id, changeAmount, reason, transaction_id, createdAt)
            VALUES (#{changeId}, #{productId}, #{change}, #{reason}, #{transactionId}, #{createdAt})
            ON CONFLICT (id) DO NOTHING
            """)
    int insert(Change change);

    @Select(
            """
            SELECT id, product_id, changeAmount, reason, transaction_id, createdAt
            FROM inventory_changes
            WHERE id = #{changeId}
            """)
    @Nullable
    Stored byId(@Param("changeId") String changeId);

    @Insert(
            """
            INSERT INTO inventory (product_id, on_hand, sold_count, updatedAt)
            VALUES (#{productId}, #{change}, #{sales}, #{at})
            ON CONFLICT (product_id) DO UPDATE SET
              on_hand = on_hand + excluded.on_hand, sold_count = sold_count + excluded.sold_count,
              updatedAt = excluded.updatedAt
            """)
    void move(Move move);

    @Select("SELECT on_hand FROM inventory WHERE product_id = #{productId}")
    @Nullable
    Quantity onHand(@Param("productId") String productId);

    @Select(
            """
            SELECT id
            FROM inventory_changes
            WHERE product_id = #{productId} AND reason <> 'sale'
            ORDER BY createdAt DESC, id DESC
            LIMIT 1
            """)
    @Nullable
    String lastCounted(@Param("productId") String productId);

    /** Reads what {@link #byId} selects. */
    static Stored stored(ResultSet row) throws SQLException {
        return new Stored(new Change(
                row.getString(1),
                row.getString(2),
                new Quantity(row.getLong(3)),
                row.getString(4),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6))));
    }

    /** A change that was read; what is written is no row type. */
    record Stored(Change change) {}

    /** What a change does to the sums. */
    record Move(String productId, Quantity change, int sales, Instant at) {}
}
