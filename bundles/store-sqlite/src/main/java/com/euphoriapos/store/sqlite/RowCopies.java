package com.euphoriapos.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of shared tables as one text, for another lane or to be set aside, and put back from it. The columns are those that a table has. */
final class RowCopies {
    /**
     * What stands behind one id: a row, and rows of other tables that belong to it.
     *
     * @param key columns that name the row; two where the id is both, led by the first and a space
     * @param children tables with the column by which their rows belong to it
     * @param once whether a row that is there stays as it is
     */
    private record Unit(String table, List<String> key, Map<String, String> children, boolean once) {}

    private static final Map<String, Unit> UNITS = Map.of(
            "products", new Unit("products", List.of("id"), Map.of("product_barcodes", "product_id"), false),
            "employees", new Unit("employees", List.of("id"), Map.of(), false),
            "discount_rules", new Unit("discount_rules", List.of("id"), Map.of(), false),
            "pos_config", new Unit("pos_config", List.of("key"), Map.of(), false),
            "versions", new Unit("versions", List.of("agg", "part"), Map.of(), false),
            "inventory_changes", new Unit("inventory_changes", List.of("id"), Map.of(), true),
            "transactions",
                    new Unit(
                            "transactions",
                            List.of("id"),
                            Map.of(
                                    "transaction_items", "transaction_id",
                                    "transaction_tenders", "transaction_id",
                                    "transaction_taxes", "transaction_id"),
                            true));

    private final UnitOfWork unit;

    RowCopies(UnitOfWork unit) {
        this.unit = unit;
    }

    Optional<String> read(String table, String id) {
        Unit what = UNITS.get(table);
        if (what == null) {
            return Optional.empty();
        }
        return unit.sql(session -> {
            String rows = rows(session, what.table(), what.key(), keys(what, id));
            if (rows.equals("[]")) {
                return Optional.empty();
            }
            StringBuilder all = new StringBuilder("{\"" + what.table() + "\":" + rows);
            for (Map.Entry<String, String> child : what.children().entrySet()) {
                all.append(",\"").append(child.getKey()).append("\":");
                all.append(rows(session, child.getKey(), List.of(child.getValue()), List.of(id)));
            }
            return Optional.of(all.append('}').toString());
        });
    }

    private static List<String> keys(Unit what, String id) {
        int space = id.lastIndexOf(' ');
        return what.key().size() == 1 || space < 0
                ? List.of(id)
                : List.of(id.substring(0, space), id.substring(space + 1));
    }

    /** The number of a row is each lane's own. */
    private static List<String> columns(Session session, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        PreparedStatement statement = session.statement("SELECT name FROM pragma_table_info(?) WHERE name <> 'row_id'");
        statement.setString(1, table);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return columns;
    }

    private static String rows(Session session, String table, List<String> names, List<String> values)
            throws SQLException {
        if (names.size() != values.size()) {
            return "[]";
        }
        StringBuilder object = new StringBuilder();
        for (String column : columns(session, table)) {
            object.append(object.isEmpty() ? "" : ", ").append("'" + column + "', \"" + column + "\"");
        }
        PreparedStatement statement = session.statement("SELECT json_group_array(json(o)) FROM (SELECT json_object("
                + object + ") AS o FROM " + table + " WHERE " + where(names) + " ORDER BY 1)");
        for (int i = 0; i < values.size(); i++) {
            statement.setString(i + 1, values.get(i));
        }
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : "[]";
        }
    }

    private static String where(List<String> names) {
        return String.join(" AND ", names.stream().map(name -> name + " = ?").toList());
    }

    void replace(String table, String id, String content) {
        Unit what = UNITS.get(table);
        if (what == null) {
            throw new IllegalArgumentException("no table to put rows into: " + table);
        }
        unit.change(() -> unit.sql(session -> {
            List<String> keys = keys(what, id);
            boolean here = !rows(session, what.table(), what.key(), keys).equals("[]");
            if (here && what.once()) {
                return false;
            }
            insert(session, what, content);
            clear(session, what, id);
            for (String child : what.children().keySet()) {
                put(session, child, content, "");
            }
            return true;
        }));
    }

    void remove(String table, String id) {
        Unit what = UNITS.get(table);
        if (what == null || what.key().size() > 1) {
            throw new IllegalArgumentException("no table to remove rows of: " + table);
        }
        unit.change(() -> unit.sql(session -> {
            clear(session, what, id);
            delete(session, what.table(), what.key().get(0), id);
            return true;
        }));
    }

    private static void clear(Session session, Unit what, String id) throws SQLException {
        for (Map.Entry<String, String> child : what.children().entrySet()) {
            delete(session, child.getKey(), child.getValue(), id);
        }
    }

    private static void delete(Session session, String table, String key, String id) throws SQLException {
        PreparedStatement delete = session.statement("DELETE FROM " + table + " WHERE " + key + " = ?");
        delete.setString(1, id);
        delete.executeUpdate();
    }

    private static void insert(Session session, Unit what, String content) throws SQLException {
        StringBuilder set = new StringBuilder();
        for (String column : columns(session, what.table())) {
            if (!what.key().contains(column)) {
                set.append(set.isEmpty() ? "" : ", ").append(column + " = excluded." + column);
            }
        }
        put(
                session,
                what.table(),
                content,
                " ON CONFLICT (" + String.join(", ", what.key()) + ") DO UPDATE SET " + set);
    }

    private static void put(Session session, String table, String content, String conflict) throws SQLException {
        List<String> columns = columns(session, table);
        String values = String.join(
                ", ",
                columns.stream().map(c -> "json_extract(value, '$." + c + "')").toList());
        PreparedStatement statement = session.statement("INSERT INTO " + table + " (" + String.join(", ", columns)
                + ") SELECT " + values + " FROM json_each(?, '$." + table + "') WHERE true" + conflict);
        statement.setString(1, content);
        statement.executeUpdate();
    }
}
