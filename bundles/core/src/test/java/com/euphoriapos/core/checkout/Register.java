package com.euphoriapos.core.checkout;

import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.api.checkout.CompletedSaleListener;
import com.euphoriapos.api.receipt.ReceiptComposer;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Department;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.SaleHours;
import com.euphoriapos.domain.TaxTable;
import com.euphoriapos.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lane for tests: a few products, Dana at the register, 10 % tax, half past eleven in the evening in New York. */
final class Register implements AutoCloseable {
    static final String RUM = "00000000000017";
    static final String GIN = "00000000000024";
    static final String SHARED = "00000000000031";
    static final String RUM_CASE = "10000000000014";
    static final String FREE = "00000000000048";
    static final Operator DANA = new Operator("e-dana", "Dana", "Reyes", Role.CASHIER);
    static final Operator KIM = new Operator("e-kim", "Kim", "Lake", Role.CASHIER);
    static final Operator MAX = new Operator("e-max", "Max", "Stone", Role.MANAGER);
    static final Operator LEE = new Operator("e-lee", "Lee", "Young", Role.SHIFT_LEAD);
    static final Operator OLIVE = new Operator("e-olive", "Olive", "West", Role.OWNER);
    static final StoreSettings SETTINGS = named("L1");

    /** What the store's manager set. */
    volatile StoreSettings settings = SETTINGS;

    volatile SaleHours hours = SaleHours.ALWAYS;
    final Store store;
    final ManualClock clock;
    final LaneCheckout checkout;
    private final Guard guard;
    final TestLeave leave = new TestLeave();
    volatile Optional<Operator> operator = Optional.of(DANA);
    volatile ReceiptComposer composer = (sale, settings) -> "{\"receipt\":\"" + sale.receiptNumber() + "\"}";

    Register(Store store, CompletedSaleListener... listeners) {
        this(store, new ManualClock(Instant.parse("2026-07-02T03:30:00Z")), listeners);
    }

    Register(Store store, ManualClock clock, CompletedSaleListener... listeners) {
        this.store = store;
        this.clock = clock;
        this.guard = new Guard(new SignedIn(), () -> Optional.of(SETTINGS));
        this.checkout = new LaneCheckout(
                store,
                guard,
                new Rules(),
                new StoreCatalog(store),
                (sale, settings) -> composer.compose(sale, settings),
                leave,
                clock);
        for (CompletedSaleListener listener : listeners) {
            checkout.bindSaleListener(listener, Map.of());
        }
        checkout.start();
    }

    /** The settings of a lane. */
    static StoreSettings named(String label) {
        return new StoreSettings(
                "Test Spirits",
                List.of(),
                List.of(),
                TaxTable.of(Rate.ofPercent("10")),
                "$",
                ZoneId.of("America/New_York"),
                label,
                false);
    }

    /** Its suspended sales; to be stopped by whoever asked. */
    LaneSuspendedSales suspendedSales() {
        LaneSuspendedSales sales = new LaneSuspendedSales(store, guard, checkout);
        sales.start();
        return sales;
    }

    static void stock(Store store) {
        store.write(handle -> {
            Instant at = Instant.EPOCH;
            handle.catalog().save(product("p-rum", "Rum", 10_00), at);
            handle.catalog().save(product("p-gin", "Gin", 20_00), at);
            handle.catalog().save(product("p-free", "Leaflet", 0), at);
            handle.catalog()
                    .replaceBarcodes(
                            "p-rum",
                            List.of(
                                    new ProductBarcode(RUM, "p-rum", 1),
                                    new ProductBarcode(RUM_CASE, "p-rum", 12),
                                    new ProductBarcode(SHARED, "p-rum", 1)),
                            at);
            handle.catalog()
                    .replaceBarcodes(
                            "p-gin",
                            List.of(new ProductBarcode(GIN, "p-gin", 1), new ProductBarcode(SHARED, "p-gin", 1)),
                            at);
            handle.catalog().replaceBarcodes("p-free", List.of(new ProductBarcode(FREE, "p-free", 1)), at);
            return Boolean.TRUE;
        });
    }

    void scan(String... codes) {
        for (String code : codes) {
            checkout.scan(code, Quantity.ONE);
        }
    }

    Money total() {
        return checkout.state().sale().orElseThrow().total();
    }

    @Override
    public void close() {
        checkout.stop();
    }

    private static Product product(String id, String name, long cents) {
        return new Product(id, "sku-" + id, name, "Spirits", 750, Money.ofCents(cents), 12, TaxTable.STANDARD, true);
    }

    private final class Rules implements Settings {
        @Override
        public Optional<StoreSettings> current() {
            return Optional.of(settings);
        }

        @Override
        public SaleHours saleHours() {
            return hours;
        }
    }

    /** Whoever the test puts at the register. */
    private final class SignedIn implements Session {
        @Override
        public SignInResult signIn(char[] pin) {
            return new SignInResult.WrongPin();
        }

        @Override
        public void signOut() {
            operator = Optional.empty();
        }

        @Override
        public SignInResult signInByBadge(String code) {
            return new SignInResult.WrongPin();
        }

        @Override
        public SignInResult unlock(char[] pin) {
            return new SignInResult.WrongPin();
        }

        @Override
        public Duration lockedFor() {
            return Duration.ZERO;
        }

        @Override
        public void signOut(String reason) {
            signOut();
        }

        @Override
        public String endedBecause() {
            return "";
        }

        @Override
        public Optional<Operator> current() {
            return operator;
        }

        @Override
        public List<Operator> staff() {
            return List.of();
        }

        @Override
        public void addListener(Listener listener) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public void removeListener(Listener listener) {
            throw new UnsupportedOperationException("not asked for here");
        }
    }

    /** The catalog without reading barcodes: a code is what is stored. */
    private record StoreCatalog(Store store) implements Catalog {
        @Override
        public void addListener(Listener listener) {}

        @Override
        public void removeListener(Listener listener) {}

        @Override
        public List<CatalogMatch> byCode(String code) {
            return store.read(handle -> handle.catalog().byCode(code));
        }

        @Override
        public List<CatalogMatch> search(String text, int limit) {
            return store.read(handle -> handle.catalog().search(text, limit));
        }

        @Override
        public List<CatalogMatch> mostSold(Optional<Department> department, int limit) {
            return List.of();
        }

        @Override
        public List<String> explain(String code) {
            return List.of("read as " + code, "nothing has it");
        }

        @Override
        public long count() {
            return store.read(handle -> handle.catalog().count());
        }

        @Override
        public long version() {
            return 1;
        }
    }
}
