package com.euphoriapos.ui.register;

import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.domain.Department;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.ui.kit.input.ScanInput;
import com.euphoriapos.ui.kit.present.Presenter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sale screen's behaviour. Screen's thread only. */
public final class SalePresenter extends Presenter<SaleView> implements ScanDesk.Host {
    private static final Logger log = LoggerFactory.getLogger(SalePresenter.class);
    private static final int RESULTS_MAX = 50;

    private final Services services;
    private final Checkout checkout;
    private final Tools tools;
    private final MoreMenu more;
    private final KeyedEntry entry = new KeyedEntry();
    private final CartEdits edits;
    private final ScanDesk desk;
    private final QuickKeys quickKeys;
    private final SearchBox<ProductRow> search;
    private final Checkout.Listener listener = this::saleChanged;
    private SaleState sale;
    private SidePane pane = SidePane.TILES;
    private boolean enterWaits;
    private boolean payWaits;

    /** @param more lists the rare functions, asked each time they are shown */
    public SalePresenter(Services services, Tools tools, Supplier<List<MoreEntry>> more) {
        this.services = services;
        this.checkout = services.checkout();
        this.tools = tools;
        this.sale = checkout.state();
        this.edits = new CartEdits(checkout, tools);
        this.more = new MoreMenu(more, tools, edits);
        this.desk = new ScanDesk(checkout, tools, entry, this);
        this.quickKeys = new QuickKeys(
                tools.lookups(), services.catalog(), this::render, e -> log.warn("quick keys not loaded", e));
        this.search = new SearchBox<>(
                tools.lookups(),
                text -> CartText.products(services.catalog().search(text, RESULTS_MAX)),
                this::found,
                e -> edits.failed("The search failed", e));
    }

    @Override
    protected void attached(SaleView newView) {
        checkout.addListener(listener);
        accept(checkout.state());
        quickKeys.refresh();
    }

    @Override
    protected void detached() {
        checkout.removeListener(listener);
    }

    /** The screen came to the front. */
    public void shown() {
        quickKeys.refresh();
        desk.waiting(tools.scans().waiting());
        accept(checkout.state());
    }

    /** The screen went to the back. */
    public void hidden() {
        payWaits = false;
        if (pane != SidePane.PICKER) {
            closePane();
        }
    }

    /** A scan; {@code done} asks for the next. */
    public void scan(ScanInput input, Runnable done) {
        desk.take(input.data(), done);
    }

    /** Whether the next scan may come, or must wait for the answer to a question. */
    public boolean takesScans() {
        return desk.takes();
    }

    /** So many scans wait behind it. */
    public void waiting(int scans) {
        desk.waiting(scans);
    }

    /** A digit was typed or tapped: it answers a question by number, else it is kept for what comes next. */
    public void digit(char digit) {
        int index = digit - '1';
        switch (pane) {
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
        entry.backspace();
        render();
    }

    /** Enter: takes what is tinted or typed; never money. */
    public void enter() {
        switch (pane) {
            case RESULTS -> enterResult();
            case PICKER -> desk.enter();
            case QUANTITY -> setQuantity();
            case CANCEL, MORE -> {}
            case TILES, CODE -> lookUp();
        }
    }

    /** Esc: leaves the innermost thing. */
    public void escape() {
        switch (pane) {
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

    /** {@code +}: one more of the chosen line, or as many as typed. */
    public void plus() {
        change(1);
    }

    /** {@code -}: one less; the last one voids the line. */
    public void minus() {
        change(-1);
    }

    private void change(int sign) {
        if (!entry.digits().isEmpty() && entry.pieces() == 0) {
            edits.refuse("A quantity is 1 to 9,999");
            return;
        }
        Quantity step = Quantity.of(sign * Math.max(1, entry.pieces()));
        entry.clearDigits();
        edits.step(step);
        render();
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
        switch (pane) {
            case PICKER -> desk.move(places);
            case RESULTS -> search.move(places);
            default -> edits.move(places);
        }
    }

    /** A line was tapped. */
    public void chooseLine(int number) {
        edits.choose(number);
    }

    /** F8: takes the chosen line back. */
    public void voidLine() {
        Optional<CartLine> line = chosen();
        if (line.isEmpty()) {
            edits.refuse("No line is chosen");
            return;
        }
        edits.voidLine(line.get());
    }

    /** Takes the last change of the lines back. */
    public void undo() {
        edits.undo();
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
        String reason = can().pay();
        if (!reason.isEmpty()) {
            edits.refuse(reason);
        } else if (desk.busy()) {
            payWaits = true;
        } else {
            closePane();
            entry.clear();
            tools.navigator().show("tender");
        }
    }

    /** F7. */
    public void receipts() {
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
        open(SidePane.RESULTS);
        SaleView shown = view();
        if (shown != null) {
            shown.focusSearch();
        }
    }

    /** The search text changed. */
    public void searchText(String text) {
        enterWaits = false;
        if (pane != SidePane.RESULTS && !text.isBlank()) {
            pane = SidePane.RESULTS;
        }
        search.text(text);
        render();
    }

    private void enterResult() {
        if (search.pending()) {
            enterWaits = true;
        } else {
            result(search.chosen());
        }
    }

    /** Enter that came before the rows may only take the one and only match: nobody has seen the list yet. */
    private void found() {
        if (enterWaits && !search.pending()) {
            enterWaits = false;
            if (search.rows().size() == 1) {
                result(0);
            }
        }
        render();
    }

    /** Adds a row of the results. */
    public void result(int index) {
        if (index < 0 || index >= search.rows().size()) {
            return;
        }
        ProductRow row = search.rows().get(index);
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
        enterWaits = false;
        pane = desk.picker().isPresent() ? SidePane.PICKER : SidePane.TILES;
        search.clear();
        SaleView shown = view();
        if (shown != null) {
            shown.leaveSearch();
        }
        render();
    }

    private void open(SidePane wanted) {
        boolean question = desk.picker().isPresent();
        if (question && wanted != SidePane.RESULTS) {
            edits.refuse("Answer the question on the right first");
            return;
        }
        pane = wanted;
        render();
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
            payWaits = false;
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

    @Override
    public void deskIdle() {
        if (payWaits) {
            payWaits = false;
            pay();
        }
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

    private Optional<CartLine> chosen() {
        return CartText.chosen(sale);
    }

    private SaleScreenState.Can can() {
        return CartText.can(sale, desk.picker().isPresent(), !more.isEmpty());
    }

    private void render() {
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
                pane,
                new SaleScreenState.EntryState(entry.digits(), entry.chip(), entry.multiplied()),
                desk.picker(),
                new SearchState(search.text(), search.rows(), search.chosen(), search.pending()),
                quickKeys.state(),
                pane == SidePane.MORE ? more.entries() : List.of(),
                desk.waiting(),
                can()));
    }
}
