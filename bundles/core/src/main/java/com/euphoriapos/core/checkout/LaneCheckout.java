package com.euphoriapos.core.checkout;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.api.checkout.AddResult;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.CompletedSaleListener;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.api.receipt.ReceiptComposer;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusSource;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.core.RankedServices;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.domain.CashTender;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.Pricing;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.RetailTransaction;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.domain.TenderLineItem;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sale in progress. What a screen shows is one immutable state; every change makes the next one under the one lock and tells
 * the listeners before the lock is free, so they hear of the changes in their order. Thread-safe.
 */
@Component(
        service = {Checkout.class, StatusSource.class},
        immediate = true,
        property = StatusSource.PROPERTY_ORDER + ":Integer=45")
public final class LaneCheckout implements Checkout, StatusSource {
    private static final Logger LOG = LoggerFactory.getLogger(LaneCheckout.class);

    private static final long STOP_MILLIS = 5_000;

    private final RankedServices<CompletedSaleListener> saleListeners = new RankedServices<>();
    private final Store store;
    private final Session session;
    private final Settings settings;
    private final Catalog catalog;
    private final Clock clock;
    private final SaleCompletion completion;
    private final OpenSaleKeeper keeper;
    private final AfterSale afterSale;
    private final UndoSteps undo = new UndoSteps();
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private Optional<OpenSale> open = Optional.empty();
    private volatile boolean stopped;
    private volatile SaleState state = new SaleState(0, Optional.empty(), 0, List.of(), Optional.empty());

    @Activate
    public LaneCheckout(
            @Reference Store store,
            @Reference Session session,
            @Reference Settings settings,
            @Reference Catalog catalog,
            @Reference ReceiptComposer composer) {
        this(store, session, settings, catalog, composer, Clock.systemUTC());
    }

    LaneCheckout(
            Store store, Session session, Settings settings, Catalog catalog, ReceiptComposer composer, Clock clock) {
        this.store = store;
        this.session = session;
        this.settings = settings;
        this.catalog = catalog;
        this.clock = clock;
        this.completion = new SaleCompletion(store, composer);
        this.keeper = new OpenSaleKeeper(store, clock);
        this.afterSale = new AfterSale(saleListeners::all);
    }

    /** Brings back the sale that a stop or a crash left open. */
    @Activate
    void start() {
        lock.lock();
        try {
            Optional<StoreSettings> known = settings.current();
            if (known.isPresent()) {
                keeper.restore().ifPresent(sale -> publish(Optional.of(sale), Optional.empty(), known.get()));
            }
        } catch (RuntimeException e) {
            // The lane must start; what could not be brought back is still in the store.
            LOG.error("The open sale could not be brought back: {}", e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    /** Lets the act under way end, keeps the sale, and takes no further act: what it did could not be kept any more. */
    @Deactivate
    void stop() {
        boolean mine = lockWithin(STOP_MILLIS);
        stopped = true;
        if (mine) {
            lock.unlock();
        } else {
            LOG.warn("The sale is still being changed while the checkout stops");
        }
        afterSale.stop();
        keeper.stop();
    }

    private boolean lockWithin(long millis) {
        try {
            return lock.tryLock(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** By methods, not as a field: the list that the container would inject has the lowest ranking first. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindSaleListener(CompletedSaleListener listener, Map<String, ?> properties) {
        saleListeners.add(listener, properties);
    }

    void unbindSaleListener(CompletedSaleListener listener) {
        saleListeners.remove(listener);
    }

    @Override
    public SaleState state() {
        return state;
    }

    @Override
    public AddResult scan(String code, Quantity quantity) {
        return selling(AddResult.Refused::new, desk -> {
            Optional<String> problem = CartEdits.quantityProblem(quantity);
            if (problem.isPresent()) {
                return new AddResult.Refused(problem.get());
            }
            List<CatalogMatch> matches = catalog.byCode(code);
            if (matches.isEmpty()) {
                return new AddResult.Unknown(code, String.join("; ", catalog.explain(code)));
            }
            if (matches.size() > 1) {
                return new AddResult.ChooseOne(code, matches);
            }
            return added(desk, matches.get(0), quantity, code);
        });
    }

    @Override
    public AddResult add(String productId, int packSize, Quantity quantity, String code) {
        return selling(AddResult.Refused::new, desk -> {
            Optional<String> problem = CartEdits.quantityProblem(quantity);
            if (problem.isPresent()) {
                return new AddResult.Refused(problem.get());
            }
            Optional<CatalogMatch> found = store.read(handle -> handle.catalog().byId(productId));
            if (found.isEmpty() || !found.get().product().active()) {
                return new AddResult.Refused("This item is not for sale any longer.");
            }
            if (packSize < 1) {
                return new AddResult.Refused("A pack has at least one piece.");
            }
            CatalogMatch match = found.get();
            CatalogMatch pack = new CatalogMatch(match.product(), packSize, match.onHand(), match.soldCount());
            return added(desk, pack, quantity, code);
        });
    }

    @Override
    public EditResult choose(int lineNumber) {
        return editing(lineNumber, (desk, line) -> {
            OpenSale chosen = openSale().choosing(lineNumber);
            publish(Optional.of(chosen), Optional.empty(), desk.settings());
            keeper.changed(open);
            return new EditResult.Done();
        });
    }

    @Override
    public EditResult changeQuantity(int lineNumber, Quantity quantity) {
        return editing(lineNumber, (desk, line) -> {
            Optional<String> problem = CartEdits.quantityProblem(quantity);
            return problem.isPresent()
                    ? new EditResult.Refused(problem.get())
                    : edited(change(desk, openSale().replacing(line.withQuantity(quantity))));
        });
    }

    @Override
    public EditResult voidLine(int lineNumber) {
        return editing(
                lineNumber,
                (desk, line) -> edited(change(
                        desk, openSale().replacing(line.voidedBy(desk.operator().shortName())))));
    }

    @Override
    public EditResult undo() {
        return selling(EditResult.Refused::new, desk -> {
            if (open.isEmpty() || undo.isEmpty()) {
                return new EditResult.Refused("There is nothing to undo.");
            }
            Optional<OpenSale> earlier = undo.last().map(before -> openSale().withLinesOf(before));
            if (earlier.isEmpty() && !openSale().tenders().isEmpty()) {
                return new EditResult.Refused("A payment was taken. Give it back first.");
            }
            Optional<String> problem =
                    earlier.flatMap(sale -> CartEdits.paidProblem(sale, price(sale, desk.settings())));
            if (problem.isPresent()) {
                return new EditResult.Refused(problem.get());
            }
            undo.forgetLast();
            publish(earlier, Optional.empty(), desk.settings());
            keeper.changed(open);
            return new EditResult.Done();
        });
    }

    @Override
    public EditResult cancel() {
        return selling(EditResult.Refused::new, desk -> {
            if (open.isEmpty()) {
                return new EditResult.Refused(CartEdits.NO_SALE);
            }
            OpenSale sale = openSale();
            if (!sale.tenders().isEmpty()) {
                return new EditResult.Refused("A payment was taken. Give it back first.");
            }
            keeper.finishing();
            try {
                writeCancelled(desk, sale);
            } catch (RuntimeException e) {
                keeper.resumed(sale);
                throw e;
            }
            undo.clear();
            publish(Optional.empty(), Optional.empty(), desk.settings());
            return new EditResult.Done();
        });
    }

    @Override
    public TenderResult takeCash(Money given) {
        return selling(TenderResult.Refused::new, desk -> {
            if (open.isEmpty() || openSale().transaction().isEmpty()) {
                return new TenderResult.Refused("There is nothing to pay: the sale has no items.");
            }
            Money due = state.due();
            Optional<String> problem = CashRules.problem(due, given, openSale().tenders(), desk.currency());
            if (problem.isPresent()) {
                return new TenderResult.Refused(problem.get());
            }
            List<TenderLineItem> tenders = new ArrayList<>(openSale().tenders());
            if (given.isPositive()) {
                tenders.add(CashTender.take(due, given));
            }
            OpenSale paid = openSale().withTenders(tenders);
            if (given.compareTo(due) >= 0) {
                return complete(desk, paid);
            }
            publish(Optional.of(paid), Optional.empty(), desk.settings());
            keeper.changed(open);
            return new TenderResult.Partial(state.due());
        });
    }

    @Override
    public EditResult removeTender(int index) {
        return selling(EditResult.Refused::new, desk -> {
            if (open.isEmpty() || index < 0 || index >= openSale().tenders().size()) {
                return new EditResult.Refused("There is no such payment.");
            }
            List<TenderLineItem> tenders = new ArrayList<>(openSale().tenders());
            tenders.remove(index);
            publish(Optional.of(openSale().withTenders(tenders)), Optional.empty(), desk.settings());
            keeper.changed(open);
            return new EditResult.Done();
        });
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    @Override
    public List<StatusItem> items() {
        return keeper.items();
    }

    @Override
    public void onChange(@Nullable Runnable listener) {
        keeper.onChange(listener);
    }

    /** Who sells, and under which settings. */
    private record Desk(Operator operator, StoreSettings settings) {
        String currency() {
            return settings.currencySymbol();
        }
    }

    /** Runs a use case under the lock, for somebody who may sell; says why not, otherwise. */
    private <R> R selling(Function<String, R> refused, Function<Desk, R> work) {
        lock.lock();
        try {
            if (stopped) {
                return refused.apply("The register is being restarted. Try again in a moment.");
            }
            Optional<Operator> operator = session.current();
            if (operator.isEmpty()) {
                return refused.apply("Nobody is signed in.");
            }
            if (!operator.get().may(Permission.SELL)) {
                return refused.apply(operator.get().shortName() + " may not sell.");
            }
            Optional<StoreSettings> known = settings.current();
            return known.isEmpty()
                    ? refused.apply("This lane is not set up yet.")
                    : work.apply(new Desk(operator.get(), known.get()));
        } catch (ArithmeticException e) {
            return refused.apply("The amount is too large.");
        } catch (ForbiddenException e) {
            // Whoever sold was signed out while this act was under way.
            return refused.apply(String.valueOf(e.getMessage()));
        } catch (StoreException e) {
            LOG.error("The sale could not be changed ({}): {}", e.reason(), e.getMessage(), e);
            return refused.apply("The store's data can't be reached. Try again; call support if it stays.");
        } finally {
            lock.unlock();
        }
    }

    private EditResult editing(int lineNumber, BiFunction<Desk, SaleLineItem, EditResult> work) {
        return selling(EditResult.Refused::new, desk -> {
            if (open.isEmpty()) {
                return new EditResult.Refused(CartEdits.NO_SALE);
            }
            Optional<SaleLineItem> line = CartEdits.usable(openSale(), lineNumber);
            return line.isEmpty()
                    ? new EditResult.Refused("There is no line " + lineNumber + " to change.")
                    : work.apply(desk, line.get());
        });
    }

    private AddResult added(Desk desk, CatalogMatch match, Quantity quantity, String code) {
        OpenSale base = open.orElseGet(() -> OpenSale.of(new RetailTransaction(
                UuidCreator.getTimeOrderedEpoch().toString(),
                desk.settings().workstationId(),
                desk.operator().employeeId(),
                clock.instant(),
                List.of())));
        Optional<String> problem = CartEdits.addProblem(base.transaction(), match, quantity);
        if (problem.isEmpty()) {
            problem = change(desk, base.adding(match, quantity, code));
        }
        return problem.isPresent()
                ? new AddResult.Refused(problem.get())
                : new AddResult.Added(openSale().chosenLine());
    }

    /** Makes the next state of the lines, which can be undone; says why not, otherwise. */
    private Optional<String> change(Desk desk, OpenSale next) {
        Optional<String> problem = CartEdits.paidProblem(next, price(next, desk.settings()));
        if (problem.isEmpty()) {
            undo.remember(open);
            publish(Optional.of(next), Optional.empty(), desk.settings());
            keeper.changed(open);
        }
        return problem;
    }

    private static EditResult edited(Optional<String> problem) {
        return problem.<EditResult>map(EditResult.Refused::new).orElseGet(EditResult.Done::new);
    }

    private TenderResult complete(Desk desk, OpenSale paid) {
        String id = paid.transaction().id();
        PricedTransaction priced = state.sale().orElseThrow();
        keeper.finishing();
        CompletedTransaction done;
        try {
            done = completion.complete(
                    new SaleCompletion.Paid(paid, priced, desk.operator(), desk.settings(), clock.instant()));
        } catch (RuntimeException e) {
            keeper.resumed(openSale());
            return NotDurable.report(id, e);
        }
        afterSale.completed(done);
        undo.clear();
        publish(Optional.empty(), Optional.of(done), desk.settings());
        return new TenderResult.Completed(done);
    }

    private void writeCancelled(Desk desk, OpenSale sale) {
        Instant at = clock.instant();
        String detail = Json.object(json -> {
            json.writeNumberField("lines", sale.transaction().lines().size());
            json.writeNumberField("total", state.sale().orElseThrow().total().cents());
        });
        store.write(handle -> {
            handle.lane().clearOpenTransaction();
            handle.journal()
                    .append(new JournalRepository.Entry(
                            at,
                            "SALE_CANCELLED",
                            desk.operator().employeeId(),
                            sale.transaction().id(),
                            detail));
            return Boolean.TRUE;
        });
    }

    private OpenSale openSale() {
        return open.orElseThrow(() -> new IllegalStateException(CartEdits.NO_SALE));
    }

    private static PricedTransaction price(OpenSale sale, StoreSettings settings) {
        return Pricing.price(sale.transaction(), settings.taxTable());
    }

    private void publish(Optional<OpenSale> next, Optional<CompletedTransaction> completed, StoreSettings settings) {
        SaleState shown = new SaleState(
                state.version() + 1,
                next.map(sale -> price(sale, settings)),
                next.map(OpenSale::chosenLine).orElse(0),
                next.map(OpenSale::tenders).orElse(List.of()),
                completed);
        open = next;
        state = shown;
        for (Listener listener : listeners) {
            try {
                listener.saleChanged(shown);
            } catch (RuntimeException e) {
                LOG.error("A listener of the sale failed", e);
            }
        }
    }
}
