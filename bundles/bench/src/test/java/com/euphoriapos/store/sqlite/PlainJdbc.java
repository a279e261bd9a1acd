package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.store.sqlite.mapper.CatalogMapper;
import com.euphoriapos.testkit.store.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The yardstick: the same rows by statements prepared once on a connection with the same settings, and nothing around them. */
final class PlainJdbc implements AutoCloseable {
    private static final String HASH = "0123456789abcdef0123456789abcdef";

    private final Connection connection;
    private final PreparedStatement lookup;
    private final List<PreparedStatement> inserts = new ArrayList<>();
    private long position;

    PlainJdbc(Path file) throws SQLException {
        connection = new DatabaseFile(file).openWriter();
        lookup = connection.prepareStatement(
                CatalogMapper.MATCH
                        + """
                b.pack_size
                FROM product_barcodes b
                JOIN products p ON p.id = b.product_id
                JOIN inventory i ON i.product_id = b.product_id
                WHERE b.barcode = ? AND p.isActive = 1
                ORDER BY i.sold_count DESC, p.name, b.pack_size
                """);
        for (String sql : List.of(
                "INSERT INTO transactions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                "INSERT INTO transaction_items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                "INSERT INTO transaction_tenders VALUES (?, ?, ?, ?, ?)",
                "INSERT INTO transaction_taxes VALUES (?, ?, ?, ?, ?, ?)",
                "INSERT INTO inventory_changes VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                """
                INSERT INTO inventory (product_id, on_hand, sold_count, updatedAt) VALUES (?, ?, ?, ?)
                ON CONFLICT (product_id) DO UPDATE SET
                  on_hand = on_hand + excluded.on_hand, sold_count = sold_count + excluded.sold_count,
                  updatedAt = excluded.updatedAt
                """,
                "INSERT INTO outbox VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)",
                "DELETE FROM open_transaction")) {
            inserts.add(connection.prepareStatement(sql));
        }
    }

    List<CatalogMatch> byCode(String code) throws SQLException {
        lookup.setString(1, code);
        List<CatalogMatch> found = new ArrayList<>();
        try (ResultSet row = lookup.executeQuery()) {
            while (row.next()) {
                found.add(CatalogMapper.match(row));
            }
        }
        return found;
    }

    void complete(CompletedTransaction sale) throws SQLException {
        connection.setAutoCommit(false);
        PricedTransaction priced = sale.priced();
        String id = sale.id();
        long at = sale.completedAt().toEpochMilli();
        run(
                0,
                id,
                sale.receiptNumber(),
                "L1",
                "COMPLETED",
                sale.operatorId(),
                at,
                sale.operatorId(),
                sale.operatorName(),
                at,
                sale.businessDay().toEpochDay(),
                priced.subtotal().cents(),
                priced.tax().cents(),
                priced.total().cents(),
                priced.itemCount().thousandths(),
                HASH);
        for (SaleLineItem line : priced.transaction().lines()) {
            run(
                    1,
                    id,
                    line.lineNumber(),
                    line.productId(),
                    line.sku(),
                    line.name(),
                    line.category(),
                    line.sizeMillilitres(),
                    line.packSize(),
                    line.quantity().thousandths(),
                    line.unitPrice().cents(),
                    line.extendedAmount().cents(),
                    line.taxCategory(),
                    line.code(),
                    0,
                    "",
                    0,
                    "",
                    "",
                    "");
        }
        run(2, id, 1, "CASH", sale.tendered().cents(), sale.change().cents());
        run(
                3,
                id,
                1,
                "standard",
                88_750,
                priced.subtotal().cents(),
                priced.tax().cents());
        for (Message message : Samples.messages(sale)) {
            position++;
            run(
                    6,
                    position,
                    message.id(),
                    message.topic(),
                    message.payload(),
                    "pending",
                    0,
                    at,
                    "origin",
                    "epoch",
                    position,
                    position,
                    message.aggregate(),
                    "018f3c2a1b2c-0003",
                    message.actor(),
                    1,
                    HASH,
                    message.payload().length());
        }
        for (SaleLineItem line : priced.transaction().lines()) {
            run(
                    4,
                    Samples.id(id + " change " + line.lineNumber()),
                    line.productId(),
                    -line.pieces().thousandths(),
                    "sale",
                    id,
                    at);
            run(5, line.productId(), -line.pieces().thousandths(), 1, at);
        }
        run(7, position, at, "SALE_COMPLETED", sale.operatorId(), id, "{}", HASH);
        run(8);
        connection.commit();
    }

    private void run(int statement, Object... values) throws SQLException {
        PreparedStatement prepared = inserts.get(statement);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String text) {
                prepared.setString(i + 1, text);
            } else {
                prepared.setLong(i + 1, ((Number) values[i]).longValue());
            }
        }
        prepared.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
