package com.euphoriapos.store.sqlite.mapper;

import com.euphoriapos.api.store.TransactionRepository.Amount;
import com.euphoriapos.api.store.TransactionRepository.DayTotals;
import com.euphoriapos.api.store.TransactionRepository.Row;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.PriceOverride;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.domain.TaxLineItem;
import com.euphoriapos.domain.TenderLineItem;
import com.euphoriapos.domain.TenderType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads {@code transactions}, {@code transaction_items}, {@code transaction_tenders}, {@code transaction_taxes}. */
public interface TransactionMapper {
    /** The columns that {@link #row} reads. */
    String ROW =
            "SELECT t.id, t.receipt_number, t.completed_at, t.total_cents, t.item_count, t.operator_name, t.workstation_id\n";

    @Select("SELECT content_hash FROM transactions WHERE id = #{id}")
    @Nullable
    String contentHash(@Param("id") String id);

    @Select(
            """
            SELECT id, receipt_number, workstation_id, status, opened_by, opened_at, operator_id, operator_name, completed_at,
                   business_day, subtotal_cents, tax_cents, total_cents, item_count, content_hash
            FROM transactions
            WHERE id = #{id}
            """)
    @Nullable
    StoredHeader header(@Param("id") String id);

    @Select(
            """
            SELECT id
            FROM transactions
            WHERE receipt_number = #{number}
            ORDER BY completed_at DESC
            LIMIT 1
            """)
    @Nullable
    String idOfReceipt(@Param("number") String receiptNumber);

    @Select(
            """
            SELECT line_number, product_id, sku, name, category, size_millilitres, pack_size, quantity, unit_price_cents,
                   tax_category, code, voided, voided_by, regular_price_cents, price_reason, price_changed_by,
                   price_approved_by
            FROM transaction_items
            WHERE transaction_id = #{id}
            ORDER BY line_number
            """)
    List<SaleLineItem> items(@Param("id") String id);

    @Select(
            """
            SELECT type, tendered_cents, change_cents
            FROM transaction_tenders
            WHERE transaction_id = #{id}
            ORDER BY line_number
            """)
    List<TenderLineItem> tenders(@Param("id") String id);

    @Select(
            """
            SELECT category, rate_ppm, taxable_cents, tax_cents
            FROM transaction_taxes
            WHERE transaction_id = #{id}
            ORDER BY line_number
            """)
    List<TaxLineItem> taxes(@Param("id") String id);

    @Select(
            ROW
                    + """
            FROM transactions t
            ORDER BY t.completed_at DESC, t.id DESC
            LIMIT #{limit}
            """)
    List<Row> newest(@Param("limit") int limit);

    @Select(
            ROW
                    + """
            FROM transactions t
            WHERE t.business_day = #{day}
            ORDER BY t.completed_at DESC
            LIMIT #{limit}
            """)
    List<Row> ofDay(@Param("day") long day, @Param("limit") int limit);

    /** A day has few sales, so all of them are looked at, the newest first. */
    @Select(
            ROW
                    + """
            FROM transactions t
            WHERE t.business_day = #{day} AND (
              t.receipt_number LIKE #{pattern} ESCAPE '\\'
              OR t.total_cents = #{cents}
              OR EXISTS (
                SELECT 1 FROM transaction_items i
                WHERE i.transaction_id = t.id
                  AND (i.name LIKE #{pattern} ESCAPE '\\' OR i.sku LIKE #{pattern} ESCAPE '\\')))
            ORDER BY t.completed_at DESC
            LIMIT #{limit}
            """)
    List<Row> searchDay(DaySearch search);

    /**
     * All days. Each part uses an index: the whole number or its beginning, an amount, products by their present name or number;
     * a part of a number is looked for among the newest sales only, because no index finds the inside of a text.
     */
    @Select(
            ROW
                    + """
            FROM transactions t
            WHERE t.id IN (
              SELECT id FROM transactions WHERE receipt_number >= #{prefix} AND receipt_number < #{prefixEnd}
              UNION
              SELECT id FROM transactions WHERE total_cents = #{cents}
              UNION
              SELECT id FROM (
                SELECT id, receipt_number FROM transactions ORDER BY completed_at DESC LIMIT #{newest})
              WHERE receipt_number LIKE #{pattern} ESCAPE '\\'
              UNION
              SELECT i.transaction_id
              FROM products p
              CROSS JOIN transaction_items i ON i.product_id = p.id
              WHERE p.name LIKE #{pattern} ESCAPE '\\' OR p.sku LIKE #{pattern} ESCAPE '\\')
            ORDER BY t.completed_at DESC, t.id DESC
            LIMIT #{limit}
            """)
    List<Row> searchAll(FullSearch search);

    @Select(
            """
            SELECT COUNT(*), COALESCE(SUM(total_cents), 0)
            FROM transactions
            WHERE business_day = #{day}
            """)
    DayTotals totals(@Param("day") long day);

    @Select("SELECT id, total_cents FROM transactions WHERE business_day = #{day} ORDER BY id")
    List<Amount> amounts(@Param("day") long day);

    /** A row of {@code transactions}; {@code businessDay} is an epoch day. */
    record Header(
            String id,
            String receiptNumber,
            String workstationId,
            String status,
            String openedBy,
            Instant openedAt,
            String operatorId,
            String operatorName,
            Instant completedAt,
            long businessDay,
            Money subtotal,
            Money tax,
            Money total,
            Quantity itemCount,
            String contentHash) {}

    /** A row as read. */
    record StoredHeader(Header header) {}

    /** A text to find on one day; {@code cents} is -1 when the text is no amount. */
    record DaySearch(long day, String pattern, long cents, int limit) {}

    /** A text to find on all days; part of a receipt number among the {@code newest} sales. */
    record FullSearch(String prefix, String prefixEnd, String pattern, long cents, int newest, int limit) {}

    /** Reads a header. */
    static StoredHeader header(ResultSet row) throws SQLException {
        Header header = new Header(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)),
                row.getString(7),
                row.getString(8),
                Instant.ofEpochMilli(row.getLong(9)),
                row.getLong(10),
                Money.ofCents(row.getLong(11)),
                Money.ofCents(row.getLong(12)),
                Money.ofCents(row.getLong(13)),
                new Quantity(row.getLong(14)),
                row.getString(15));
        return new StoredHeader(header);
    }

    /** Reads {@link #ROW}. */
    static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString(1),
                row.getString(2),
                Instant.ofEpochMilli(row.getLong(3)),
                Money.ofCents(row.getLong(4)),
                new Quantity(row.getLong(5)),
                row.getString(6),
                row.getString(7));
    }

    /** Reads a line. */
    static SaleLineItem item(ResultSet row) throws SQLException {
        return new SaleLineItem(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getInt(7),
                new Quantity(row.getLong(8)),
                Money.ofCents(row.getLong(9)),
                row.getString(10),
                row.getString(11),
                row.getInt(12) == 1,
                row.getString(13),
                override(row));
    }

    private static Optional<PriceOverride> override(ResultSet row) throws SQLException {
        String reason = row.getString(15);
        return reason.isEmpty()
                ? Optional.empty()
                : Optional.of(new PriceOverride(
                        Money.ofCents(row.getLong(14)), reason, row.getString(16), row.getString(17)));
    }

    /** Reads a payment. */
    static TenderLineItem tender(ResultSet row) throws SQLException {
        return new TenderLineItem(
                TenderType.valueOf(row.getString(1)), Money.ofCents(row.getLong(2)), Money.ofCents(row.getLong(3)));
    }

    /** Reads a tax. */
    static TaxLineItem tax(ResultSet row) throws SQLException {
        return new TaxLineItem(
                row.getString(1),
                new Rate(row.getLong(2)),
                Money.ofCents(row.getLong(3)),
                Money.ofCents(row.getLong(4)));
    }

    /** Reads what a sale came to. */
    static Amount amount(ResultSet row) throws SQLException {
        return new Amount(row.getString(1), Money.ofCents(row.getLong(2)));
    }

    /** Reads a day's sums. */
    static DayTotals totals(ResultSet row) throws SQLException {
        return new DayTotals(row.getLong(1), Money.ofCents(row.getLong(2)));
    }
}
