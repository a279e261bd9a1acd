package com.euphoriapos.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.settings.PosConfig.Key;
import com.euphoriapos.api.settings.PosConfig.SetResult;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.JournalRepository.Entry;
import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.core.fixture.Shop;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.json.JsonObject;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.SaleHours;
import com.euphoriapos.domain.TaxTable;
import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.testkit.MemoryStore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreConfigTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final StoreSettings STORE = new StoreSettings(
            "Main St Spirits",
            List.of("120 Main Street"),
            List.of("Thank you!"),
            new TaxTable(Map.of("standard", Rate.ofPercent("8.875"), "exempt", Rate.ZERO, "food", Rate.ofPercent("3"))),
            "$",
            ZoneId.of("America/New_York"),
            "L1",
            false);

    private final MemoryStore store = new MemoryStore();
    private final LaneSettings settings = new LaneSettings(store, "");

    @BeforeEach
    void setUp() {
        store.write(handle -> {
            settings.save(handle, STORE, Instant.EPOCH);
            handle.settings().put("of_a_later_version", "{\"a\":[1,2.5,null]}", Instant.EPOCH);
            return 0;
        });
        settings.reload();
    }

    private StoreConfig as(Optional<Role> role) {
        Guard guard = new Guard(Shop.session(role), settings);
        return new StoreConfig(store, guard, settings, settings, settings, new ManualClock(NOON));
    }

    @Test
    void aCashierReadsEverySettingAndChangesNone() {
        StoreConfig config = as(Optional.of(Role.CASHIER));
        assertEquals("8.875", config.getConfig("tax_rate"));
        Map<String, String> before = store.read(handle -> handle.settings().all());
        for (Key key : config.keys()) {
            String value = config.getConfig(key.name());
            SetResult result = config.setConfig(key.name(), value);
            assertEquals(
                    new SetResult.Forbidden("Dana R. may not change settings; a manager or an owner may."), result);
        }
        assertEquals(before, store.read(handle -> handle.settings().all()));
        assertEquals(List.of(), store.read(handle -> handle.journal().latest(10)));
    }

    @Test
    void nobodyReadsSettingsWhileNobodyIsSignedIn() {
        StoreConfig config = as(Optional.empty());
        assertThrows(ForbiddenException.class, () -> config.getConfig("tax_rate"));
        assertInstanceOf(SetResult.Forbidden.class, config.setConfig("tax_rate", "1"));
    }

    @Test
    void aManagersChangeIsSeenAtOnceWithItsTrace() {
        StoreConfig config = as(Optional.of(Role.MANAGER));
        assertEquals(new SetResult.Set("9"), config.setConfig("tax_rate", " 9.0000 "));
        assertEquals("9", config.getConfig("tax_rate"));
        assertEquals(
                Rate.ofPercent("9"), settings.current().orElseThrow().taxTable().rate("standard"));
        assertEquals(
                Rate.ofPercent("3"), settings.current().orElseThrow().taxTable().rate("food"));
        Entry entry = store.read(handle -> handle.journal().latest(1)).get(0);
        assertEquals(
                new Entry(
                        NOON,
                        "SETTING_CHANGED",
                        "employee-1",
                        "tax_rate",
                        "{\"key\":\"tax_rate\",\"from\":\"8.875\",\"to\":\"9\",\"lane\":\"L1\"}"),
                entry);
        OutboxRepository.Row row =
                store.read(handle -> handle.outbox().after(0, 10)).get(0);
        assertEquals("pos_config:update", row.message().topic());
        JsonObject payload = Json.parseObject(row.message().payload());
        assertEquals("tax_rates", payload.text("key"));
        assertEquals(90_000, payload.object("value").number("standard"));
        assertEquals("MANAGER", payload.text("actorRole"));
    }

    @Test
    void otherTaxCategoriesAreSettingsOfTheirOwn() {
        StoreConfig config = as(Optional.of(Role.OWNER));
        assertEquals(new SetResult.Set("4.25"), config.setConfig("tax_rate.food", "4.25"));
        assertEquals("8.875", config.getConfig("tax_rate"));
        assertEquals(
                Map.of("standard", Rate.ofPercent("8.875"), "exempt", Rate.ZERO, "food", Rate.ofPercent("4.25")),
                settings.current().orElseThrow().taxTable().rates());
    }

    @Test
    void settingTheSameValueLeavesNoTrace() {
        StoreConfig config = as(Optional.of(Role.MANAGER));
        assertEquals(new SetResult.Set("8.875"), config.setConfig("tax_rate", "8.8750"));
        assertEquals(List.of(), store.read(handle -> handle.journal().latest(10)));
        assertEquals(List.of(), store.read(handle -> handle.outbox().after(0, 10)));
    }

    @Test
    void saysWhatIsWrongWithAValue() {
        StoreConfig config = as(Optional.of(Role.MANAGER));
        Map<String, String> before = store.read(handle -> handle.settings().all());
        assertInvalid(config, "tax_rate", "101", "Tax rate: It is a percentage from 0 to 100");
        assertInvalid(config, "store_name", "  ", "Store name: It must not be empty.");
        assertInvalid(config, "store_name", "a\u0007b", "character that can't be printed");
        assertInvalid(config, "receipt_footer", "1\n2\n3\n4\n5\n6\n7", "at most 6 lines");
        assertInvalid(config, "idle_lock_minutes", "16", "whole number from 1 to 15");
        assertInvalid(config, "sign_in_names", "yes", "true or false");
        assertInvalid(config, "time_zone", "Mars/Base", "no time zone");
        assertInvalid(config, "sale_hours", "Mon 9-17", "looks like Mon-Sat 09:00-23:00");
        assertInvalid(config, "nonsense", "1", "There is no setting \"nonsense\".");
        assertEquals(before, store.read(handle -> handle.settings().all()));
    }

    private static void assertInvalid(StoreConfig config, String key, String value, String words) {
        SetResult.Invalid invalid = assertInstanceOf(SetResult.Invalid.class, config.setConfig(key, value));
        assertTrue(invalid.reason().contains(words), invalid.reason());
    }

    @Test
    void whatCouldNotBeStoredWasNotChanged() {
        StoreConfig config = as(Optional.of(Role.MANAGER));
        store.failNext(MemoryStore.Moment.AT_COMMIT, StoreException.Reason.DISK_FULL);
        assertInstanceOf(SetResult.Unavailable.class, config.setConfig("tax_rate", "1"));
        assertEquals("8.875", config.getConfig("tax_rate"));
        assertEquals(List.of(), store.read(handle -> handle.journal().latest(10)));
        assertEquals(List.of(), store.read(handle -> handle.outbox().after(0, 10)));
    }

    @Test
    void theRowsOfOthersSurvive() {
        StoreConfig config = as(Optional.of(Role.MANAGER));
        config.setConfig("store_name", "New Name");
        config.setConfig("receipt_footer", "Bye\r\n\r\n");
        Map<String, String> rows = store.read(handle -> handle.settings().all());
        assertEquals("{\"a\":[1,2.5,null]}", rows.get("of_a_later_version"));
        assertEquals("[\"Bye\"]", rows.get("receipt_footer"));
        assertEquals("New Name", settings.current().orElseThrow().storeName());
    }

    @Test
    void theSignInScreenAndTheCheckoutHaveTheirs() {
        StoreConfig screen = as(Optional.empty());
        assertEquals(Optional.of("false"), screen.beforeSignIn("badge_sign_in"));
        assertEquals(Optional.of("true"), screen.beforeSignIn("sign_in_names"));
        assertEquals(Optional.of("2"), screen.beforeSignIn("idle_lock_minutes"));
        assertEquals(Optional.empty(), screen.beforeSignIn("tax_rate"));
        StoreConfig config = as(Optional.of(Role.MANAGER));
        config.setConfig("badge_sign_in", "true");
        config.setConfig("idle_lock_minutes", "5");
        config.setConfig("sale_hours", "mon 9:00-17:00");
        assertEquals(Optional.of("true"), screen.beforeSignIn("badge_sign_in"));
        assertEquals(Optional.of("5"), screen.beforeSignIn("idle_lock_minutes"));
        assertEquals(SaleHours.parse("Mon 09:00-17:00"), settings.saleHours());
    }

    @Test
    void aStoredValueThatIsNoneFallsBackToTheDefault() {
        store.write(handle -> {
            handle.settings().put("idle_lock_minutes", "99", NOON);
            handle.settings().put("sale_hours", "\"whenever\"", NOON);
            return 0;
        });
        settings.reload();
        assertEquals(Optional.of("2"), as(Optional.empty()).beforeSignIn("idle_lock_minutes"));
        assertEquals(SaleHours.ALWAYS, settings.saleHours());
    }

    @Test
    void nothingIsSetBeforeTheSetUp() {
        MemoryStore empty = new MemoryStore();
        LaneSettings none = new LaneSettings(empty, "");
        Guard guard = new Guard(Shop.session(Optional.of(Role.OWNER)), none);
        StoreConfig config = new StoreConfig(empty, guard, none, none, none, new ManualClock(NOON));
        assertInstanceOf(SetResult.Unavailable.class, config.setConfig("store_name", "Early"));
        assertEquals(Map.of(), empty.read(handle -> handle.settings().all()));
    }
}
