package com.euphoriapos.store.sqlite.mapper;

import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.Quantity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** {@code products}, {@code product_barcodes} and their full-text indexes. */
public interface CatalogMapper {
    /** The columns that {@link #match} reads. */
    String MATCH =
            """
            SELECT p.id, p.sku, p.name, p.category, p.size_millilitres, p.price_cents, p.case_size, p.tax_category,
                   p.isActive, i.on_hand, i.sold_count,\s""";

    @Select(
            MATCH
                    + """
            b.pack_size
            FROM product_barcodes b
            JOIN products p ON p.id = b.product_id
            JOIN inventory i ON i.product_id = b.product_id
            WHERE b.barcode = #{code} AND p.isActive = 1
            ORDER BY i.sold_count DESC, p.name, b.pack_size
            """)
    List<CatalogMatch> byCode(@Param("code") String code);

    @Select(
            MATCH
                    + """
            1
            FROM products p
            JOIN inventory i ON i.product_id = p.id
            WHERE p.id = #{id}
            """)
    @Nullable
    CatalogMatch byId(@Param("id") String id);

    @Select(
            """
            SELECT p.id, p.sku, p.name, p.category, p.size_millilitres, p.price_cents, p.case_size, p.tax_category,
                   p.isActive
            FROM products p
            WHERE p.sku = #{sku} COLLATE NOCASE
            ORDER BY p.sku = #{sku} DESC, p.isActive DESC, p.row_id
            LIMIT 1
            """)
    @Nullable
    Product bySku(@Param("sku") String sku);

    /** Row numbers of what the text may mean, in no order; a text that fits no index is given as one that matches nothing. */
    @Select(
            """
            SELECT row_id FROM (SELECT rowid AS row_id FROM products_text WHERE products_text MATCH #{words} LIMIT #{limit})
            UNION
            SELECT row_id FROM (
              SELECT p.row_id FROM products p
              WHERE p.sku >= #{sku} COLLATE NOCASE AND p.sku < #{skuEnd} COLLATE NOCASE
              LIMIT #{limit})
            UNION
            SELECT p.row_id FROM (
              SELECT b.product_id FROM product_barcodes_text t
              JOIN product_barcodes b ON b.row_id = t.rowid
              WHERE t.barcode MATCH #{digits}
              LIMIT #{limit}) f
            JOIN products p ON p.id = f.product_id
            """)
    List<Long> candidates(SearchKeys keys);

    /** The candidates that are sold, most sold first. */
    @Select(
            MATCH
                    + """
            1
            FROM json_each(#{rowIds}) c
            JOIN products p ON p.row_id = c.value
            JOIN inventory i ON i.product_id = p.id
            WHERE p.isActive = 1
            ORDER BY i.sold_count DESC, p.name
            LIMIT #{limit}
            """)
    List<CatalogMatch> byRows(@Param("rowIds") String rowIds, @Param("limit") int limit);

    /** For a text that thousands of names match: walks the most sold and keeps what matches, until there are enough. */
    @Select(
            MATCH
                    + """
            1
            FROM inventory i INDEXED BY inventory_by_sold_count
            CROSS JOIN products p ON p.id = i.product_id
            WHERE p.isActive = 1 AND (
              p.row_id IN (SELECT rowid FROM products_text WHERE products_text MATCH #{keys.words})
              OR p.row_id IN (
                SELECT row_id FROM products
                WHERE sku >= #{keys.sku} COLLATE NOCASE AND sku < #{keys.skuEnd} COLLATE NOCASE)
              OR p.id IN (
                SELECT b.product_id FROM product_barcodes_text t
                JOIN product_barcodes b ON b.row_id = t.rowid
                WHERE t.barcode MATCH #{keys.digits}))
            ORDER BY i.sold_count DESC
            LIMIT #{limit}
            """)
    List<CatalogMatch> broadSearch(@Param("keys") SearchKeys keys, @Param("limit") int limit);

    @Select(
            MATCH
                    + """
            1
            FROM inventory i INDEXED BY inventory_by_sold_count
            CROSS JOIN products p ON p.id = i.product_id
            WHERE p.isActive = 1
            ORDER BY i.sold_count DESC
            LIMIT #{limit}
            """)
    List<CatalogMatch> mostSold(@Param("limit") int limit);

    @Select(
            MATCH
                    + """
            1
            FROM products p INDEXED BY products_by_category
            JOIN inventory i ON i.product_id = p.id
            WHERE p.isActive = 1 AND p.category IN (SELECT value FROM json_each(#{categories}))
            ORDER BY i.sold_count DESC, p.name
            LIMIT #{limit}
            """)
    List<CatalogMatch> mostSoldOf(@Param("categories") String categories, @Param("limit") int limit);

    @Select(
            """
            SELECT DISTINCT category
            FROM products INDEXED BY products_by_category
            WHERE isActive = 1
            ORDER BY category
            """)
    List<String> categories();

    @Select("SELECT COUNT(*) FROM products")
    long count();

    /**
     * A text as the indexes take it.
     *
     * @param words full-text query: each word begins a word of the name
     * @param sku where item numbers that begin with the text start
     * @param skuEnd where they end
     * @param digits full-text query: contained in a barcode
     * @param limit rows to look at, of each index
     */
    record SearchKeys(String words, String sku, String skuEnd, String digits, int limit) {}

    /** Reads {@link #MATCH} and the pack size. */
    static CatalogMatch match(ResultSet row) throws SQLException {
        return new CatalogMatch(product(row), row.getInt(12), new Quantity(row.getLong(10)), row.getLong(11));
    }

    /** Reads the nine columns of a product. */
    static Product product(ResultSet row) throws SQLException {
        return new Product(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                Money.ofCents(row.getLong(6)),
                row.getInt(7),
                row.getString(8),
                row.getInt(9) == 1);
    }
}
