package com.euphoriapos.ui.register;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.history.SalesHistory;
import com.euphoriapos.api.receipt.Receipts;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.TransactionRepository.DayTotals;
import com.euphoriapos.api.store.TransactionRepository.Row;
import com.euphoriapos.ui.kit.input.ScanInput;
import com.euphoriapos.ui.kit.present.Formats;
import com.euphoriapos.ui.kit.present.Message;
import com.euphoriapos.ui.kit.present.Presenter;
import com.euphoriapos.ui.kit.sound.Tone;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Past sales: today's at once, others by a search or by scanning a receipt. Screen's thread only. */
public final class HistoryPresenter extends Presenter<HistoryView> {
    /** Columns of a receipt on the screen. */
    public static final int RECEIPT_COLUMNS = 42;

    private static final Logger log = LoggerFactory.getLogger(HistoryPresenter.class);
    private static final int ROWS_MAX = 500;
    private static final String PROBLEM = "history";

    private final Services services;
    private final Tools tools;
    private final InstantSource clock;
    private final SearchBox<Row> search;
    private final SalesHistory.Listener onSales = this::salesChanged;
    private List<Row> today = List.of();
    private DayTotals totals = new DayTotals(0, com.euphoriapos.domain.Money.ZERO);
    private boolean loaded;
    private boolean shown;
    private boolean refreshing;
    private boolean outdated;
    private int chosen = -1;
    private Optional<HistoryState.Receipt> receipt = Optional.empty();
    private boolean reprinting;
    private long receiptAsked;
    private long todayAsked;

    public HistoryPresenter(Services services, Tools tools, InstantSource clock) {
        this.services = services;
        this.tools = tools;
        this.clock = clock;
        this.search =
                new SearchBox<>(tools.lookups(), text -> services.history().search(text, ROWS_MAX), this::found, e -> {
                    log.error("a search of the sales failed", e);
                    trouble("The search failed", advice(e, "Try again."));
                });
    }

    @Override
    protected void attached(HistoryView newView) {
        services.history().addListener(onSales);
        render();
    }

    @Override
    protected void detached() {
        services.history().removeListener(onSales);
    }

    private void salesChanged() {
        tools.ui().later(this::refresh);
    }

    /** Sales came, from this or another lane: today's are read again while they are looked at, and what is chosen stays chosen. */
    private void refresh() {
        if (!shown || !loaded || refreshing) {
            outdated = refreshing;
            return;
        }
        refreshing = true;
        outdated = false;
        long ticket = ++todayAsked;
        tools.lookups().run(this::readToday, now -> refreshed(ticket, now), e -> {
            log.warn("today's sales could not be read again", e);
            refreshing = false;
        });
    }

    private void refreshed(long ticket, Today now) {
        refreshing = false;
        if (ticket == todayAsked) {
            boolean searching = !search.text().isEmpty();
            String id = chosen < 0 || chosen >= today.size()
                    ? ""
                    : today.get(chosen).id();
            today = now.rows();
            totals = now.totals();
            if (!searching) {
                keepChosen(id);
            }
        }
        if (outdated) {
            refresh();
        }
    }

    private void keepChosen(String id) {
        for (int i = 0; i < today.size(); i++) {
            if (today.get(i).id().equals(id)) {
                chosen = i;
                render();
                return;
            }
        }
        chooseFirst();
    }

    private Today readToday() {
        return new Today(services.history().today(ROWS_MAX), services.history().todayTotals());
    }

    /** The screen came to the front: today's sales, the last one chosen. */
    public void shown() {
        shown = true;
        HistoryView front = view();
        if (front != null) {
            front.clearSearch();
        }
        search.clear();
        receipt = Optional.empty();
        chosen = -1;
        loaded = false;
        load();
        render();
    }

    private void load() {
        long ticket = ++todayAsked;
        tools.lookups()
                .run(
                        this::readToday,
                        now -> {
                            if (ticket == todayAsked) {
                                today = now.rows();
                                totals = now.totals();
                                loaded = true;
                                chooseFirst();
                            }
                        },
                        e -> {
                            log.error("today's sales could not be read", e);
                            loaded = true;
                            trouble("Today's sales can't be read", advice(e, "Try again, or look at the diagnostics."));
                            render();
                        });
    }

    /** The screen went to the back. */
    public void hidden() {
        shown = false;
    }

    /** The search text changed. */
    public void searchText(String text) {
        search.text(text);
        if (search.text().isEmpty()) {
            chooseFirst();
        } else {
            render();
        }
    }

    private void found() {
        if (!search.text().isEmpty() && !search.pending()) {
            chooseFirst();
        }
    }

    private void chooseFirst() {
        chosen = -1;
        choose(0);
    }

    /** Shows the receipt of a row. */
    public void choose(int index) {
        List<Row> rows = rows();
        if (index < 0 || index >= rows.size()) {
            // One that is still being read belongs to no row any more; a reprint would print it.
            receiptAsked++;
            receipt = Optional.empty();
            render();
            return;
        }
        if (index != chosen) {
            chosen = index;
            read(rows.get(index));
        }
        render();
    }

    /** Up and down. */
    public void move(int places) {
        List<Row> rows = rows();
        if (!rows.isEmpty()) {
            choose(Math.max(0, Math.min(rows.size() - 1, chosen + places)));
        }
    }

    private void read(Row row) {
        long ticket = ++receiptAsked;
        receipt = Optional.empty();
        tools.lookups()
                .run(
                        () -> services.history()
                                .sale(row.id())
                                .map(sale -> new HistoryState.Receipt(
                                        sale.id(),
                                        sale.receiptNumber(),
                                        services.receipts().text(sale, RECEIPT_COLUMNS))),
                        text -> {
                            // Another row was chosen meanwhile: its receipt is on its way.
                            if (ticket == receiptAsked) {
                                receipt = text;
                                render();
                            }
                        },
                        e -> {
                            log.error("a receipt could not be read", e);
                            trouble("Receipt " + row.receiptNumber() + " can't be read", advice(e, "Choose it again."));
                        });
    }

    /** A receipt's barcode was scanned: its sale is opened. */
    public void scan(ScanInput input, Runnable done) {
        String number = input.data().strip();
        tools.lookups()
                .run(
                        () -> services.history().search(number, ROWS_MAX),
                        rows -> {
                            scanned(number, rows);
                            done.run();
                        },
                        e -> {
                            log.error("a scanned receipt could not be looked up", e);
                            tools.sounds().accept(Tone.UNKNOWN);
                            trouble("The search for " + number + " failed", advice(e, "Scan it again."));
                            done.run();
                        });
    }

    private void scanned(String number, List<Row> rows) {
        boolean known = rows.stream().anyMatch(row -> row.receiptNumber().equalsIgnoreCase(number));
        if (!known) {
            tools.sounds().accept(Tone.UNKNOWN);
            trouble(
                    "No receipt has the number " + number,
                    "An item is scanned on the sale screen: Esc, then Back to sale.");
            return;
        }
        tools.sounds().accept(Tone.ADDED);
        tools.messages().dismiss(PROBLEM);
        HistoryView shown = view();
        if (shown != null) {
            shown.showSearch(number);
        }
        searchText(number);
    }

    /** What to do about a failure; one that says who may do it knows better. */
    private static String advice(Exception e, String otherwise) {
        return e instanceof ForbiddenException ? String.valueOf(e.getMessage()) : otherwise;
    }

    /** Queues a duplicate of the receipt that is shown. */
    public void reprint() {
        HistoryState.Receipt shown = receipt.orElse(null);
        if (shown == null || reprinting) {
            return;
        }
        reprinting = true;
        render();
        tools.work()
                .run(
                        () -> services.receipts().reprint(shown.transactionId()),
                        number -> {
                            reprinting = false;
                            reprinted(shown, number);
                            render();
                        },
                        e -> {
                            log.error("a duplicate could not be queued", e);
                            reprinting = false;
                            trouble("The duplicate was not printed", advice(e, "Try again."));
                            render();
                        });
    }

    private void reprinted(HistoryState.Receipt shown, Optional<Integer> number) {
        if (number.isEmpty()) {
            trouble("Receipt " + shown.number() + " is not on this lane", "It can't be printed here.");
            return;
        }
        tools.messages().dismiss(PROBLEM);
        Receipts.QueueState queue = services.receipts().queue();
        String copy = "Duplicate " + number.get() + " of " + shown.number();
        if (queue.printerPresent() && queue.trouble().isEmpty()) {
            tools.messages().show(Message.toast(copy + " goes to the printer"));
        } else {
            String why = queue.trouble().isEmpty() ? "There is no receipt printer" : queue.trouble();
            tools.messages()
                    .show(new Message(
                            PROBLEM,
                            Message.Kind.WARNING,
                            copy + " waits",
                            why + ". It is printed as soon as that is over",
                            List.of(dismissal("OK"))));
        }
    }

    /** Esc: dismisses a message, empties the search, else goes back to the sale. */
    public void escape() {
        HistoryView shown = view();
        if (shown != null && shown.dismissMessage()) {
            return;
        }
        if (!search.text().isEmpty() && shown != null) {
            shown.clearSearch();
            searchText("");
        } else {
            back();
        }
    }

    /** Back to the sale. */
    public void back() {
        tools.navigator().show("sale");
    }

    /** F2. */
    public void focusSearch() {
        HistoryView shown = view();
        if (shown != null) {
            shown.focusSearch();
        }
    }

    private void trouble(String title, String detail) {
        tools.messages().show(new Message(PROBLEM, Message.Kind.TROUBLE, title, detail, List.of(dismissal("Dismiss"))));
    }

    private Message.Choice dismissal(String label) {
        return new Message.Choice(label, "Esc", () -> tools.messages().dismiss(PROBLEM));
    }

    private List<Row> rows() {
        return search.text().isEmpty() ? today : search.rows();
    }

    private void render() {
        HistoryView shown = view();
        if (shown == null) {
            return;
        }
        boolean searching = !search.text().isEmpty();
        List<Row> rows = rows();
        boolean settled = searching ? !search.pending() : loaded;
        String none = searching ? "No sale has \"" + search.text() + "\"" : "No sales yet today";
        ZoneId zone = services.settings().current().map(StoreSettings::zone).orElse(ZoneOffset.UTC);
        Formats formats = new Formats(zone, "");
        shown.render(new HistoryState(
                heading(searching, rows),
                rows.stream().map(row -> sale(row, formats, zone)).toList(),
                rows.isEmpty() ? -1 : chosen,
                search.text(),
                searching && search.pending(),
                rows.isEmpty() && settled ? none : "",
                receipt,
                reprinting));
    }

    private String heading(boolean searching, List<Row> rows) {
        if (searching) {
            String more = rows.size() >= ROWS_MAX ? " or more" : "";
            return Formats.count(rows.size(), "sale", "sales") + more + " found";
        }
        return "Today, " + Formats.count(totals.count(), "sale", "sales") + ", " + CartText.money(totals.total());
    }

    private HistoryState.Sale sale(Row row, Formats formats, ZoneId zone) {
        boolean sameDay = row.completedAt()
                .atZone(zone)
                .toLocalDate()
                .equals(clock.instant().atZone(zone).toLocalDate());
        String time = formats.time(row.completedAt());
        return new HistoryState.Sale(
                row.id(),
                row.receiptNumber(),
                sameDay ? time : formats.day(row.completedAt()) + ", " + time,
                CartText.money(row.total()),
                Formats.quantity(row.items().thousandths()) + (row.items().thousandths() == 1_000 ? " item" : " items"),
                row.operatorName());
    }

    private record Today(List<Row> rows, DayTotals totals) {}
}
