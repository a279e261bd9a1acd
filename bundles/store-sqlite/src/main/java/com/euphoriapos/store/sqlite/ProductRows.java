package com.euphoriapos.store.sqlite;

import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes products with their barcodes. Plain statements in place of mappers: a whole price list passes here. */
final class ProductRows {
    private static final String SAVE =
            """
            INSERT INTO products (id, sku, name, category, size_millilitres, price_cents, case_size, tax_category,
                                  isActive, updatedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
              sku = excluded.sku, name = excluded.name, category = excluded.category,
              size_millilitres = excluded.size_millilitres, price_cents = excluded.price_cents,
              case_size = excluded.case_size, tax_category = excluded.tax_category, isActive = excluded.isActive,
              updatedAt = excluded.updatedAt
            """;
    private static final String OPEN_STOCK =
            """
            INSERT INTO inventory (product_id, on_hand, sold_count, updatedAt)
            VALUES (?, 0, 0, ?)
            ON CONFLICT (product_id) DO NOTHING
            """;
    private static final String BARCODES =
            """
            SELECT barcode, product_id, pack_size
            FROM product_barcodes
            WHERE product_id = ?
            ORDER BY pack_size, row_id
            """;
    private static final String DELETE_BARCODES = "DELETE FROM product_barcodes WHERE product_id = ?";
    private static final String INSERT_BARCODE =
            """
            INSERT INTO product_barcodes (barcode, product_id, pack_size, updatedAt)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (barcode, product_id, pack_size) DO NOTHING
            """;

    /** A test reads their plans. */
    static final List<String> STATEMENTS = List.of(SAVE, OPEN_STOCK, BARCODES, DELETE_BARCODES, INSERT_BARCODE);

    private final Session session;

    ProductRows(Session session) {
        this.session = session;
    }

    int save(Product product, Instant updatedAt) throws SQLException {
        new Filling(session.statement(SAVE))
                .text(product.id())
                .text(product.sku())
                .text(product.name())
                .text(product.category())
                .number(product.sizeMillilitres())
                .money(product.price())
                .number(product.caseSize())
                .text(product.taxCategory())
                .flag(product.active())
                .moment(updatedAt)
                .run();
        return new Filling(session.statement(OPEN_STOCK))
                .text(product.id())
                .moment(updatedAt)
                .run();
    }

    List<ProductBarcode> barcodes(String productId) throws SQLException {
        PreparedStatement statement = session.statement(BARCODES);
        statement.setString(1, productId);
        List<ProductBarcode> barcodes = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                barcodes.add(new ProductBarcode(row.getString(1), row.getString(2), row.getInt(3)));
            }
        }
        return barcodes;
    }

    /** Returns how many are new. */
    int replaceBarcodes(String productId, List<ProductBarcode> barcodes, Instant updatedAt) throws SQLException {
        if (barcodes(productId).equals(barcodes)) {
            return 0;
        }
        new Filling(session.statement(DELETE_BARCODES)).text(productId).run();
        int inserted = 0;
        for (ProductBarcode barcode : barcodes) {
            inserted += new Filling(session.statement(INSERT_BARCODE))
                    .text(barcode.code())
                    .text(barcode.productId())
                    .number(barcode.packSize())
                    .moment(updatedAt)
                    .run();
        }
        return inserted;
    }
}
