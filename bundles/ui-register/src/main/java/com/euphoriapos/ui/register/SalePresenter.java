package com.euphoriapos.ui.register;

import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.api.checkout.SuspendedSales;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.domain.Department;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.ui.kit.input.ScanInput;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sale screen's behaviour. Screen's thread only. */
public final class SalePresenter extends CartPresenter implements ScanDesk.Host {
    private static final Logger log = LoggerFactory.getLogger(SalePresenter.class);

    private final Services services;
    private final Checkout checkout;
    private final Tools tools;
    private final MoreMenu more;
    private final ScanDesk desk;
    private final QuickKeys quickKeys;
    private final SearchPane search;
    private final WaitingCount waiting;
    private final Checkout.Listener listener = this::saleChanged;
    private final Catalog.Listener onCatalog = this::catalogChanged;
    private SaleState sale;
    private SidePane pane = SidePane.TILES;

    /** @param more lists the rare functions, asked each time they are shown */
    public SalePresenter(Services services, Tools tools, Supplier<List<MoreEntry>> more) {
        this(services, tools, more, Clock.systemUTC());
    }

    SalePresenter(Services services, Tools tools, Supplier<List<MoreEntry>> more, Clock clock) {
        super(services, tools, clock);
        this.services = services;
        this.checkout = services.checkout();
        this.tools = tools;
        this.sale = checkout.state();
        this.more = new MoreMenu(more, tools, edits, () -> sale.sale().isPresent(), this::askCancel);
        this.desk = new ScanDesk(checkout, tools, entry, this);
        this.quickKeys = new QuickKeys(
                tools.lookups(), services.catalog(), this::render, e -> log.warn("quick keys not loaded", e));
        this.waiting = new WaitingCount(services.suspended(), tools, this::render);
        this.search = new SearchPane(
                tools.lookups(),
                services.catalog(),
                this::result,
                this::render,
                e -> edits.failed("The search failed", e));
    }

    @Override
    protected void attached(SaleView newView) {
        checkout.addListener(listener);
        services.catalog().addListener(onCatalog);
        waiting.attach();
        accept(checkout.state());
        quickKeys.refresh();
    }

    @Override
    protected void detached() {
        checkout.removeListener(listener);
        services.catalog().removeListener(onCatalog);
        waiting.detach();
    }

    /** The screen came to the front. */
    public void shown() {
        quickKeys.refresh();
        waiting.refresh();
        desk.waiting(tools.scans().waiting());
        accept(checkout.state());
    }

    /** The screen went to the back. */
    public void hidden() {
        desk.forgetKey();
        acts.close();
        if (pane != SidePane.PICKER) {
            closePane();
        }
    }

    /** A scan; {@code done} asks for the next. */
    public void scan(ScanInput input, Runnable done) {
        SuspendedSales.chitNumber(input.data()).ifPresentOrElse(number -> acts.chit(number, done), () -> {
            if (acts.takesScans()) {
                acts.close();
            }
            desk.take(input.data(), done);
        });
    }

    /** Whether the next scan may come, or must wait for the answer to a question. */
    public boolean takesScans() {
        return desk.takes() && acts.takesScans();
    }

    /** So many scans wait behind it. */
    public void waiting(int scans) {
        desk.waiting(scans);
    }

    /** A digit was typed or tapped: it answers a question by number, else it is kept for what comes next. */
    public void digit(char digit) {
        int index = digit - '1';
        switch (shownPane()) {
            case PRICE, NO_SALE, APPROVAL, SUSPEND, SUSPENDED -> acts.digit(digit);
            case PICKER -> desk.pick(index);
            case MORE -> more(index);
            case CANCEL -> answerCancel(index);
            default -> {
                entry.digit(digit);
                render();
            }
        }
    }

    /** Takes the last typed digit back. */
    public void backspace() {
        if (acts.open()) {
            acts.backspace();
            return;
        }
        entry.backspace();
        render();
    }

    /** Enter: takes what is tinted or typed; never money. */
    public void enter() {
        switch (shownPane()) {
            case RESULTS -> search.enter();
            case PICKER -> desk.enter();
            case QUANTITY -> setQuantity();
            case PRICE, NO_SALE, APPROVAL, SUSPEND, SUSPENDED -> acts.enter();
            case CANCEL, MORE -> {}
            case TILES, CODE -> lookUp();
        }
    }

    /** Esc: leaves the innermost thing. */
    public void escape() {
        switch (shownPane()) {
            case PRICE, NO_SALE, APPROVAL, SUSPEND, SUSPENDED -> acts.close();
            case RESULTS, QUANTITY, CODE, CANCEL, MORE -> {
                entry.clearDigits();
                closePane();
            }
            case PICKER -> desk.skip();
            case TILES -> {
                if (entry.isEmpty()) {
                    SaleView shown = view();
                    if (shown != null) {
                        shown.dismissMessage();
                    }
                }
                entry.clear();
                render();
            }
        }
    }

    /** {@code *} and Qty: the typed digits are how many of the next item; without digits it opens the keypad. */
    public void quantity() {
        if (entry.digits().isEmpty()) {
            open(pane == SidePane.QUANTITY ? SidePane.TILES : SidePane.QUANTITY);
        } else if (entry.multiply()) {
            closePane();
        } else {
            edits.refuse("A quantity is 1 to 9,999");
        }
    }

    /** Sets the chosen line's quantity to the typed number. */
    public void setQuantity() {
        long pieces = entry.pieces();
        Optional<CartLine> line = chosen();
        if (line.isEmpty() || pieces == 0) {
            edits.refuse(pieces == 0 ? "Type a quantity from 1 to 9,999" : "No line is chosen");
            return;
        }
        int number = line.get().number();
        entry.clear();
        closePane();
        edits.setQuantity(number, Quantity.of(pieces));
    }

    /** Opens the keypad for item numbers and barcodes. */
    public void openCode() {
        open(pane == SidePane.CODE ? SidePane.TILES : SidePane.CODE);
    }

    /** Looks the typed digits up, like a scan. */
    public void lookUp() {
        String code = entry.digits();
        if (!code.isEmpty()) {
            entry.clearDigits();
            closePane();
            desk.take(code, () -> {});
        }
    }

    /** Up. */
    public void up() {
        move(-1);
    }

    /** Down. */
    public void down() {
        move(1);
    }

    private void move(int places) {
        if (acts.open()) {
            acts.move(places);
            return;
        }
        switch (pane) {
            case PICKER -> desk.move(places);
            case RESULTS -> search.move(places);
            default -> edits.move(places);
        }
    }

    /** Asks whether the whole sale is given up. */
    public void askCancel() {
        if (sale.sale().isEmpty()) {
            edits.refuse("There is no sale to cancel");
        } else {
            open(SidePane.CANCEL);
        }
    }

    /** Answers it: the first keeps the sale, the second gives it up. */
    public void answerCancel(int index) {
        if (index == 0) {
            closePane();
        } else if (index == 1) {
            closePane();
            entry.clear();
            edits.cancel();
        }
    }

    /** F12: on to the payment, as soon as nothing is being looked up. */
    public void pay() {
        if (held() || waits(this::pay)) {
            return;
        }
        String reason = can().pay();
        if (!reason.isEmpty()) {
            edits.refuse(reason);
        } else {
            closePane();
            entry.clear();
            tools.navigator().show("tender");
        }
    }

    /** F7. */
    public void receipts() {
        if (held()) {
            return;
        }
        tools.navigator().show("history");
    }

    /** F10. */
    public void openMore() {
        String reason = can().more();
        if (!reason.isEmpty()) {
            edits.refuse(reason);
            return;
        }
        open(pane == SidePane.MORE ? SidePane.TILES : SidePane.MORE);
    }

    /** Opens a rare function. */
    public void more(int index) {
        if (index >= 0 && index < more.entries().size()) {
            closePane();
            more.open(index);
        }
    }

    /** F2, also "Search instead" of a question. */
    public void openSearch() {
        if (held()) {
            return;
        }
        open(SidePane.RESULTS);
        SaleView shown = view();
        if (shown != null) {
            shown.focusSearch();
        }
    }

    /** The search text changed. */
    public void searchText(String text) {
        if (pane != SidePane.RESULTS && !text.isBlank()) {
            pane = SidePane.RESULTS;
        }
        search.text(text);
        render();
    }

    /** Adds a row of the results. */
    public void result(int index) {
        search.row(index).ifPresent(this::result);
    }

    private void result(ProductRow row) {
        boolean question = desk.picker().isPresent();
        pane = SidePane.TILES;
        closePane();
        if (question) {
            desk.answer(row);
        } else {
            add(row);
        }
    }

    /** A quick key was tapped. */
    public void tile(int index) {
        List<ProductRow> tiles = quickKeys.state().tiles();
        if (index >= 0 && index < tiles.size()) {
            add(tiles.get(index));
        }
    }

    private void add(ProductRow row) {
        Quantity quantity = entry.quantity();
        edits.add(row, quantity, line -> {
            entry.used(quantity);
            itemAdded(line);
        });
    }

    /** A tab of the quick keys. */
    public void department(Optional<Department> department) {
        quickKeys.choose(department);
    }

    /** So many quick keys fit. */
    public void tileCapacity(int tiles) {
        quickKeys.capacity(tiles);
    }

    /** Answers the question. */
    public void pick(int index) {
        desk.pick(index);
    }

    /** Leaves the scan in question out. */
    public void skipScan() {
        desk.skip();
    }

    /** Back to the quick keys, or to the question that is still open. */
    public void closePane() {
        pane = desk.picker().isPresent() ? SidePane.PICKER : SidePane.TILES;
        search.clear();
        SaleView shown = view();
        if (shown != null) {
            shown.leaveSearch();
        }
        render();
    }

    private void open(SidePane wanted) {
        if (held() || wanted != SidePane.RESULTS && !noQuestion()) {
            return;
        }
        pane = wanted;
        render();
    }

    @Override
    boolean waits(Runnable key) {
        return desk.waits(key);
    }

    @Override
    boolean noQuestion() {
        boolean none = desk.picker().isEmpty();
        if (!none) {
            edits.refuse("Answer the question on the right first");
        }
        return none;
    }

    @Override
    public void deskChanged() {
        render();
    }

    @Override
    public void itemAdded(int lineNumber) {
        edits.settled();
        if (pane == SidePane.CANCEL || pane == SidePane.MORE) {
            // Selling goes on, so the question has answered itself.
            pane = SidePane.TILES;
        }
        render();
        SaleView shown = view();
        if (shown != null) {
            shown.added(lineNumber);
        }
    }

    @Override
    public void questionChanged(boolean open) {
        if (open) {
            pane = SidePane.PICKER;
            search.clear();
            SaleView shown = view();
            if (shown != null) {
                shown.leaveSearch();
            }
        } else if (pane == SidePane.PICKER) {
            pane = SidePane.TILES;
        }
        render();
    }

    /** Digits that were meant for the sheet must not be looked up later, or stand on the screen. */
    @Override
    public void sheetOpened() {
        entry.clearDigits();
        closePane();
    }

    private void catalogChanged() {
        tools.ui().later(quickKeys::refresh);
    }

    private void saleChanged(SaleState state) {
        tools.ui().now(() -> accept(state));
    }

    private void accept(SaleState state) {
        if (state.version() >= sale.version()) {
            sale = state;
            render();
        }
    }

    private SidePane shownPane() {
        return acts.sheet().map(ActSheet::pane).orElse(pane);
    }

    private SaleScreenState.Can can() {
        return CartText.can(sale, desk.picker().isPresent(), !more.isEmpty());
    }

    @Override
    SaleState sale() {
        return sale;
    }

    @Override
    void render() {
        SaleView shown = view();
        if (shown == null) {
            return;
        }
        String sign =
                services.settings().current().map(StoreSettings::currencySymbol).orElse("");
        shown.render(new SaleScreenState(
                CartText.lines(sale),
                CartText.totals(sale, sign),
                CartText.change(sale),
                shownPane(),
                acts.sheet(),
                new SaleScreenState.EntryState(entry.digits(), entry.chip(), entry.multiplied()),
                desk.picker(),
                search.state(),
                quickKeys.state(),
                pane == SidePane.MORE ? more.entries() : List.of(),
                desk.waiting(),
                waiting.count(),
                can()));
    }
}
