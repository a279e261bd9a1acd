package com.euphoriapos.core.checkout;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.api.checkout.AddResult;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.CompletedSaleListener;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.api.receipt.ReceiptComposer;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusSource;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.core.RankedServices;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.core.approval.ApprovalDesk;
import com.euphoriapos.core.approval.ApprovalDesk.Granted;
import com.euphoriapos.core.checkout.ItemLookup.Found;
import com.euphoriapos.core.checkout.Limits.Wanted;
import com.euphoriapos.domain.CashTender;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.RetailTransaction;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.domain.TenderLineItem;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
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
        service = {Checkout.class, SaleShelf.class, StatusSource.class},
        immediate = true,
        property = StatusSource.PROPERTY_ORDER + ":Integer=45")
public final class LaneCheckout implements Checkout, SaleShelf, StatusSource {
    private static final Logger LOG = LoggerFactory.getLogger(LaneCheckout.class);

    private static final long STOP_MILLIS = 5_000;

    private final RankedServices<CompletedSaleListener> saleListeners = new RankedServices<>();
    private final Guard guard;
    private final Settings settings;
    private final ItemLookup items;
    private final Clock clock;
    private final Limits limits;
    private final SaleCompletion completion;
    private final OpenSaleKeeper keeper;
    private final AfterSale afterSale;
    private final UndoSteps undo = new UndoSteps();
    private final ReentrantLock lock = new ReentrantLock();
    private final ShownSale shown = new ShownSale();
    private Optional<OpenSale> open = Optional.empty();
    private volatile boolean stopped;

    @Activate
    public LaneCheckout(
            @Reference Store store,
            @Reference Guard guard,
            @Reference Settings settings,
            @Reference Catalog catalog,
            @Reference ReceiptComposer composer,
            @Reference ApprovalDesk approvals) {
        this(store, guard, settings, catalog, composer, approvals, Clock.systemUTC());
    }

    LaneCheckout(
            Store store,
            Guard guard,
            Settings settings,
            Catalog catalog,
            ReceiptComposer composer,
            ApprovalDesk approvals,
            Clock clock) {
        this.guard = guard;
        this.settings = settings;
        this.items = new ItemLookup(catalog, store);
        this.clock = clock;
        this.limits = new Limits(approvals);
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
        boolean mine = Locks.within(lock, STOP_MILLIS);
        stopped = true;
        if (mine) {
            lock.unlock();
        } else {
            LOG.warn("The sale is still being changed while the checkout stops");
        }
        afterSale.stop();
        keeper.stop();
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
        return shown.state();
    }

    @Override
    public AddResult scan(String code, Quantity quantity) {
        return selling(AddResult.Refused::new, desk -> added(desk, items.byCode(code, quantity), quantity, code));
    }

    @Override
    public AddResult add(String productId, int packSize, Quantity quantity, String code) {
        return selling(
                AddResult.Refused::new, desk -> added(desk, items.byId(productId, packSize, quantity), quantity, code));
    }

    @Override
    public EditResult choose(int lineNumber) {
        return editing(lineNumber, (desk, line) -> {
            keep(desk, openSale().choosing(lineNumber));
            return new EditResult.Done();
        });
    }

    @Override
    public EditResult changeQuantity(int lineNumber, Quantity quantity, Optional<Approval> approval) {
        return editing(lineNumber, (desk, line) -> {
            Optional<String> problem = CartEdits.quantityProblem(quantity);
            if (problem.isPresent()) {
                return new EditResult.Refused(problem.get());
            }
            return quantity.equals(line.quantity())
                    ? new EditResult.Done()
                    : changed(desk, LineChange.quantity(line, quantity), approval);
        });
    }

    @Override
    public EditResult voidLine(int lineNumber, Optional<Approval> approval) {
        return editing(lineNumber, (desk, line) -> changed(desk, new LineChange.Void(line), approval));
    }

    @Override
    public EditResult overridePrice(int lineNumber, Money newPrice, String reason, Optional<Approval> approval) {
        return editing(lineNumber, (desk, line) -> {
            Optional<String> problem = CartEdits.overrideProblem(
                    line, newPrice, reason, desk.settings().rules());
            return problem.isPresent()
                    ? new EditResult.Refused(problem.get())
                    : changed(desk, new LineChange.Price(line, line.quantity(), newPrice, reason.strip()), approval);
        });
    }

    @Override
    public EditResult undo(Optional<Approval> approval) {
        return selling(EditResult.Refused::new, desk -> {
            if (open.isEmpty() || undo.isEmpty()) {
                return new EditResult.Refused("There is nothing to undo.");
            }
            OpenSale now = openSale();
            UndoSteps.Change last = undo.last();
            Optional<OpenSale> earlier = last.before().map(now::withLinesOf);
            if (earlier.isEmpty() && !now.tenders().isEmpty()) {
                return new EditResult.Refused("A payment was taken. Give it back first.");
            }
            Optional<String> problem =
                    earlier.flatMap(sale -> CartEdits.paidProblem(sale, ShownSale.price(sale, desk.settings())));
            if (problem.isPresent()) {
                return new EditResult.Refused(problem.get());
            }
            LineUndo undoing = LineUndo.of(now, last);
            Wanted wanted = undoing.wanted(now.transaction().id());
            return limits.leave(desk.operator(), undoing.beside(now.takings()), wanted, approval)
                    .doing(granted -> undone(desk, earlier, undoing, granted));
        });
    }

    private void undone(Desk desk, Optional<OpenSale> earlier, LineUndo undoing, Optional<Granted> leave) {
        SaleActs.Act act = undoing.act(by(desk, leave));
        if (earlier.isEmpty()) {
            ended(desk, act);
            return;
        }
        undo.forgetLast();
        Takings.Step step = undoing.step(desk.operator(), leave.isPresent());
        keep(desk, earlier.get().taking(step).acting(act));
    }

    @Override
    public EditResult cancel(Optional<Approval> approval) {
        return selling(EditResult.Refused::new, desk -> {
            if (open.isEmpty()) {
                return new EditResult.Refused(CartEdits.NO_SALE);
            }
            OpenSale sale = openSale();
            if (!sale.tenders().isEmpty()) {
                return new EditResult.Refused("A payment was taken. Give it back first.");
            }
            PricedTransaction priced = shown.state().sale().orElseThrow();
            return limits.leave(desk.operator(), sale.takings(), Wanted.cancelling(priced), approval)
                    .doing(granted -> ended(desk, LineJournal.cancelled(by(desk, granted), priced)));
        });
    }

    @Override
    public TenderResult takeCash(Money given) {
        return selling(TenderResult.Refused::new, desk -> {
            if (open.isEmpty() || openSale().transaction().isEmpty()) {
                return new TenderResult.Refused("There is nothing to pay: the sale has no items.");
            }
            Money due = CashRules.due(shown.state(), given);
            Optional<String> problem = closed(desk)
                    .or(() -> shown.changed(openSale(), desk.settings()))
                    .or(() -> CashRules.problem(due, given, openSale().tenders(), desk.currency()));
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
            keep(desk, paid);
            return new TenderResult.Partial(shown.state().due());
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
            keep(desk, openSale().withTenders(tenders));
            return new EditResult.Done();
        });
    }

    @Override
    public void addListener(Listener listener) {
        shown.addListener(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        shown.removeListener(listener);
    }

    @Override
    public List<StatusItem> items() {
        return keeper.items();
    }

    @Override
    public void onChange(@Nullable Runnable listener) {
        keeper.onChange(listener);
    }

    /** Runs a use case under the lock, for somebody who may sell; says why not, otherwise. */
    private <R> R selling(Function<String, R> refused, Function<Desk, R> work) {
        lock.lock();
        try {
            if (stopped) {
                return refused.apply("The register is being restarted. Try again in a moment.");
            }
            Operator operator = guard.require(Permission.SELL);
            Optional<StoreSettings> known = settings.current();
            return known.isEmpty()
                    ? refused.apply("This lane is not set up yet.")
                    : work.apply(new Desk(operator, known.get(), clock.instant()));
        } catch (ArithmeticException e) {
            return refused.apply("The amount is too large.");
        } catch (ForbiddenException e) {
            // Nobody who may, or they were signed out while this act was under way.
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

    private AddResult added(Desk desk, Found found, Quantity quantity, String code) {
        if (!(found instanceof Found.Item item)) {
            return ((Found.Answer) found).result();
        }
        CatalogMatch match = item.match();
        OpenSale base = open.orElseGet(() -> OpenSale.of(new RetailTransaction(
                UuidCreator.getTimeOrderedEpoch().toString(),
                desk.settings().workstationId(),
                desk.operator().employeeId(),
                clock.instant(),
                List.of())));
        Optional<String> problem = (open.isEmpty() ? closed(desk) : Optional.<String>empty())
                .or(() -> CartEdits.addProblem(base.transaction(), match, quantity));
        if (problem.isPresent()) {
            return new AddResult.Refused(problem.get());
        }
        // It only ever costs more by this, so what was paid stays covered.
        change(desk, base.adding(match, quantity, code), Takings.Step.NOTHING);
        return new AddResult.Added(openSale().chosenLine());
    }

    /** Makes the next state of the lines, which can be undone. */
    private void change(Desk desk, OpenSale next, Takings.Step taken) {
        undo.remember(new UndoSteps.Change(open, taken));
        keep(desk, next);
    }

    private void keep(Desk desk, OpenSale next) {
        publish(Optional.of(next), Optional.empty(), desk.settings());
        keeper.changed(open);
    }

    /** Changes a line where the operator may, or somebody else allowed it. */
    private EditResult changed(Desk desk, LineChange change, Optional<Approval> approval) {
        OpenSale sale = openSale();
        Operator by = desk.operator();
        OpenSale tried = sale.replacing(change.done(by, Optional.empty()));
        // Nobody is asked for leave of what can't be done at all.
        Optional<String> problem = CartEdits.paidProblem(tried, ShownSale.price(tried, desk.settings()));
        if (problem.isPresent()) {
            return new EditResult.Refused(problem.get());
        }
        Wanted wanted = Wanted.of(sale.transaction().id(), change);
        return limits.leave(by, change.beside(sale.takings()), wanted, approval).doing(granted -> {
            SaleLineItem after = change.done(by, granted);
            Takings.Step step = change.step(sale.takings(), by, granted.isPresent());
            OpenSale next = sale.replacing(after).taking(step);
            Optional<SaleActs.Act> act = LineJournal.changed(by(desk, granted), change, after);
            change(desk, act.map(next::acting).orElse(next), step);
        });
    }

    /** Why the law forbids to sell now; no person's leave changes that. */
    private Optional<String> closed(Desk desk) {
        return settings.saleHours().refusal(clock.instant(), desk.settings().zone());
    }

    private LineJournal.By by(Desk desk, Optional<Granted> leave) {
        return new LineJournal.By(desk.at(), desk.operator(), desk.settings().workstationId(), leave);
    }

    /** The sale ends and nothing is sold: what people did to it goes to the journal in the transaction that forgets it. */
    private void ended(Desk desk, SaleActs.Act last) {
        OpenSale sale = openSale().acting(last);
        closing(
                desk,
                () -> completion.giveUp(sale),
                () -> open = Optional.of(openSale().acting(last.resumed())));
    }

    /** Ends the sale in progress by the work, which writes the store; where that fails, it goes on. */
    private <R> R closing(Desk desk, Supplier<R> work, Runnable failed) {
        keeper.finishing();
        R done;
        try {
            done = work.get();
        } catch (RuntimeException e) {
            failed.run();
            keeper.resumed(openSale());
            throw e;
        }
        undo.clear();
        publish(Optional.empty(), Optional.empty(), desk.settings());
        return done;
    }

    @Override
    public <R> R putAside(Function<String, R> refused, Function<Aside, R> work) {
        return selling(refused, desk -> {
            Optional<String> problem = CartEdits.asideProblem(open);
            return problem.isPresent() ? refused.apply(problem.get()) : asideNow(desk, work);
        });
    }

    private <R> R asideNow(Desk desk, Function<Aside, R> work) {
        Aside aside = new Aside(openSale(), ShownSale.price(openSale(), desk.settings()), desk);
        return closing(desk, () -> work.apply(aside), () -> {});
    }

    @Override
    public Optional<String> occupied() {
        return selling(Optional::of, desk -> open.map(sale -> CartEdits.OCCUPIED));
    }

    @Override
    public <R> R takeUp(Function<String, R> refused, Function<Desk, TakenUp<R>> work) {
        return selling(refused, desk -> {
            if (open.isPresent()) {
                return refused.apply(CartEdits.OCCUPIED);
            }
            keeper.finishing();
            TakenUp<R> taken = work.apply(desk);
            taken.sale().ifPresent(sale -> publish(Optional.of(sale), Optional.empty(), desk.settings()));
            return taken.answer();
        });
    }

    private TenderResult complete(Desk desk, OpenSale paid) {
        String id = paid.transaction().id();
        PricedTransaction priced = shown.state().sale().orElseThrow();
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

    private OpenSale openSale() {
        return open.orElseThrow(() -> new IllegalStateException(CartEdits.NO_SALE));
    }

    private void publish(Optional<OpenSale> next, Optional<CompletedTransaction> completed, StoreSettings settings) {
        open = next;
        shown.show(next, completed, settings);
    }
}
