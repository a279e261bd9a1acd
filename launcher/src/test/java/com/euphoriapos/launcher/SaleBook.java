package com.euphoriapos.launcher;

import com.euphoriapos.domain.CompletedTransaction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assertions;

/** What was told as sold, held against what the database has. Thread-safe for adding. */
final class SaleBook {
    private final List<String> told = new CopyOnWriteArrayList<>();

    void add(CompletedTransaction sale) {
        told.add(sale.receiptNumber());
    }

    void add(String receiptNumber) {
        told.add(receiptNumber);
    }

    List<String> numbers() {
        return List.copyOf(told);
    }

    int size() {
        return told.size();
    }

    /**
     * Every sale that was told is in the database exactly once, with its lines and tenders; no number is doubled; what was
     * sold is what left the stock; the file is sound.
     */
    void assertKept(Path home) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("pos.sqlite"));
                Statement statement = connection.createStatement()) {
            Assertions.assertEquals(List.of("ok"), column(statement, "PRAGMA quick_check"));
            List<String> kept = column(statement, "SELECT receipt_number FROM transactions");
            Set<String> different = new HashSet<>(kept);
            Assertions.assertEquals(kept.size(), different.size(), "doubled receipt numbers in " + kept);
            Assertions.assertEquals(told.size(), new HashSet<>(told).size(), "told twice: " + told);
            List<String> lost = new ArrayList<>(told);
            lost.removeAll(different);
            Assertions.assertEquals(List.of(), lost, "told as sold, but not in the database");
            Assertions.assertEquals(
                    List.of(),
                    column(
                            statement,
                            "SELECT receipt_number FROM transactions t WHERE NOT EXISTS"
                                    + " (SELECT 1 FROM transaction_items i WHERE i.transaction_id = t.id)"
                                    + " OR NOT EXISTS (SELECT 1 FROM transaction_tenders p WHERE p.transaction_id = t.id)"),
                    "sales that are not whole");
            Assertions.assertEquals(
                    List.of(),
                    column(
                            statement,
                            // Other lanes print their own.
                            "SELECT receipt_number FROM transactions t WHERE workstation_id = (SELECT value FROM lane_local"
                                    + " WHERE key = 'workstation_id') AND 1 <> (SELECT count(*) FROM print_jobs j"
                                    + " WHERE j.transaction_id = t.id AND j.kind = 'receipt')"),
                    "sales without their one receipt in the queue");
            Assertions.assertEquals(
                    List.of(),
                    column(
                            statement,
                            "SELECT product_id FROM inventory s WHERE on_hand <> (SELECT coalesce(sum(changeAmount), 0)"
                                    + " FROM inventory_changes c WHERE c.product_id = s.product_id)"),
                    "products whose stock is not the sum of its changes");
        }
    }

    private static List<String> column(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
