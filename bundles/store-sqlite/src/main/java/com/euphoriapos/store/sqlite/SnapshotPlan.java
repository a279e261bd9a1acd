package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.sync.SnapshotPart;
import com.euphoriapos.api.sync.Topics;
import java.util.List;

/**
 * Which tables a part of a snapshot has, and how their rows are taken in. A step walks its table in the order of one key; its statements
 * take the keys after {@code ?1} up to {@code ?2}; {@code ?3} is this lane.
 */
final class SnapshotPlan {
    /** Version of the form of the file. */
    static final String FORMAT = "1";

    /** Whoever edited something here later than the snapshot knows keeps it. */
    private static final String UNLESS_EDITED =
            """
              AND NOT EXISTS (SELECT 1 FROM main.versions v
                              WHERE v.agg = '%s' || s.%s
                                AND NOT EXISTS (SELECT 1 FROM snap.versions w
                                                WHERE w.agg = v.agg AND w.part = v.part
                                                  AND w.hlc || ' ' || w.node >= v.hlc || ' ' || v.node))
            """;

    /** One table. */
    record Step(String table, String key, List<String> statements) {}

    /** A table whose rows are as they are and never change. */
    private static Step plain(String table, String key) {
        return new Step(table, key, List.of(take(table, key)));
    }

    private static String take(String table, String key) {
        return "INSERT INTO main." + table + " SELECT * FROM snap." + table + " WHERE " + key + " > ?1 AND " + key
                + " <= ?2 ON CONFLICT DO NOTHING";
    }

    private static String range(String key) {
        return "WHERE s." + key + " > ?1 AND s." + key + " <= ?2\n";
    }

    private static final Step CONFIG = new Step(
            "pos_config",
            "key",
            List.of(
                    "INSERT INTO main.pos_config (key, value, updatedAt)\n"
                            + "SELECT s.key, s.value, s.updatedAt FROM snap.pos_config s\n" + range("key")
                            + UNLESS_EDITED.formatted("pos_config:", "key")
                            + """
                    ON CONFLICT (key) DO UPDATE SET value = excluded.value, updatedAt = excluded.updatedAt
                    """));

    /** A part of a person whose edit here is not newer than the snapshot's. */
    private static String personPart(String part, String columns) {
        return "UPDATE main.employees SET " + columns + ", updatedAt = MAX(employees.updatedAt, s.updatedAt)\n"
                + "FROM snap.employees s\n" + range("id") + "AND employees.id = s.id\n"
                + UNLESS_EDITED
                        .replace("WHERE v.agg", "WHERE v.part = '" + part + "' AND v.agg")
                        .formatted("employee:", "id");
    }

    /** Each part by itself, as it is edited: a PIN that was set here does not bring back whom others let go. */
    private static final Step EMPLOYEES = new Step(
            "employees",
            "id",
            List.of(
                    """
                    INSERT INTO main.employees (id, firstName, lastName, role, pin_lookup, pin_hash, isActive, updatedAt,
                                                pin_length, badge_lookup, pin_reset_required)
                    SELECT s.id, s.firstName, s.lastName, s.role, s.pin_lookup, s.pin_hash, s.isActive, s.updatedAt,
                           s.pin_length, s.badge_lookup, s.pin_reset_required
                    FROM snap.employees s
                    """
                            + range("id") + "ON CONFLICT (id) DO NOTHING",
                    personPart("person", "firstName = s.firstName, lastName = s.lastName, role = s.role"),
                    personPart(
                            "pin",
                            "pin_lookup = s.pin_lookup, pin_hash = s.pin_hash, pin_length = s.pin_length,"
                                    + " pin_reset_required = s.pin_reset_required"),
                    personPart("badge", "badge_lookup = s.badge_lookup"),
                    """
                    UPDATE main.employees
                    SET isActive = CASE WHEN s.deactivated > '000000000000-0000 -' THEN s.undone >= s.deactivated
                                        ELSE s.isActive END
                    FROM (SELECT s.id, s.isActive,
                                 MAX(COALESCE(v.hlc || ' ' || v.node, ''), COALESCE(w.hlc || ' ' || w.node, ''))
                                   AS deactivated,
                                 MAX(COALESCE(v.base, ''), COALESCE(w.base, '')) AS undone
                          FROM snap.employees s
                          LEFT JOIN main.versions v ON v.agg = 'employee:' || s.id AND v.part = 'active'
                          LEFT JOIN snap.versions w ON w.agg = 'employee:' || s.id AND w.part = 'active'
                          WHERE s.id > ?1 AND s.id <= ?2) s
                    WHERE employees.id = s.id
                    """));

    private static final Step LANES = new Step(
            "lanes",
            "node_id",
            List.of(
                    "INSERT INTO main.lanes (node_id, label, state, last_addr)\n"
                            + "SELECT s.node_id, s.label, s.state, s.last_addr FROM snap.lanes s\n" + range("node_id")
                            + "AND s.node_id <> ?3\n" + UNLESS_EDITED.formatted("lane:", "node_id")
                            + """
                    ON CONFLICT (node_id) DO UPDATE SET
                      label = excluded.label, state = excluded.state,
                      last_addr = CASE WHEN last_addr = '' THEN excluded.last_addr ELSE last_addr END
                    """));

    private static final Step DISCOUNTS = new Step(
            "discount_rules",
            "id",
            List.of(
                    """
                    INSERT INTO main.discount_rules (id, scope, category, size, percent, fixedAmount,
                                                     employeeApprovalRequired, isActive, needs_review, updatedAt)
                    SELECT s.id, s.scope, s.category, s.size, s.percent, s.fixedAmount, s.employeeApprovalRequired,
                           s.isActive, s.needs_review, s.updatedAt
                    FROM snap.discount_rules s
                    """
                            + range("id") + UNLESS_EDITED.formatted("discount_rule:", "id")
                            + """
                    ON CONFLICT (id) DO UPDATE SET
                      scope = excluded.scope, category = excluded.category, size = excluded.size,
                      percent = excluded.percent, fixedAmount = excluded.fixedAmount,
                      employeeApprovalRequired = excluded.employeeApprovalRequired, isActive = excluded.isActive,
                      needs_review = excluded.needs_review, updatedAt = excluded.updatedAt
                    """));

    /** The row's own number stays this lane's. */
    private static final Step PRODUCTS = new Step(
            "products",
            "id",
            List.of(
                    "DELETE FROM main.product_barcodes WHERE product_id IN (SELECT s.id FROM snap.products s\n"
                            + range("id") + UNLESS_EDITED.formatted("product:", "id") + ")",
                    """
                    INSERT INTO main.products (id, sku, name, category, size_millilitres, price_cents, case_size,
                                               tax_category, isActive, needs_review, updatedAt)
                    SELECT s.id, s.sku, s.name, s.category, s.size_millilitres, s.price_cents, s.case_size,
                           s.tax_category, s.isActive, s.needs_review, s.updatedAt
                    FROM snap.products s
                    """
                            + range("id") + UNLESS_EDITED.formatted("product:", "id")
                            + """
                    ON CONFLICT (id) DO UPDATE SET
                      sku = excluded.sku, name = excluded.name, category = excluded.category,
                      size_millilitres = excluded.size_millilitres, price_cents = excluded.price_cents,
                      case_size = excluded.case_size, tax_category = excluded.tax_category,
                      isActive = excluded.isActive, needs_review = excluded.needs_review,
                      updatedAt = excluded.updatedAt
                    """));

    private static final Step BARCODES = new Step(
            "product_barcodes",
            "barcode",
            List.of("INSERT INTO main.product_barcodes (barcode, product_id, pack_size, updatedAt)\n"
                    + "SELECT s.barcode, s.product_id, s.pack_size, s.updatedAt FROM snap.product_barcodes s\n"
                    + range("barcode")
                    + "AND EXISTS (SELECT 1 FROM main.products p WHERE p.id = s.product_id)\n"
                    + UNLESS_EDITED.formatted("product:", "product_id") + "ON CONFLICT DO NOTHING"));

    /** The sums of the snapshot; the changes behind them come with the history and take them out of the base again. */
    private static final Step STOCK = new Step(
            "inventory",
            "product_id",
            List.of(
                    """
                    INSERT INTO main.inventory (product_id, on_hand, sold_count, updatedAt, base, base_sold)
                    SELECT s.product_id, s.on_hand, s.sold_count, s.updatedAt, s.on_hand, s.sold_count
                    FROM snap.inventory s
                    """
                            + range("product_id")
                            + """
                    ON CONFLICT (product_id) DO UPDATE SET
                      on_hand = on_hand - base + excluded.base,
                      sold_count = MAX(0, sold_count - base_sold + excluded.base_sold),
                      base = excluded.base, base_sold = excluded.base_sold
                    """));

    private static final Step REVIEWS = new Step(
            "reviews",
            "id",
            List.of(
                    """
                    INSERT INTO main.reviews (id, kind, subject, detail, at, resolved, resolved_by, resolved_at)
                    SELECT s.id, s.kind, s.subject, s.detail, s.at, s.resolved, s.resolved_by, s.resolved_at
                    FROM snap.reviews s
                    """
                            + range("id")
                            + """
                    ON CONFLICT (id) DO UPDATE SET
                      resolved = 1, resolved_by = excluded.resolved_by, resolved_at = excluded.resolved_at
                    WHERE excluded.resolved = 1
                    """));

    /**
     * Winner and rival of all edits that either side knows. Whether somebody may sign in has the highest deactivation in place of the
     * winner, and the highest that was taken back in place of the base.
     */
    private static final Step VERSIONS = new Step(
            "versions",
            "agg",
            List.of(
                    """
                    INSERT INTO main.versions (agg, part, hlc, node, base, rival)
                    SELECT s.agg, s.part, s.hlc, s.node, s.base, s.rival
                    FROM snap.versions s
                    """
                            + range("agg")
                            + """
                    ON CONFLICT (agg, part) DO UPDATE SET
                      hlc = CASE WHEN later THEN excluded.hlc ELSE hlc END,
                      node = CASE WHEN later THEN excluded.node ELSE node END,
                      base = CASE WHEN activity THEN MAX(base, excluded.base)
                                  WHEN later THEN excluded.base
                                  ELSE base END,
                      rival = CASE WHEN activity THEN ''
                                   WHEN excluded.hlc = hlc AND excluded.node = node THEN MAX(rival, excluded.rival)
                                   ELSE MAX(rival, excluded.rival,
                                            MIN(hlc || ' ' || node, excluded.hlc || ' ' || excluded.node)) END
                    """
                                    .replace("later", "excluded.hlc || ' ' || excluded.node > hlc || ' ' || node")
                                    .replace("activity", "part = 'active' AND agg LIKE 'employee:%'")));

    /** A sale and its lines. */
    private static final Step SALES = new Step(
            "transactions",
            "id",
            List.of(
                    take("transactions", "id"),
                    take("transaction_items", "transaction_id"),
                    take("transaction_tenders", "transaction_id"),
                    take("transaction_taxes", "transaction_id")));

    /** What was counted in the base is there by itself now; what this lane had already was counted twice. */
    private static final Step CHANGES = new Step(
            "inventory_changes",
            "id",
            List.of(
                    """
                    UPDATE main.inventory
                    SET on_hand = on_hand - d.twice, sold_count = MAX(0, sold_count - d.sold_twice)
                    FROM (SELECT s.product_id AS product, SUM(s.changeAmount) AS twice,
                                 SUM(s.reason = 'sale') AS sold_twice
                          FROM snap.inventory_changes s
                          JOIN main.inventory_changes mine ON mine.id = s.id
                          WHERE s.id > ?1 AND s.id <= ?2
                          GROUP BY s.product_id) AS d
                    WHERE inventory.product_id = d.product
                    """,
                    """
                    UPDATE main.inventory
                    SET base = base - d.here, base_sold = base_sold - d.sold
                    FROM (SELECT s.product_id AS product, SUM(s.changeAmount) AS here, SUM(s.reason = 'sale') AS sold
                          FROM snap.inventory_changes s
                          WHERE s.id > ?1 AND s.id <= ?2
                          GROUP BY s.product_id) AS d
                    WHERE inventory.product_id = d.product
                    """,
                    take("inventory_changes", "id")));

    /** Forgets the sums of a snapshot whose history never came, before those of another one are taken. */
    static final String FORGET_BASE =
            """
            UPDATE inventory
            SET on_hand = on_hand - base, sold_count = MAX(0, sold_count - base_sold), base = 0, base_sold = 0
            WHERE base <> 0 OR base_sold <> 0
            """;

    private static final String FURTHER =
            """
            SELECT s.origin, s.epoch
            FROM snap.stream s
            LEFT JOIN main.stream m ON m.origin = s.origin AND m.epoch = s.epoch
            WHERE s.origin <> ?1 AND s.applied_seq > COALESCE(m.applied_seq, 0) AND COALESCE(m.own, 0) = 0
            """;

    /** The positions of the snapshot become this lane's, and its parked events. {@code ?1} is this lane. */
    static final List<String> ADOPT = List.of(
            "DELETE FROM main.inbox_processed WHERE id IN (SELECT f.id FROM main.foreign_log f WHERE (f.origin, f.epoch) IN ("
                    + FURTHER + "))",
            "DELETE FROM main.foreign_log WHERE (origin, epoch) IN (" + FURTHER
                    + ") AND NOT EXISTS (SELECT 1 FROM main.parked p WHERE p.origin = foreign_log.origin"
                    + " AND p.epoch = foreign_log.epoch AND p.seq = foreign_log.seq)",
            "INSERT INTO main.foreign_log SELECT * FROM snap.foreign_log WHERE (origin, epoch) IN (" + FURTHER
                    + ") ON CONFLICT DO NOTHING",
            "INSERT INTO main.parked SELECT * FROM snap.parked WHERE (origin, epoch) IN (" + FURTHER
                    + ") ON CONFLICT DO NOTHING",
            """
            INSERT INTO main.stream (origin, epoch, applied_seq, applied_hash, own, previous, purged_seq, purged_hash)
            SELECT s.origin, s.epoch, s.applied_seq, s.applied_hash, 0, s.previous, s.applied_seq, s.applied_hash
            FROM snap.stream s
            WHERE s.origin <> ?1 AND s.applied_seq > 0
            ON CONFLICT (origin, epoch) DO UPDATE SET
              applied_seq = excluded.applied_seq, applied_hash = excluded.applied_hash,
              purged_seq = excluded.purged_seq, purged_hash = excluded.purged_hash
            WHERE own = 0 AND excluded.applied_seq > applied_seq
            """);

    private static final List<Step> CATALOG = List.of(
            CONFIG,
            EMPLOYEES,
            LANES,
            DISCOUNTS,
            PRODUCTS,
            BARCODES,
            STOCK,
            plain("suspended_transactions", "id"),
            plain("claims", "name"),
            REVIEWS,
            VERSIONS);
    private static final List<Step> HISTORY = List.of(SALES, CHANGES);

    /** Takes the catalog out again: what stands on others first. */
    static final List<String> DISCARD = List.of(
            "DELETE FROM product_barcodes",
            "DELETE FROM products",
            "DELETE FROM inventory",
            "DELETE FROM employees",
            "DELETE FROM discount_rules",
            "DELETE FROM pos_config",
            "DELETE FROM lanes",
            "DELETE FROM suspended_transactions",
            "DELETE FROM claims",
            "DELETE FROM reviews",
            "DELETE FROM versions",
            "DELETE FROM lane_local WHERE key IN ('snapshot.catalog', 'snapshot.history')");

    private SnapshotPlan() {}

    static List<Step> steps(SnapshotPart part) {
        return part == SnapshotPart.CATALOG ? CATALOG : HISTORY;
    }

    /** All tables of the file, each with the query that gives its rows. */
    static List<Source> sources(SnapshotPart part) {
        if (part == SnapshotPart.CATALOG) {
            return CATALOG.stream().map(step -> Source.whole(step.table())).toList();
        }
        return List.of(
                Source.whole("transactions"),
                Source.whole("transaction_items"),
                Source.whole("transaction_tenders"),
                Source.whole("transaction_taxes"),
                Source.whole("inventory_changes"),
                Source.whole("stream"),
                Source.whole("parked"),
                // Only the events that the position claims and that were not applied.
                new Source(
                        "foreign_log",
                        """
                        SELECT f.* FROM main.foreign_log f
                        JOIN main.parked p ON p.origin = f.origin AND p.epoch = f.epoch AND p.seq = f.seq
                        UNION ALL
                        SELECT o.origin, o.epoch, o.seq, o.id, o.type, o.createdAt, o.txg, o.agg, o.hlc, o.actor, o.schema,
                               o.hash, o.bytes, o.createdAt, o.payload
                        FROM main.outbox o
                        JOIN main.parked p ON p.origin = o.origin AND p.epoch = o.epoch AND p.seq = o.seq
                        """));
    }

    /** A table of the file. */
    record Source(String table, String rows) {
        static Source whole(String table) {
            return new Source(table, "SELECT * FROM main." + table);
        }
    }

    /** What listeners hear of when the part is there. */
    static List<String> topics(SnapshotPart part) {
        return part == SnapshotPart.CATALOG
                ? List.of(
                        Topics.POS_CONFIG_UPDATE,
                        Topics.EMPLOYEE_UPSERT,
                        Topics.LANE_UPSERT,
                        Topics.DISCOUNT_RULE_UPSERT,
                        Topics.PRODUCT_UPSERT,
                        Topics.PRODUCT_BULK_UPSERT,
                        Topics.SALE_SUSPENDED,
                        Topics.CLAIM_MADE,
                        Topics.REVIEW_RESOLVED)
                : List.of(Topics.TRANSACTION_NEW, Topics.INVENTORY_UPDATE);
    }
}
