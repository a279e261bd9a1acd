package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody gets: every table and every function, with another store's token, a revoked one, none. */
final class RightsTest {
    private static final String DENIED = "42501";

    private final CloudDatabase database = CloudDatabase.create();
    private UUID store = new UUID(0, 0);
    private UUID otherStore = new UUID(0, 0);
    private TestLane lane = new TestLane("", "");
    private TestLane otherLane = new TestLane("", "");

    @BeforeEach
    void openTwoStoresWithEverything() throws SQLException {
        store = database.store("Corner Shop");
        otherStore = database.store("Other Shop");
        lane = database.lane(store, "L1");
        otherLane = database.lane(otherStore, "L1");
        for (TestLane one : List.of(lane, otherLane)) {
            database.ingest(one, one.batch(one.sell("gin")));
            database.ingest(
                    one,
                    one.batch(
                            List.of(
                                    one.product("gin", TestLane.hlc(1), "", 100),
                                    one.write("no:such", "thing:1", "{}"),
                                    one.write(
                                            "employee:upsert",
                                            "employee:dana",
                                            "{\"id\":\"dana\",\"firstName\":\"D\",\"lastName\":\"\",\"role\":\"OWNER\",\"active\":true,"
                                                    + "\"parts\":[\"person\"],\"base\":{\"person\":\"\"},\"updatedAt\":1}"),
                                    one.write(
                                            "pos_config:update",
                                            "pos_config:hours",
                                            "{\"key\":\"hours\",\"value\":1,\"base\":\"\",\"updatedAt\":1}"),
                                    one.write(
                                            "discount_rule:upsert",
                                            "discount_rule:r",
                                            "{\"id\":\"r\",\"scope\":\"ALL\",\"category\":\"\",\"size\":\"\",\"percentPpm\":1,\"fixedAmount\":0,"
                                                    + "\"employeeApprovalRequired\":true,\"active\":true,\"base\":\"\",\"updatedAt\":1}"))));
        }
    }

    private List<String> tables(String condition) throws SQLException {
        try (Connection owner = database.owner()) {
            return CloudDatabase.texts(
                    owner,
                    "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'pos'::regnamespace AND c.relkind IN ('r', 'p') AND "
                            + condition + " ORDER BY 1");
        }
    }

    @Test
    void forcesRowLevelSecurityOnEveryTable() throws Exception {
        assertEquals(List.of(), tables("NOT (c.relrowsecurity AND c.relforcerowsecurity)"));
        assertTrue(tables("true").size() >= 25);
    }

    @Test
    void opensNoTableToADoor() throws Exception {
        for (String account : List.of("pos_gateway", "pos_edge")) {
            for (String table : tables("true")) {
                for (String sql : List.of(
                        "SELECT 1 FROM pos." + table,
                        "DELETE FROM pos." + table,
                        "TRUNCATE pos." + table,
                        "INSERT INTO pos." + table + " DEFAULT VALUES")) {
                    try (Connection door = database.as(account).getConnection();
                            Statement statement = door.createStatement()) {
                        SQLException denied = assertThrows(SQLException.class, () -> statement.execute(sql));
                        assertEquals(DENIED, denied.getSQLState(), account + ": " + sql);
                    }
                }
            }
        }
    }

    @Test
    void opensNothingToAnyOtherAccount() throws Exception {
        try (Connection root = database.as("postgres").getConnection()) {
            root.setAutoCommit(false);
            try (Statement statement = root.createStatement()) {
                statement.execute("CREATE ROLE somebody_else");
            }
            assertEquals(
                    List.of(),
                    CloudDatabase.texts(
                            root,
                            """
                            SELECT nspname FROM pg_namespace
                            WHERE nspname IN ('pos', 'pos_api', 'pos_admin') AND has_schema_privilege('somebody_else', oid, 'USAGE, CREATE')
                            UNION ALL
                            SELECT oid::regclass::text FROM pg_class
                            WHERE relnamespace = 'pos'::regnamespace AND relkind IN ('r', 'p')
                              AND has_table_privilege('somebody_else', oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
                            UNION ALL
                            SELECT oid::regprocedure::text FROM pg_proc
                            WHERE pronamespace IN ('pos'::regnamespace, 'pos_api'::regnamespace, 'pos_admin'::regnamespace)
                              AND has_function_privilege('somebody_else', oid, 'EXECUTE')
                            """));
            root.rollback();
        }
    }

    @Test
    void hasNoPolicyForAWorkerThatLooksPastItsStore() throws Exception {
        try (Connection owner = database.owner()) {
            assertEquals(
                    List.of(),
                    CloudDatabase.texts(
                            owner,
                            """
                            SELECT tablename, policyname, qual, with_check FROM pg_policies
                            WHERE schemaname = 'pos' AND 'pos_worker' = ANY (roles)
                              AND (qual !~ '^\\((store_id|id) = \\( SELECT pos.store_id\\(\\) AS store_id\\)\\)$'
                                   OR coalesce(with_check, qual) <> qual OR permissive <> 'PERMISSIVE' OR cmd <> 'ALL')
                            """));
            assertEquals(
                    List.of(),
                    CloudDatabase.texts(
                            owner,
                            "SELECT tablename FROM pg_policies WHERE schemaname = 'pos' AND roles && '{public,pos_door,pos_gateway,pos_edge}'"));
        }
    }

    @Test
    void letsAWorkerChangeAndDeleteInItsStoreAlone() throws Exception {
        try (Connection root = database.as("postgres").getConnection()) {
            root.setAutoCommit(false);
            for (String right : List.of("UPDATE", "DELETE")) {
                List<String> all =
                        tables("NOT c.relispartition AND has_table_privilege('pos_worker', c.oid, '" + right + "')");
                assertTrue(all.size() >= 2, right);
                for (String table : all) {
                    String sql = (right.equals("UPDATE")
                                    ? "UPDATE pos." + table + " SET store_id = store_id"
                                    : "DELETE FROM pos." + table)
                            + " WHERE store_id = '" + otherStore + "' RETURNING 1";
                    assertEquals(List.of(), asWorker(root, lane.token(), sql), sql);
                    root.rollback();
                }
            }
        }
    }

    @Test
    void showsAWorkerTheRowsOfItsStoreAlone() throws Exception {
        try (Connection root = database.as("postgres").getConnection()) {
            root.setAutoCommit(false);
            int looked = 0;
            for (String table : tables("NOT c.relispartition")) {
                String key = table.equals("stores") ? "id" : "store_id";
                boolean readable = "t"
                        .equals(CloudDatabase.text(
                                root, "SELECT has_table_privilege('pos_worker', 'pos." + table + "', 'SELECT')"));
                if (!readable) {
                    continue;
                }
                looked++;
                assertEquals(List.of("0"), asWorker(root, "", "SELECT count(*) FROM pos." + table), table);
                assertEquals(
                        List.of(store.toString()),
                        asWorker(root, lane.token(), "SELECT DISTINCT " + key + " FROM pos." + table),
                        table);
            }
            assertTrue(looked >= 19, "only " + looked + " tables were looked at");
        }
    }

    @Test
    void letsAWorkerWriteIntoItsStoreAlone() throws Exception {
        try (Connection root = database.as("postgres").getConnection()) {
            root.setAutoCommit(false);
            for (String table : tables("NOT c.relispartition AND has_table_privilege('pos_worker', c.oid, 'INSERT')")) {
                String columns = CloudDatabase.text(
                        root,
                        """
                        SELECT string_agg(CASE attname WHEN 'store_id' THEN '''' || ? || '''::uuid' ELSE attname END, ',' ORDER BY attnum)
                        FROM pg_attribute WHERE attrelid = ('pos.' || ?)::regclass AND attnum > 0 AND NOT attisdropped
                        """,
                        otherStore.toString(),
                        table);
                String theft = "INSERT INTO pos." + table + " SELECT " + columns + " FROM pos." + table;
                SQLException denied = assertThrows(
                        SQLException.class, () -> asWorker(root, lane.token(), theft + " RETURNING 1"), table);
                assertEquals(DENIED, denied.getSQLState(), table + ": " + denied.getMessage());
                root.rollback();
            }
            for (String table : tables("NOT c.relispartition AND has_table_privilege('pos_worker', c.oid, 'UPDATE')")) {
                String gift = "UPDATE pos." + table + " SET store_id = '" + otherStore + "' RETURNING 1";
                SQLException denied = assertThrows(SQLException.class, () -> asWorker(root, lane.token(), gift), table);
                assertEquals(DENIED, denied.getSQLState(), table + ": " + denied.getMessage());
                root.rollback();
            }
        }
    }

    /** Asks with the worker's rights, in a transaction that showed a token. */
    private static List<String> asWorker(Connection root, String token, String sql) throws SQLException {
        root.rollback();
        try (Statement statement = root.createStatement()) {
            if (!token.isEmpty()) {
                CloudDatabase.texts(root, "SELECT node FROM pos_api.authenticate(?)", token);
            }
            statement.execute("SET LOCAL ROLE pos_worker");
        }
        return CloudDatabase.texts(root, sql);
    }

    @Test
    void believesNoSettingThatTheTokensFunctionDidNotMake() throws Exception {
        try (Connection root = database.as("postgres").getConnection();
                Statement statement = root.createStatement()) {
            root.setAutoCommit(false);
            CloudDatabase.texts(root, "SELECT node FROM pos_api.authenticate(?)", lane.token());
            String genuine = CloudDatabase.text(root, "SELECT current_setting('pos.context')");
            root.rollback();
            for (String forged : List.of(
                    otherStore.toString(),
                    otherStore + " x x",
                    genuine.replace(store.toString(), otherStore.toString()),
                    // Genuine, but of a transaction that is over.
                    genuine)) {
                statement.execute("SET LOCAL ROLE pos_worker");
                CloudDatabase.texts(root, "SELECT set_config('pos.context', ?, true)", forged);
                assertEquals("0", CloudDatabase.text(root, "SELECT count(*) FROM pos.transactions"), forged);
                root.rollback();
            }
        }
    }

    @Test
    void forgetsWhoseTransactionItWas() throws Exception {
        try (Connection root = database.as("postgres").getConnection()) {
            CloudDatabase.texts(root, "SELECT node FROM pos_api.authenticate(?)", lane.token());

            assertEquals("-", CloudDatabase.text(root, "SELECT pos.store_id()"));
        }
    }

    private static List<String> calls(String token) {
        String shown = token == null ? "NULL" : "'" + token + "'";
        return List.of(
                "SELECT pos_api.ingest(" + shown + ", '{\"events\":[{}]}')",
                "SELECT pos_api.positions(" + shown + ", '', '')",
                "SELECT pos_api.pull_changes(" + shown + ", '', 10)",
                "SELECT pos_api.pull_products(" + shown + ", '', 10)",
                "SELECT pos_api.digests(" + shown + ", '2026-03-01')",
                "SELECT pos_api.authenticate(" + shown + ")");
    }

    @Test
    void answersNobodyWithoutAToken() throws Exception {
        List<String> all = new ArrayList<>(calls("0".repeat(64)));
        all.addAll(calls(""));
        all.addAll(calls(null));
        for (String call : all) {
            assertEquals("PT401", refusal(call), call);
        }
    }

    @Test
    void answersNobodyWhoWasRevoked() throws Exception {
        assertEquals(
                "t",
                database.ask("SELECT pos_admin.revoke(?::uuid, ?)", store.toString(), lane.node())
                        .substring(0, 1));
        for (String call : calls(lane.token())) {
            assertEquals("PT403", refusal(call), call);
        }
        String code = database.ask("SELECT pos_admin.make_code(?::uuid)", store.toString());
        assertEquals("PT403", refusal("SELECT pos_api.enrol('" + code + "', '" + lane.node() + "', 'L1')"));
        try (Connection door = database.door()) {
            CloudDatabase.texts(door, "SELECT pos_api.pull_changes(?, '', 1)", otherLane.token());
        }
    }

    private String refusal(String sql) throws SQLException {
        try (Connection door = database.door();
                Statement statement = door.createStatement()) {
            return assertThrows(SQLException.class, () -> statement.execute(sql), sql)
                    .getSQLState();
        }
    }

    @Test
    void opensNoOtherFunctionToADoor() throws Exception {
        try (Connection owner = database.owner()) {
            List<String> open = CloudDatabase.texts(
                    owner,
                    """
                    SELECT p.pronamespace::regnamespace || '.' || p.proname FROM pg_proc p
                    WHERE p.pronamespace IN ('pos'::regnamespace, 'pos_api'::regnamespace, 'pos_admin'::regnamespace)
                      AND has_function_privilege('pos_gateway', p.oid, 'EXECUTE') ORDER BY 1
                    """);
            assertEquals(
                    List.of(
                            "pos_api.authenticate",
                            "pos_api.digests",
                            "pos_api.enrol",
                            "pos_api.ingest",
                            "pos_api.positions",
                            "pos_api.pull_changes",
                            "pos_api.pull_products",
                            "pos_api.refuse"),
                    open);
        }
        for (String call : List.of("SELECT pos.enter('" + store + "', 'x')", "SELECT pos_admin.create_store('x')")) {
            assertEquals(DENIED, refusal(call));
        }
    }

    @Test
    void givesNoFunctionsRightsAway() throws Exception {
        try (Connection owner = database.owner()) {
            assertEquals(
                    List.of(),
                    CloudDatabase.texts(
                            owner,
                            """
                            SELECT p.oid::regprocedure FROM pg_proc p
                            WHERE p.pronamespace IN ('pos'::regnamespace, 'pos_api'::regnamespace, 'pos_admin'::regnamespace) AND p.prosecdef
                              AND (p.proconfig IS NULL OR NOT 'search_path=pos, pg_temp' = ANY (p.proconfig)
                                   OR p.proowner::regrole::text NOT IN ('pos_keeper', 'pos_worker'))
                            """),
                    "runs with its owner's rights, but finds names on the caller's path or is owned by too mighty a role");
            assertEquals(
                    List.of(),
                    CloudDatabase.texts(
                            owner,
                            """
                            SELECT rolname FROM pg_roles
                            WHERE rolname LIKE 'pos\\_%' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)
                            """));
        }
    }

    @Test
    void letsALaneInByACodeOnce() throws Exception {
        String code = database.ask("SELECT pos_admin.make_code(?::uuid)", store.toString());
        String node = TestLane.node("a new lane");
        String enrol = "SELECT pos_api.enrol('" + code.toLowerCase(Locale.ROOT).replace("-", " ") + "', '" + node
                + "', 'L7') ->> 'token'";
        try (Connection door = database.door()) {
            String first = CloudDatabase.text(door, enrol);
            // The answer was lost: the same lane asks again, and the token that nobody got is worth nothing.
            String second = CloudDatabase.text(door, enrol);
            assertFalse(first.equals(second));
            assertEquals("PT403", refusal("SELECT pos_api.authenticate('" + first + "')"));
            CloudDatabase.texts(door, "SELECT pos_api.pull_changes(?, '', 1)", second);
        }
        String another = enrol.replace(node, TestLane.node("somebody else"));
        assertEquals("PT403", refusal(another));
        assertEquals(
                "0",
                database.ask(
                        "SELECT count(*) FROM pos.store_codes WHERE position(? IN encode(hash, 'escape')) > 0", code));
    }

    @Test
    void letsNobodyInByAWrongCode() throws Exception {
        String node = TestLane.node("a new lane");
        assertEquals("PT401", refusal("SELECT pos_api.enrol('AAAA-AAAA-AAAA-AAAA', '" + node + "', 'L7')"));
        assertEquals("PT401", refusal("SELECT pos_api.enrol(NULL, '" + node + "', 'L7')"));
        String old = database.ask("SELECT pos_admin.make_code(?::uuid, -1)", store.toString());
        assertEquals("PT403", refusal("SELECT pos_api.enrol('" + old + "', '" + node + "', 'L7')"));
        String code = database.ask("SELECT pos_admin.make_code(?::uuid)", store.toString());
        assertEquals("PT400", refusal("SELECT pos_api.enrol('" + code + "', 'x', 'L7')"));
        assertEquals("PT400", refusal("SELECT pos_api.enrol('" + code + "', '" + node + "', 'no label')"));
        assertEquals("PT403", refusal("SELECT pos_api.enrol('" + code + "', '" + otherLane.node() + "', 'L7')"));
        assertEquals("0", database.ask("SELECT count(*) FROM pos.lanes WHERE label = 'L7'"));
    }

    @Test
    void keepsNoTokenAndNoCodeInPlainText() throws Exception {
        assertEquals(
                "0", database.ask("SELECT count(*) FROM pos.tokens t WHERE position(? IN t::text) > 0", lane.token()));
    }
}
