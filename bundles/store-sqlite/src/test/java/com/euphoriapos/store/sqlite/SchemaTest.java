package com.euphoriapos.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.store.sqlite.mapper.MapperSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The migrated schema, and that every statement on a table that grows finds its rows by an index. */
class SchemaTest {
    private static final Path LANE = Path.of("../../db/lane");
    private static final Pattern SCAN = Pattern.compile("SCAN (\\w+)(?! VIRTUAL TABLE)(.*)");

    /** Statements that mean to look at all rows: counts, checks of a chain, a walk that a LIMIT ends, small tables. */
    private static final Set<String> WHOLE = Set.of(
            "CatalogMapper.count",
            "CatalogMapper.categories",
            "ConfigMapper.all",
            // A row for each target and stream.
            "DeliveryMapper.begin",
            "DeliveryMapper.ofOwn",
            "DeliveryMapper.backlog",
            "DeliveryMapper.cover",
            "DeliveryMapper.join",
            "EmployeeMapper.all",
            // The scan is of what it found itself.
            "JournalMapper.kinds",
            // One a day.
            "JournalMapper.seals",
            "JournalMapper.unfitSeals",
            "LaneMapper.clearOpenTransaction",
            // Twenty lanes.
            "LanesMapper.all",
            "LanesMapper.activePeers",
            "OutboxMapper.countAll",
            // The names of the catalogue are looked through for a part of a word; the sales themselves are found by
            // index.
            "TransactionMapper.searchAll");

    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void migrate() {
        file = home.resolve("pos.sqlite");
        try (SqliteStore store = new SqliteStore(SqliteSettings.of(home, Clock.systemUTC()))) {
            store.open();
        }
    }

    @Test
    void isWhatTheCommittedDumpShows() throws IOException, SQLException {
        String dump = dump();
        Path committed = LANE.resolve("schema.sql");
        if (Boolean.getBoolean("schema.update")) {
            Files.writeString(committed, dump);
        }

        assertEquals(Files.readString(committed), dump, "see db/README.md on how to write it anew");
    }

    private String dump() throws SQLException {
        StringBuilder dump =
                new StringBuilder("-- Written by SchemaTest from the migrated database. Not to be edited.\n");
        try (Connection connection = new DatabaseFile(file).openReader();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        SELECT sql FROM sqlite_schema
                        WHERE sql IS NOT NULL AND name NOT LIKE 'flyway%' AND name NOT LIKE 'products_text_%'
                          AND name NOT LIKE 'product_barcodes_text_%' OR type = 'trigger'
                        ORDER BY CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, name
                        """)) {
            while (row.next()) {
                dump.append('\n').append(row.getString(1)).append(";\n");
            }
        }
        return dump.toString();
    }

    @Test
    void knowsEveryMigrationOfTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(LANE)) {
            assertEquals(
                    Migrations.FILES,
                    files.map(f -> f.getFileName().toString())
                            .filter(n -> n.startsWith("V"))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void keepsEveryTableStrict() throws SQLException {
        try (Connection connection = new DatabaseFile(file).openReader();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        SELECT name FROM pragma_table_list
                        WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'
                          AND name <> 'flyway_schema_history'
                        """)) {
            assertFalse(row.next());
        }
    }

    @Test
    void findsRowsOfGrowingTablesByAnIndex() throws SQLException {
        Configuration configuration = MapperSet.configuration();
        MapperSet.INTERFACES.forEach(configuration::addMapper);
        List<String> scans = new ArrayList<>();
        int checked = 0;
        try (Connection connection = new DatabaseFile(file).openWriter()) {
            for (Object object : configuration.getMappedStatements()) {
                // MyBatis also lists short names that are ambiguous.
                if (object instanceof MappedStatement mapped) {
                    String id = mapped.getId()
                            .substring(MapperSet.class.getPackageName().length() + 1);
                    checked++;
                    if (!WHOLE.contains(id)) {
                        scans(connection, mapped.getBoundSql(null).getSql()).forEach(s -> scans.add(id + ": " + s));
                    }
                }
            }
            for (List<String> plain : List.of(
                    StreamLog.STATEMENTS,
                    ParkedEvents.STATEMENTS,
                    Purge.STATEMENTS,
                    LogRepair.STATEMENTS,
                    SqliteInventory.STATEMENTS,
                    SqliteVersions.STATEMENTS,
                    SqliteFeed.STATEMENTS,
                    ProductRows.STATEMENTS)) {
                for (String sql : plain) {
                    scans(connection, sql).forEach(s -> scans.add(sql + ": " + s));
                }
            }
        }
        assertTrue(checked > 50, checked + " statements");
        assertEquals(List.of(), scans.stream().distinct().toList());
    }

    private static List<String> scans(Connection connection, String sql) throws SQLException {
        List<String> scans = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("EXPLAIN QUERY PLAN " + sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String detail = row.getString("detail");
                Matcher scan = SCAN.matcher(detail);
                // A scan in the order of an index ends at the LIMIT; a virtual table has an index of its own.
                if (scan.matches()
                        && !detail.contains("VIRTUAL TABLE")
                        && !detail.contains("USING")
                        && !isOrderedByRowid(sql, detail)
                        && !detail.matches("SCAN (\\(subquery-\\d+\\)|f|CONSTANT ROW|json_each.*)")) {
                    scans.add(detail);
                }
            }
        }
        return scans;
    }

    private static boolean isOrderedByRowid(String sql, String detail) {
        return sql.contains("LIMIT") && (detail.equals("SCAN journal") || detail.equals("SCAN outbox"));
    }
}
