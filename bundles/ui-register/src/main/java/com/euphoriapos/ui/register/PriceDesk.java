package com.euphoriapos.ui.register;

import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.ui.kit.present.ProductNames;
import java.util.List;
import java.util.Optional;

/** Another price for the chosen line: typed like cash, or as percent off; then why. Screen's thread only. */
final class PriceDesk implements ActDesk {
    private static final int PERCENT_DIGITS_MAX = 3;
    private static final int PERCENT_MAX = 100;

    private final Acts acts;
    private final SaleLineItem line;
    private final String name;
    private final CashEntry amount = new CashEntry();
    private final StringBuilder percentDigits = new StringBuilder();
    private boolean percent;
    private boolean asksWhy;
    private int reason = -1;
    private String error = "";
    private boolean busy;

    PriceDesk(Acts acts, SaleLineItem line) {
        this.acts = acts;
        this.line = line;
        this.name = ProductNames.display(line.name());
    }

    @Override
    public ActSheet sheet() {
        String was = line.override().isPresent() ? ", regular " + CartText.money(line.regularPrice()) : "";
        return new ActSheet.Price(
                name,
                "Line " + line.lineNumber() + ", now " + CartText.money(line.unitPrice()) + was,
                percent,
                percent ? (percentDigits.isEmpty() ? "0" : percentDigits.toString()) + " %" : typedAmount(),
                price().map(CartText::money).orElse(""),
                Attempt.PRICE_REASONS,
                reason,
                asksWhy,
                error,
                busy);
    }

    private String typedAmount() {
        return CartText.money(amount.amount());
    }

    /** What the line would cost. */
    private Optional<Money> price() {
        if (!percent) {
            return amount.isEmpty() ? Optional.empty() : Optional.of(amount.amount());
        }
        if (percentDigits.isEmpty()) {
            return Optional.empty();
        }
        long hundredths = Long.parseLong(percentDigits.toString());
        if (hundredths > PERCENT_MAX) {
            return Optional.empty();
        }
        // Down to the cent, so that 20 % off is never a little more than 20 %.
        long off = Math.multiplyExact(line.regularPrice().cents(), hundredths) / PERCENT_MAX;
        return Optional.of(line.regularPrice().minus(Money.ofCents(off)));
    }

    @Override
    public void digit(char digit) {
        if (asksWhy) {
            reason(digit - '1');
        } else {
            pad(digit);
        }
    }

    @Override
    public void pad(char digit) {
        asksWhy = false;
        error = "";
        if (!percent) {
            amount.digit(digit);
        } else if (percentDigits.length() < PERCENT_DIGITS_MAX && (digit != '0' || !percentDigits.isEmpty())) {
            percentDigits.append(digit);
        }
        acts.changed();
    }

    @Override
    public void point() {
        if (!percent && !asksWhy) {
            amount.point();
            acts.changed();
        }
    }

    @Override
    public void backspace() {
        if (asksWhy) {
            asksWhy = false;
        } else if (!percent) {
            amount.backspace();
        } else if (!percentDigits.isEmpty()) {
            percentDigits.setLength(percentDigits.length() - 1);
        }
        error = "";
        acts.changed();
    }

    /** Changes between the price and percent off. */
    void percent() {
        percent = !percent;
        asksWhy = false;
        error = "";
        amount.clear();
        percentDigits.setLength(0);
        acts.changed();
    }

    /** A reason that answers the question does it; one that is tapped before waits for the price. */
    @Override
    public void reason(int index) {
        if (index < 0 || index >= Attempt.PRICE_REASONS.size()) {
            return;
        }
        reason = index;
        if (asksWhy) {
            enter();
        } else {
            acts.changed();
        }
    }

    @Override
    public void enter() {
        Optional<Money> wanted = price();
        error = problem(wanted);
        if (error.isEmpty() && reason < 0) {
            asksWhy = true;
        } else if (error.isEmpty()) {
            perform(wanted.orElseThrow());
        }
        acts.changed();
    }

    private String problem(Optional<Money> wanted) {
        if (wanted.isEmpty()) {
            boolean typed = percent && !percentDigits.isEmpty();
            return typed ? "At most 100 %" : percent ? "Type the percent first" : "Type the price first";
        }
        if (wanted.get().compareTo(Checkout.PRICE_MAX) > 0) {
            return "A price is at most " + CartText.money(Checkout.PRICE_MAX);
        }
        return wanted.get().equals(line.unitPrice()) ? "This is the price already" : "";
    }

    private void perform(Money wanted) {
        busy = true;
        String from = CartText.money(line.unitPrice());
        String to = CartText.money(wanted);
        String why = Attempt.PRICE_REASONS.get(reason);
        Checkout checkout = acts.services().checkout();
        acts.attempt(new Attempt(
                () -> new Attempt.Asked("Price of " + name, from, to),
                List.copyOf(Attempt.PRICE_REASONS),
                why,
                approval -> checkout.overridePrice(line.lineNumber(), wanted, why, approval),
                approver -> acts.toast(name + " costs " + to + " now", approver)));
    }

    @Override
    public boolean busy() {
        return busy;
    }
}
