package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People, settings and the journal as a script cares for them, through the shipped product. */
final class CommandsTest {
    // Of twelve digits, so that no other number in what is searched for them is one by chance.
    private static final String OWNER_PIN = "739155804627";
    private static final String DANA_PIN = "482639175528";
    private static final String OTHER_PIN = "628471930564";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\",\"firstName\":\"Dana\"");

    @TempDir
    Path home;

    private Product product;

    @BeforeEach
    void setUp() throws Exception {
        product = new Product(home);
        Product.Run run = product.commands(
                "pos:setup --store 'Test Store' --tax 7 --workstation L1 --owner-first Olive --owner-last West --pin "
                        + OWNER_PIN,
                "pos:employee-add Dana Reyes cashier",
                DANA_PIN);
        assertEquals(0, run.exitCode(), run.text());
    }

    @Test
    void addsAndChangesPeopleWithoutShowingAPin() throws Exception {
        String id = idOfDana();
        Product.Run changed = product.commands(
                "pos:employee-pin " + id, OTHER_PIN, "pos:sign-in " + OTHER_PIN, "pos:employees", "exit");
        assertTrue(changed.text().contains("Signed in: Dana R."), changed.text());
        assertTrue(
                changed.text().contains("error: Dana R. may not change employees; a manager or an owner may."),
                changed.text());
        assertEquals(1, changed.exitCode());

        Product.Run gone = product.commands("pos:employee-active " + id + " false", "pos:sign-in " + OTHER_PIN);
        assertTrue(gone.text().contains("inactive"), gone.text());
        assertTrue(gone.text().contains("nobody can sign in with this PIN"), gone.text());

        Product.Run journal = product.commands("pos:journal --json --last 1500", "pos:journal --kind PIN_SET");
        assertTrue(journal.text().contains("\"kind\":\"EMPLOYEE_ADDED\",\"actor\":\"Console\""), journal.text());
        assertEquals(
                1,
                journal.lines().stream()
                        .filter(line -> line.contains("  PIN_SET  "))
                        .count());
        assertNoPin(journal.text());
    }

    @Test
    void refusesWithTheReasonAndRunsNoPinAsACommand() throws Exception {
        Product.Run run = product.commands(
                "pos:employee-add Mia Long manager",
                DANA_PIN,
                "pos:employee-add Mia Long boss",
                OTHER_PIN,
                "pos:employee-add Mia",
                OTHER_PIN,
                "pos:employee-pin nobody",
                OTHER_PIN,
                "pos:employees --json");
        assertEquals(1, run.exitCode());
        assertTrue(run.text().contains("error: there is no role \"boss\""), run.text());
        assertTrue(run.text().contains("error: say a last name"), run.text());
        List<String> people =
                run.lines().stream().filter(line -> line.startsWith("{\"id\"")).toList();
        assertEquals(2, people.size(), run.text());
        assertEquals(6, run.lines().size(), run.text());
    }

    @Test
    void readsAndChangesSettings() throws Exception {
        Product.Run run = product.commands(
                "pos:config",
                "pos:config store_address '1 High St;Springfield'",
                "pos:config store_address --json",
                "pos:config tax_rate lots",
                "pos:config tax_rate --json",
                "pos:config no_such_key");
        assertEquals(1, run.exitCode());
        assertTrue(run.text().contains("store_name = Test Store"), run.text());
        assertTrue(run.text().contains("\"value\":\"1 High St\\nSpringfield\""), run.text());
        assertTrue(run.text().contains("\"key\":\"tax_rate\",\"value\":\"7\""), run.text());
        assertTrue(run.text().contains("error: there is no setting \"no_such_key\""), run.text());
    }

    @Test
    void namesTheFirstJournalEntryThatWasChanged() throws Exception {
        Product.Run intact = product.commands("pos:verify-journal --json");
        assertEquals(0, intact.exitCode(), intact.text());
        assertTrue(intact.text().contains("\"intact\":true"), intact.text());

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("pos.sqlite"));
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("UPDATE journal SET actor = 'x' WHERE number = 2"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }

        Product.Run broken = product.commands("pos:verify-journal --json");
        assertEquals(1, broken.exitCode(), broken.text());
        assertTrue(broken.text().contains("\"intact\":false,\"number\":2"), broken.text());
    }

    @Test
    void unlocksWithThePinOfWhoMay() throws Exception {
        String[] attempts = new String[5];
        Arrays.fill(attempts, "pos:sign-in 999999");
        Product.Run locked = product.commands(attempts);
        assertEquals(1, locked.exitCode());
        keepLocked();
        Product.Run run = product.commands(
                "pos:sign-in " + OWNER_PIN,
                "pos:unlock",
                DANA_PIN,
                "pos:unlock",
                OWNER_PIN,
                "pos:sign-in " + OWNER_PIN);
        List<String> lines = run.lines();
        assertTrue(lines.get(0).startsWith("error: too many wrong PINs"), run.text());
        assertTrue(lines.get(1).startsWith("error: "), run.text());
        assertEquals("Unlocked by Olive W.", lines.get(2));
        assertEquals("Signed in: Olive W.", lines.get(3));
    }

    /** What is left of the lock begins anew with the start, which on a busy machine takes longer than half a minute. */
    private void keepLocked() throws SQLException {
        product.update("UPDATE lane_local SET value = json_set(value, '$.lockedMillis', 600000)"
                + " WHERE key = 'session.lockout'");
    }

    private String idOfDana() throws Exception {
        Product.Run run = product.commands("pos:employees --json");
        Matcher found = ID.matcher(run.text());
        assertTrue(found.find(), run.text());
        return found.group(1);
    }

    private void assertNoPin(String journal) throws IOException {
        String log = Files.readString(home.resolve("logs/lane.log"), StandardCharsets.UTF_8);
        for (String pin : List.of(OWNER_PIN, DANA_PIN, OTHER_PIN)) {
            assertFalse(
                    Pattern.compile("\\b" + pin + "\\b").matcher(log + journal).find(), "a PIN is in log or journal");
        }
    }
}
