package com.euphoriapos.ui.register.testing;

import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.api.approval.ApprovalRequest;
import com.euphoriapos.api.checkout.AddResult;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.domain.CashTender;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.PriceOverride;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.Pricing;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.RetailTransaction;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.domain.TaxTable;
import com.euphoriapos.domain.TenderLineItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A checkout in memory that prices for real and remembers what it was asked. One thread at a time. */
public final class MemoryCheckout implements Checkout {
    /** When everything happens here. */
    public static final Instant NOW = Instant.parse("2026-03-06T17:41:00Z");

    private static final TaxTable TAX = TaxTable.of(Rate.ofPercent("7"));

    /** Codes in the order they were asked for. */
    public final List<String> scanned = new ArrayList<>();
    /** What leave was needed for, or would have been, in order. */
    public final List<String> asked = new ArrayList<>();
    /** Completed sales, oldest first. */
    public final List<CompletedTransaction> completed = new ArrayList<>();

    private final Shop shop;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Deque<RetailTransaction> before = new ArrayDeque<>();
    private final List<TenderLineItem> tenders = new ArrayList<>();
    private volatile SaleState state = new SaleState(0, Optional.empty(), 0, List.of(), Optional.empty());
    private Optional<TenderResult> nextPayment = Optional.empty();
    private Optional<String> leave = Optional.empty();
    private int payments;
    private int sales;

    public MemoryCheckout(Shop shop) {
        this.shop = shop;
    }

    /** The next payment ends like this. */
    public void nextPayment(TenderResult result) {
        nextPayment = Optional.of(result);
    }

    /** How often a payment was asked for. */
    public int payments() {
        return payments;
    }

    @Override
    public SaleState state() {
        return state;
    }

    @Override
    public AddResult scan(String code, Quantity quantity) {
        scanned.add(code);
        List<CatalogMatch> found = shop.byCode(code);
        if (found.isEmpty()) {
            return new AddResult.Unknown(code, "Read as an item number; no product has it");
        }
        return found.size() > 1 ? new AddResult.ChooseOne(code, found) : add(found.get(0), quantity, code);
    }

    @Override
    public AddResult add(String productId, int packSize, Quantity quantity, String code) {
        return shop.all().stream()
                .filter(match -> match.product().id().equals(productId))
                .findFirst()
                .map(match -> add(match, quantity, code))
                .orElseGet(() -> new AddResult.Refused("It is no longer sold"));
    }

    private AddResult add(CatalogMatch match, Quantity quantity, String code) {
        RetailTransaction now = state.sale()
                .map(PricedTransaction::transaction)
                .orElseGet(() -> new RetailTransaction("sale-" + ++sales, "L1", "e1", NOW, List.of()));
        RetailTransaction next = now.adding(match, quantity, code);
        int line = next.lines().stream()
                .filter(each -> each.sellsSame(match))
                .mapToInt(SaleLineItem::lineNumber)
                .max()
                .orElseThrow();
        change(now, next, line);
        return new AddResult.Added(line);
    }

    @Override
    public EditResult choose(int lineNumber) {
        show(state.sale(), lineNumber, state.lastCompleted());
        return new EditResult.Done();
    }

    @Override
    public EditResult changeQuantity(int lineNumber, Quantity quantity, Optional<Approval> approval) {
        return line(lineNumber)
                .map(line ->
                        leave("quantity " + lineNumber, approval).orElseGet(() -> replace(line.withQuantity(quantity))))
                .orElseGet(MemoryCheckout::noLine);
    }

    @Override
    public EditResult voidLine(int lineNumber, Optional<Approval> approval) {
        return line(lineNumber)
                .map(line -> leave("void " + lineNumber, approval).orElseGet(() -> replace(line.voidedBy("Dana R."))))
                .orElseGet(MemoryCheckout::noLine);
    }

    @Override
    public EditResult overridePrice(int lineNumber, Money newPrice, String reason, Optional<Approval> approval) {
        return line(lineNumber)
                .map(line -> leave("price " + lineNumber + " " + newPrice, approval)
                        .orElseGet(() -> replace(line.withPrice(
                                newPrice,
                                new PriceOverride(
                                        line.regularPrice(), reason, "Dana R.", approval.isEmpty() ? "" : "Ruth K.")))))
                .orElseGet(MemoryCheckout::noLine);
    }

    /** From now on what takes something off needs leave, which the approval of that token gives. */
    public void leaveNeeded(Optional<String> approvalToken) {
        leave = approvalToken;
    }

    private Optional<EditResult> leave(String title, Optional<Approval> approval) {
        asked.add(title + approval.map(given -> " with " + given.token()).orElse(""));
        return leave.isEmpty() || approval.map(Approval::token).equals(leave)
                ? Optional.empty()
                : Optional.of(new EditResult.NeedsApproval(new ApprovalRequest(
                        "request-" + asked.size(),
                        com.euphoriapos.domain.Act.of(Permission.SELL),
                        title,
                        "Dana R. may take off at most 100.00.",
                        "sale-1",
                        List.of(Role.MANAGER, Role.OWNER))));
    }

    private Optional<SaleLineItem> line(int lineNumber) {
        return state.sale().flatMap(sale -> sale.transaction().line(lineNumber));
    }

    private EditResult replace(SaleLineItem line) {
        RetailTransaction now = state.sale().orElseThrow().transaction();
        change(now, now.replacing(line), line.lineNumber());
        return new EditResult.Done();
    }

    private static EditResult noLine() {
        return new EditResult.Refused("There is no such line");
    }

    @Override
    public EditResult undo(Optional<Approval> approval) {
        Optional<EditResult> needed = leave("undo", approval);
        if (needed.isPresent()) {
            return needed.get();
        }
        if (before.isEmpty()) {
            return new EditResult.Refused("There is nothing to undo");
        }
        RetailTransaction last = before.pop();
        show(Optional.of(Pricing.price(last, TAX)), last.lines().size(), state.lastCompleted());
        return new EditResult.Done();
    }

    @Override
    public EditResult cancel(Optional<Approval> approval) {
        Optional<EditResult> needed = leave("cancel", approval);
        if (needed.isPresent()) {
            return needed.get();
        }
        before.clear();
        tenders.clear();
        show(Optional.empty(), 0, Optional.empty());
        return new EditResult.Done();
    }

    @Override
    public TenderResult takeCash(Money given) {
        payments++;
        if (nextPayment.isPresent()) {
            TenderResult result = nextPayment.get();
            nextPayment = Optional.empty();
            return result;
        }
        PricedTransaction sale = state.sale().orElse(null);
        if (sale == null) {
            return new TenderResult.Refused("There is nothing to pay");
        }
        if (given.isPositive()) {
            tenders.add(CashTender.take(state.due(), given));
        }
        show(state.sale(), state.chosenLine(), state.lastCompleted());
        return state.due().isZero() ? complete(sale) : new TenderResult.Partial(state.due());
    }

    private TenderResult complete(PricedTransaction sale) {
        String number = String.format(Locale.ROOT, "L1-7K3-%06d", 41 + completed.size());
        CompletedTransaction done =
                new CompletedTransaction(number, sale, tenders, "e1", "Dana R.", NOW, LocalDate.parse("2026-03-06"));
        completed.add(done);
        tenders.clear();
        before.clear();
        show(Optional.empty(), 0, Optional.of(done));
        return new TenderResult.Completed(done);
    }

    @Override
    public EditResult removeTender(int index) {
        tenders.remove(index);
        show(state.sale(), state.chosenLine(), state.lastCompleted());
        return new EditResult.Done();
    }

    private void change(RetailTransaction from, RetailTransaction to, int line) {
        before.push(from);
        show(Optional.of(Pricing.price(to, TAX)), line, Optional.empty());
    }

    private void show(Optional<PricedTransaction> sale, int line, Optional<CompletedTransaction> last) {
        state = new SaleState(state.version() + 1, sale, line, tenders, last);
        listeners.forEach(listener -> listener.saleChanged(state));
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    /** The sale goes away, unsold; it is what comes back. */
    Optional<PricedTransaction> putAside() {
        Optional<PricedTransaction> sale = state.sale();
        before.clear();
        show(Optional.empty(), 0, Optional.empty());
        return sale;
    }

    /** That sale is in progress now. */
    void takeUp(PricedTransaction sale) {
        show(Optional.of(sale), sale.transaction().lines().size(), Optional.empty());
    }

    /** How many listen now. */
    public int listeners() {
        return listeners.size();
    }
}
