package com.euphoriapos.ui.register;

import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.domain.CashTender;
import com.euphoriapos.domain.Money;
import com.euphoriapos.ui.kit.present.Message;
import com.euphoriapos.ui.kit.present.Presenter;
import com.euphoriapos.ui.kit.sound.Tone;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the payment. Scans never come here: the router holds them for the sale screen, and while it holds any, Enter takes no
 * money, because it may be the end of one of them. Screen's thread only.
 */
public final class TenderPresenter extends Presenter<TenderView> {
    private static final Logger log = LoggerFactory.getLogger(TenderPresenter.class);
    private static final String SALE_SCREEN = "sale";
    private static final String PROBLEM = "tender";
    private static final String SCANS = "tender-scans";

    private final Services services;
    private final Checkout checkout;
    private final Tools tools;
    private final CashEntry entry = new CashEntry();
    private final Checkout.Listener listener = this::saleChanged;
    private SaleState sale;
    private List<CashTender.Suggestion> quick = List.of();
    private int chosenQuick;
    private boolean busy;
    private int scansWaiting;

    public TenderPresenter(Services services, Tools tools) {
        this.services = services;
        this.checkout = services.checkout();
        this.tools = tools;
        this.sale = checkout.state();
    }

    @Override
    protected void attached(TenderView newView) {
        checkout.addListener(listener);
        shown();
    }

    @Override
    protected void detached() {
        checkout.removeListener(listener);
    }

    /** The screen came to the front: the exact amount is shown first. */
    public void shown() {
        sale = checkout.state();
        waiting(tools.scans().waiting());
        startAmount();
    }

    /** The screen went to the back; nothing typed is kept. */
    public void hidden() {
        entry.clear();
        waiting(0);
        tools.messages().dismiss(PROBLEM);
    }

    /** Whether a payment is being taken or given back. */
    public boolean busy() {
        return busy;
    }

    /** So many scans are held back. */
    public void waiting(int scans) {
        scansWaiting = scans;
        if (scans == 0) {
            tools.messages().dismiss(SCANS);
        } else {
            String title = scans == 1 ? "1 scan waits" : scans + " scans wait";
            tools.messages()
                    .show(new Message(
                            SCANS,
                            Message.Kind.SCANS_WAIT,
                            title,
                            "Go back to add to this sale. Enter takes no money until then",
                            List.of(new Message.Choice("Back to sale", "Esc", this::back))));
        }
        render();
    }

    /** A digit was typed or tapped. */
    public void digit(char digit) {
        if (!busy) {
            entry.digit(digit);
            typed();
        }
    }

    /** The key with two zeros. */
    public void doubleZero() {
        if (!busy) {
            entry.digit('0');
            entry.digit('0');
            typed();
        }
    }

    /** The decimal point: what was typed are whole units. */
    public void point() {
        if (!busy) {
            entry.point();
            typed();
        }
    }

    /** Takes the last digit back; with none left the exact amount is shown again. */
    public void backspace() {
        if (!busy) {
            entry.backspace();
            typed();
        }
    }

    private void typed() {
        if (entry.isEmpty()) {
            chosenQuick = 0;
        }
        render();
    }

    /** F1 to F6: shows a quick amount; it is not taken yet. */
    public void quick(int index) {
        if (!busy && index >= 0 && index < quick.size()) {
            entry.clear();
            chosenQuick = index;
            render();
        }
    }

    /** Enter: takes the amount shown, but nothing while scans wait. */
    public void enter() {
        if (scansWaiting == 0) {
            take();
        }
    }

    /** Takes the amount shown. A second call while the first is under way does nothing. */
    public void take() {
        Money given = given();
        if (busy || !problem(given).isEmpty()) {
            return;
        }
        busy = true;
        tools.messages().dismiss(PROBLEM);
        render();
        tools.work().run(() -> checkout.takeCash(given), this::taken, this::failed);
    }

    /** Gives a payment back. */
    public void removeTender(int index) {
        if (busy) {
            return;
        }
        // The second half of a double tap would give back the payment that moved into this one's place.
        busy = true;
        render();
        tools.work().run(() -> checkout.removeTender(index), this::removed, e -> {
            log.error("a payment could not be given back", e);
            busy = false;
            trouble("The payment was not given back", "Nothing has changed. Try again.");
            render();
        });
    }

    private void removed(EditResult result) {
        busy = false;
        if (result instanceof EditResult.Refused refused) {
            trouble(refused.reason(), "");
        }
        render();
    }

    /** Esc: dismisses a message, else goes back with nothing changed. */
    public void escape() {
        TenderView shown = view();
        if (!busy && (shown == null || !shown.dismissMessage())) {
            back();
        }
    }

    /** Back to the sale, with nothing changed. */
    public void back() {
        if (!busy) {
            tools.navigator().show(SALE_SCREEN);
        }
    }

    private void taken(TenderResult result) {
        busy = false;
        if (result instanceof TenderResult.Completed) {
            tools.sounds().accept(Tone.APPROVAL);
            tools.navigator().show(SALE_SCREEN);
        } else if (result instanceof TenderResult.Partial) {
            sale = checkout.state();
            startAmount();
        } else if (result instanceof TenderResult.Refused refused) {
            trouble(refused.reason(), "Nothing was taken.");
        } else if (result instanceof TenderResult.NotCompleted not) {
            tools.sounds().accept(Tone.UNKNOWN);
            trouble(
                    "Not paid. " + not.reason(),
                    "The sale is kept and can be paid again. Incident " + not.incidentId());
        }
        render();
    }

    private void failed(Exception e) {
        log.error("a payment failed", e);
        busy = false;
        tools.sounds().accept(Tone.UNKNOWN);
        sale = checkout.state();
        trouble("The payment failed", "Look at the receipts (F7) before you take it again.");
        render();
    }

    private void trouble(String title, String detail) {
        Runnable dismiss = () -> tools.messages().dismiss(PROBLEM);
        tools.messages()
                .show(new Message(
                        PROBLEM,
                        Message.Kind.TROUBLE,
                        title,
                        detail.isEmpty() ? null : detail,
                        List.of(new Message.Choice("Dismiss", "Esc", dismiss))));
    }

    private void saleChanged(SaleState state) {
        tools.ui().now(() -> {
            if (state.version() >= sale.version()) {
                boolean other = !state.due().equals(sale.due());
                sale = state;
                if (other) {
                    startAmount();
                } else {
                    render();
                }
            }
        });
    }

    private void startAmount() {
        entry.clear();
        chosenQuick = 0;
        Money due = sale.due();
        quick = due.isPositive() ? CashTender.suggestions(due) : List.of();
        render();
    }

    private Money given() {
        if (!entry.isEmpty()) {
            return entry.amount();
        }
        return quick.isEmpty() ? Money.ZERO : quick.get(chosenQuick).amount();
    }

    private String problem(Money given) {
        if (sale.sale().isEmpty()) {
            return "There is nothing to pay";
        }
        if (sale.due().isZero() && given.isZero()) {
            return "";
        }
        if (!given.isPositive()) {
            return "Type what the customer gives";
        }
        Money above = given.minus(sale.due());
        return above.compareTo(CashTender.OVERPAYMENT_MAX) > 0
                ? "More than " + CartText.money(CashTender.OVERPAYMENT_MAX) + " above what is due"
                : "";
    }

    private void render() {
        TenderView shown = view();
        if (shown == null) {
            return;
        }
        String sign =
                services.settings().current().map(StoreSettings::currencySymbol).orElse("");
        Money due = sale.due();
        Money given = given();
        // Who has the pennies may pay to the cent, where rounding would ask for more.
        boolean toTheCent = given.compareTo(due) < 0 && given.isPositive() && given.compareTo(sale.left()) >= 0;
        boolean tooLittle = given.compareTo(due) < 0 && !toTheCent;
        Money reached = toTheCent ? sale.left() : due;
        Money outcome = tooLittle ? due.minus(given) : given.minus(reached);
        shown.render(new TenderState(
                CartText.lines(sale).stream().filter(line -> !line.voided()).toList(),
                CartText.totals(sale, sign),
                CartText.money(due),
                CartText.money(given),
                !entry.isEmpty(),
                CartText.money(outcome),
                tooLittle,
                quick.stream()
                        .map(each -> new TenderState.QuickAmount(each.name(), CartText.money(each.amount())))
                        .toList(),
                entry.isEmpty() ? chosenQuick : -1,
                sale.tenders().stream()
                        .map(each -> new TenderState.Taken("Cash", CartText.money(each.amount())))
                        .toList(),
                problem(given),
                busy,
                scansWaiting));
    }
}
