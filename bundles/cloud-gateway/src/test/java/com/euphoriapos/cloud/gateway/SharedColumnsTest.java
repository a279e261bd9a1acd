package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a lane's table and the cloud's of the same name share has one name and one type: a column that one of them gets and the other does
 * not is either said here to be one's own, or forgotten.
 */
final class SharedColumnsTest {
    /** Tables of a lane of which the cloud keeps nothing. */
    private static final Set<String> LANE_TABLES = Set.of(
            "claims",
            "delivery",
            "foreign_log",
            "inbox_processed",
            "journal",
            "journal_seals",
            "lane_local",
            "open_transaction",
            "print_jobs",
            "product_barcodes_text",
            "products_text",
            "cloud_changes",
            "quarantine",
            "reviews",
            "suspended_transactions");

    /** The cloud's name of a lane's table, where it has another one. */
    private static final Map<String, String> RENAMED = Map.of("outbox", "event_log");

    /** Columns of a lane's table that stay there. */
    private static final Map<String, Set<String>> LANE_COLUMNS = Map.of(
            "employees", Set.of("pinlookup", "pinhash", "pinlength", "badgelookup", "pinresetrequired"),
            "inventory", Set.of("base", "basesold"),
            "lanes", Set.of("lastaddr"),
            "outbox", Set.of("position", "status", "retries"),
            "parked", Set.of("discardedat"),
            "product_barcodes", Set.of("rowid"),
            "products", Set.of("rowid"),
            "stream", Set.of("closed", "own", "purgedseq", "purgedhash"));

    /** Columns that only the cloud has. */
    private static final Map<String, Set<String>> CLOUD_COLUMNS = Map.of(
            "event_log", Set.of("arrivedat", "broughtby", "redacted"),
            "lanes", Set.of("enrolledat", "askedat", "askedby", "heads", "toldat", "oldestat"),
            "parked", Set.of("txg"),
            "stream", Set.of("sinceseq", "updatedat"));

    /** A day is a number on a lane, and a date where people look at it. */
    private static final Set<String> DAYS = Set.of("businessday");

    private static Map<String, Map<String, String>> laneTables() throws Exception {
        String schema = Files.readString(Path.of("../../db/lane/schema.sql"));
        Map<String, Map<String, String>> tables = new TreeMap<>();
        Matcher table = Pattern.compile(
                        "CREATE (?:VIRTUAL )?TABLE (\\w+)[^(]*\\((.*?)\\n?\\)(?: STRICT|;)[^;\\n]*;?\\n",
                        Pattern.DOTALL)
                .matcher(schema);
        while (table.find()) {
            Map<String, String> columns = new TreeMap<>();
            Matcher column = Pattern.compile("(?:^|\\n|, )\\s*(\\w+)\\s+(TEXT|INTEGER)\\b")
                    .matcher(table.group(2));
            while (column.find()) {
                String name = column.group(1);
                boolean flag = table.group(2).contains("CHECK (" + name + " IN (0, 1))");
                columns.put(plain(name), flag ? "boolean" : column.group(2).equals("TEXT") ? "text" : "bigint");
            }
            tables.put(table.group(1), columns);
        }
        return tables;
    }

    private static Map<String, Map<String, String>> cloudTables() throws Exception {
        Map<String, Map<String, String>> tables = new TreeMap<>();
        try (Connection owner = CloudDatabase.create().owner()) {
            for (String row : CloudDatabase.texts(
                    owner,
                    "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'pos'")) {
                String[] parts = row.split("\\|");
                // An id that is one by its form may have the type for it.
                tables.computeIfAbsent(parts[0], name -> new TreeMap<>())
                        .put(plain(parts[1]), parts[2].equals("uuid") ? "text" : parts[2]);
            }
        }
        return tables;
    }

    private static String plain(String column) {
        return column.replace("_", "").toLowerCase(Locale.ROOT);
    }

    @Test
    void readsBothSchemas() throws Exception {
        Map<String, Map<String, String>> lane = laneTables();

        assertTrue(lane.size() >= 25, lane.keySet().toString());
        assertEquals("boolean", lane.get("transaction_items").get("voided"));
        assertTrue(lane.get("transaction_items").containsKey("priceapprovedby"));
        assertTrue(cloudTables().size() >= 25);
    }

    @Test
    void hasEachTableOfALaneOrSaysWhyNot() throws Exception {
        Set<String> missing = new TreeSet<>(laneTables().keySet());
        missing.removeAll(LANE_TABLES);
        missing.removeIf(name -> RENAMED.containsKey(name));
        missing.removeAll(cloudTables().keySet());

        assertEquals(Set.of(), missing);
    }

    @Test
    void sharesNamesAndTypes() throws Exception {
        Map<String, Map<String, String>> cloud = cloudTables();
        List<String> differences = new ArrayList<>();
        laneTables().forEach((name, laneColumns) -> {
            if (LANE_TABLES.contains(name)) {
                return;
            }
            String there = RENAMED.getOrDefault(name, name);
            Map<String, String> cloudColumns = cloud.getOrDefault(there, Map.of());
            laneColumns.forEach((column, type) -> {
                boolean own = LANE_COLUMNS.getOrDefault(name, Set.of()).contains(column);
                String expected = DAYS.contains(column) ? "date" : type;
                if (!own && !expected.equals(cloudColumns.get(column)) || own && cloudColumns.containsKey(column)) {
                    differences.add(name + "." + column + " is " + type + ", in the cloud " + cloudColumns.get(column));
                }
            });
            cloudColumns.keySet().stream()
                    .filter(column -> !column.equals("storeid")
                            && !laneColumns.containsKey(column)
                            && !CLOUD_COLUMNS.getOrDefault(there, Set.of()).contains(column))
                    .forEach(column -> differences.add(there + "." + column + " is only in the cloud"));
        });

        assertEquals(List.of(), differences);
    }
}
