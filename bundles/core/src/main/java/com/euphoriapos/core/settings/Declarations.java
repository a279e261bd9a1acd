package com.euphoriapos.core.settings;

import com.euphoriapos.api.settings.PosConfig.Key;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.domain.CashRounding;
import com.euphoriapos.domain.Loyalty;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.TaxTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All settings of the store, in the order of their screen. The only place that says which there are. Pure. */
final class Declarations {
    static final String TAX_RATE = "tax_rate";
    static final String SIGN_IN_NAMES = "sign_in_names";
    static final String BADGE_SIGN_IN = "badge_sign_in";
    static final String IDLE_LOCK_MINUTES = "idle_lock_minutes";
    static final String SALE_HOURS = "sale_hours";

    static final String CASH_ROUNDING = "cash_rounding";
    static final String DISCOUNT_PERCENT_MAX = "discount_percent_max";
    static final String LOYALTY_POINTS = "loyalty_points_per_dollar";

    private static final int NAME_MAX = 60;
    private static final int LINES_MAX = 6;
    private static final int CURRENCY_MAX = 3;
    private static final int IDLE_MINUTES_MAX = 15;

    private static final String STORE = "Store";
    private static final String MONEY = "Tax and money";
    private static final String DISCOUNTS = "Discounts and loyalty";
    private static final String HOURS = "Hours";
    private static final String SIGN_IN = "Sign-in";

    private static final List<Declaration> STORE_KEYS = List.of(
            new Words(STORE, "Store name", "Head of the receipt and of the screens, 1 to 60 characters.")
                    .of(SettingsValues.STORE_NAME, Forms.text(1, NAME_MAX), ""),
            new Words(STORE, "Address", "Below the name on the receipt, at most 6 lines.")
                    .of(SettingsValues.STORE_ADDRESS, Forms.lines(LINES_MAX, NAME_MAX), ""),
            new Words(STORE, "Receipt footer", "The last lines of the receipt, at most 6.")
                    .of(SettingsValues.RECEIPT_FOOTER, Forms.lines(LINES_MAX, NAME_MAX), ""));

    private static final List<Declaration> OTHER_KEYS = List.of(
            new Words(MONEY, "Currency symbol", "Before every amount, 1 to 3 characters.")
                    .of(SettingsValues.CURRENCY_SYMBOL, Forms.text(1, CURRENCY_MAX), "$"),
            new Words(
                            MONEY,
                            "Cash rounding",
                            "What happens to cents that no coin pays: none, nearest-5 or down-5; after tax, on its own line.")
                    .of(CASH_ROUNDING, Forms.choice(CashRounding.words()), CashRounding.NONE.word()),
            new Words(
                            DISCOUNTS,
                            "Largest percent off a price",
                            "The most that anybody may take off at the register, approved or not; roles have their own limits below it.")
                    .of(DISCOUNT_PERCENT_MAX, Forms.percent(), "100"),
            new Words(
                            DISCOUNTS,
                            "Loyalty points",
                            "Points for each whole unit of money before tax, printed on the receipt; 0 to 100, 0 for none.")
                    .of(LOYALTY_POINTS, Forms.number(0, Loyalty.POINTS_MAX), "0"),
            new Words(
                            HOURS,
                            "Sale hours",
                            "When the law lets the store sell, such as Mon-Sat 09:00-23:00, Sun 12:00-18:00; empty: always.")
                    .of(SALE_HOURS, Forms.hours(), ""),
            new Words(
                            HOURS,
                            "Time zone",
                            "Where the store is, such as America/New_York; the business day and the sale hours follow it.")
                    .of(SettingsValues.TIME_ZONE, Forms.zone(), "Z"),
            new Words(SIGN_IN, "Names on the sign-in screen", "Shows who works here to everybody who passes the lane.")
                    .of(SIGN_IN_NAMES, Forms.yesNo(), "true"),
            new Words(SIGN_IN, "Sign in by badge", "A scanned badge is as good as a PIN.")
                    .of(BADGE_SIGN_IN, Forms.yesNo(), "false"),
            new Words(SIGN_IN, "Lock after minutes without a touch", "1 to 15; the sale in progress stays.")
                    .of(IDLE_LOCK_MINUTES, Forms.number(1, IDLE_MINUTES_MAX), "2"));

    private Declarations() {}

    /** The declarations for these rows: there is one tax rate for each category that the store has. */
    static List<Declaration> of(Map<String, String> rows) {
        List<Declaration> all = new ArrayList<>(STORE_KEYS);
        all.addAll(taxes(rows));
        all.addAll(OTHER_KEYS);
        return List.copyOf(all);
    }

    private static List<Declaration> taxes(Map<String, String> rows) {
        List<Declaration> taxes = new ArrayList<>();
        taxes.add(tax(
                TAX_RATE,
                "Tax rate",
                TaxTable.STANDARD,
                "Added to the price of everything that has no rate of its own"));
        categories(rows).stream()
                .filter(category -> !category.equals(TaxTable.STANDARD) && !category.equals(TaxTable.EXEMPT))
                .sorted()
                .map(category -> tax(
                        TAX_RATE + "." + category,
                        "Tax rate, " + category,
                        category,
                        "Added to the price of items of the category " + category))
                .forEach(taxes::add);
        return taxes;
    }

    private static Set<String> categories(Map<String, String> rows) {
        String stored = rows.get(SettingsValues.TAX_RATES);
        try {
            return stored == null ? Set.of() : Json.parseObject(stored).names();
        } catch (IllegalArgumentException e) {
            // Whoever reads the rates says so.
            return Set.of();
        }
    }

    private static Declaration tax(String name, String title, String category, String what) {
        Form form = Forms.percent();
        Key key = new Key(name, MONEY, title, what + ", in percent.", form.type(), "0", form.choices(), writable());
        return new Declaration(key, form, SettingsValues.TAX_RATES, category);
    }

    /** What people read of a setting. */
    private record Words(String group, String title, String description) {
        Declaration of(String name, Form form, String defaultValue) {
            Key key = new Key(name, group, title, description, form.type(), defaultValue, form.choices(), writable());
            return new Declaration(key, form, name, "");
        }
    }

    /** Everything here changes what customers pay, what the law asks for, or who gets in. */
    private static Optional<Permission> writable() {
        return Optional.of(Permission.MANAGE_SETTINGS);
    }
}
