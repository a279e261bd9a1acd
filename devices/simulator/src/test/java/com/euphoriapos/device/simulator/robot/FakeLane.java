package com.euphoriapos.device.simulator.robot;

import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.api.checkout.AddResult;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.domain.CashTender;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Department;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.Pricing;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.RetailTransaction;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.domain.TaxTable;
import com.euphoriapos.testkit.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A lane just good enough to be rung on: prices with the real rules, keeps nothing, and refuses on demand. One thread only. */
final class FakeLane implements Checkout, Settings, Catalog {
    static final String PIN = "1111";
    static final Operator CASHIER = new Operator("e1", "Dana", "Reyes", Role.CASHIER);
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    final MemoryStore store = new MemoryStore();
    final List<CompletedTransaction> sold = new ArrayList<>();
    boolean demo = true;
    int failAtSale = Integer.MAX_VALUE;
    int cancelled;
    Optional<Operator> operator = Optional.empty();
    private Optional<RetailTransaction> open = Optional.empty();
    private final List<CatalogMatch> products = new ArrayList<>();

    FakeLane(int productCount) {
        for (int i = 0; i < productCount; i++) {
            Product product = new Product(
                    "p" + i, "S" + i, "ITEM " + i, "", 0, Money.ofCents(199 + 100L * i), 1, TaxTable.STANDARD, true);
            products.add(new CatalogMatch(product, 1, Quantity.ZERO, 0));
            String code = "0" + (4000000000000L + i);
            store.write(handle -> {
                handle.catalog().save(product, NOW);
                handle.catalog().replaceBarcodes(product.id(), List.of(new ProductBarcode(code, product.id(), 1)), NOW);
                return true;
            });
        }
    }

    private PricedTransaction priced(RetailTransaction transaction) {
        return Pricing.price(transaction, TaxTable.of(Rate.ofPercent("7")));
    }

    @Override
    public SaleState state() {
        return new SaleState(0, open.map(this::priced), 0, List.of(), Optional.empty());
    }

    @Override
    public AddResult scan(String code, Quantity quantity) {
        if (operator.isEmpty()) {
            return new AddResult.Refused("Nobody is signed in.");
        }
        List<CatalogMatch> found = byCode(code);
        if (found.isEmpty()) {
            return new AddResult.Unknown(code, "");
        }
        RetailTransaction before = open.orElseGet(
                () -> new RetailTransaction("t" + sold.size(), "L1", CASHIER.employeeId(), NOW, List.of()));
        RetailTransaction after = before.adding(found.get(0), quantity, code);
        open = Optional.of(after);
        return new AddResult.Added(after.lines().stream()
                .filter(line -> line.sellsSame(found.get(0)))
                .findFirst()
                .orElseThrow()
                .lineNumber());
    }

    @Override
    public AddResult add(String productId, int packSize, Quantity quantity, String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EditResult choose(int lineNumber) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EditResult changeQuantity(int lineNumber, Quantity quantity, Optional<Approval> approval) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EditResult voidLine(int lineNumber, Optional<Approval> approval) {
        open = open.map(sale -> {
            SaleLineItem line = sale.line(lineNumber).orElseThrow();
            return sale.replacing(line.voidedBy("Dana R."));
        });
        return new EditResult.Done();
    }

    @Override
    public EditResult overridePrice(int lineNumber, Money newPrice, String reason, Optional<Approval> approval) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EditResult undo(Optional<Approval> approval) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EditResult cancel(Optional<Approval> approval) {
        open = Optional.empty();
        cancelled++;
        return new EditResult.Done();
    }

    @Override
    public TenderResult takeCash(Money given) {
        PricedTransaction priced = priced(open.orElseThrow());
        if (sold.size() + 1 == failAtSale) {
            return new TenderResult.NotCompleted("The disk is full.", "inc-1");
        }
        CompletedTransaction done = new CompletedTransaction(
                "L1-" + (sold.size() + 1),
                priced,
                List.of(CashTender.take(priced.total(), given)),
                CASHIER.employeeId(),
                CASHIER.shortName(),
                NOW,
                LocalDate.ofInstant(NOW, ZoneOffset.UTC));
        sold.add(done);
        open = Optional.empty();
        return new TenderResult.Completed(done);
    }

    @Override
    public EditResult removeTender(int index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addListener(Catalog.Listener listener) {}

    @Override
    public void removeListener(Catalog.Listener listener) {}

    @Override
    public void addListener(Checkout.Listener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeListener(Checkout.Listener listener) {
        throw new UnsupportedOperationException();
    }

    Session session() {
        return new OneCashier();
    }

    private final class OneCashier implements Session {
        @Override
        public SignInResult signIn(char[] pin) {
            if (!new String(pin).equals(PIN)) {
                return new SignInResult.WrongPin();
            }
            operator = Optional.of(CASHIER);
            return new SignInResult.SignedIn(CASHIER);
        }

        @Override
        public void signOut() {
            operator = Optional.empty();
        }

        @Override
        public void signOut(String reason) {
            signOut();
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
        public String endedBecause() {
            return "";
        }

        @Override
        public Optional<Operator> current() {
            return operator;
        }

        @Override
        public List<Operator> staff() {
            return List.of(CASHIER);
        }

        @Override
        public void addListener(Session.Listener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void removeListener(Session.Listener listener) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public Optional<StoreSettings> current() {
        return Optional.of(new StoreSettings(
                "Shop", List.of(), List.of(), TaxTable.of(Rate.ZERO), "$", ZoneOffset.UTC, "L1", demo));
    }

    @Override
    public List<CatalogMatch> byCode(String code) {
        return store.read(handle -> handle.catalog().byCode("0" + code));
    }

    @Override
    public List<CatalogMatch> search(String text, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<CatalogMatch> mostSold(Optional<Department> department, int limit) {
        return products;
    }

    @Override
    public List<String> explain(String code) {
        return List.of();
    }

    @Override
    public long count() {
        return products.size();
    }

    @Override
    public long version() {
        return 1;
    }
}
