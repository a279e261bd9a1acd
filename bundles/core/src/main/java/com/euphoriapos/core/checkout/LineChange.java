package com.euphoriapos.core.checkout;

import com.euphoriapos.core.approval.ApprovalDesk.Granted;
import com.euphoriapos.core.checkout.Takings.Kind;
import com.euphoriapos.core.checkout.Takings.Step;
import com.euphoriapos.core.checkout.Takings.Taking;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.PriceOverride;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.SaleLineItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody wants to do to a line, and what it means to permissions, limits and the journal. Pure. */
sealed interface LineChange {
    /** The line before. */
    SaleLineItem line();

    /** The line after. */
    SaleLineItem done(Operator by, Optional<Granted> leave);

    /** Which kind of act it is. */
    default Permission permission() {
        return Permission.SELL;
    }

    /** What it takes off the price. */
    default Rate percent() {
        return Rate.ZERO;
    }

    /** What it takes off the sale; for a price, what it takes off in all. */
    Money amount();

    /** What was taken off by others than this, which may take the place of some of it. */
    default Takings beside(Takings before) {
        return before;
    }

    /** What becomes of the sum of what was taken off. */
    Step step(Takings before, Operator by, boolean allowed);

    /** What the sheet says when somebody else has to allow it. */
    String title();

    /** Kind of the journal's entry; empty where none is written. */
    default Optional<String> journalKind() {
        return Optional.of(LineJournal.LINE_VOIDED);
    }

    /** The whole line is taken back. */
    record Void(SaleLineItem line) implements LineChange {
        @Override
        public SaleLineItem done(Operator by, Optional<Granted> leave) {
            return line.voidedBy(by.shortName());
        }

        @Override
        public Money amount() {
            return line.extendedAmount();
        }

        @Override
        public Step step(Takings before, Operator by, boolean allowed) {
            return new Step(taking(line, Kind.BACK, by, amount(), allowed), List.of());
        }

        @Override
        public String title() {
            return "Take back " + line.quantity() + " " + line.name() + ", " + line.extendedAmount();
        }
    }

    /** Less of it is sold. */
    record Fewer(SaleLineItem line, Quantity quantity) implements LineChange {
        @Override
        public SaleLineItem done(Operator by, Optional<Granted> leave) {
            return line.withQuantity(quantity);
        }

        @Override
        public Money amount() {
            return line.extendedAmount().minus(line.withQuantity(quantity).extendedAmount());
        }

        /** What the price took off the pieces that go stays with whoever took it off: another price must not wipe it out. */
        @Override
        public Step step(Takings before, Operator by, boolean allowed) {
            List<Taking> prices = before.pricesOf(line.lineNumber());
            List<Taking> added = new ArrayList<>(taking(line, Kind.BACK, by, amount(), allowed));
            prices.forEach(price -> added.add(price.as(Kind.BACK)));
            return new Step(added, prices);
        }

        @Override
        public String title() {
            return "Sell " + quantity + " instead of " + line.quantity() + " " + line.name() + ", " + amount()
                    + " less";
        }
    }

    /** More of it is sold at the catalogue's price, or above: nothing is taken off. */
    record More(SaleLineItem line, Quantity quantity) implements LineChange {
        @Override
        public SaleLineItem done(Operator by, Optional<Granted> leave) {
            return line.withQuantity(quantity);
        }

        @Override
        public Money amount() {
            return Money.ZERO;
        }

        @Override
        public Step step(Takings before, Operator by, boolean allowed) {
            return Step.NOTHING;
        }

        @Override
        public String title() {
            return "Sell " + quantity + " " + line.name();
        }

        @Override
        public Optional<String> journalKind() {
            return Optional.empty();
        }
    }

    /**
     * It has another price, or more of it is sold at a lowered one: leave for one bottle at half the price is none for a pallet.
     *
     * @param reason why
     */
    record Price(SaleLineItem line, Quantity quantity, Money unitPrice, String reason) implements LineChange {
        @Override
        public SaleLineItem done(Operator by, Optional<Granted> leave) {
            SaleLineItem many = line.withQuantity(quantity);
            Money regular = line.regularPrice();
            if (unitPrice.equals(regular)) {
                return many.withRegularPrice();
            }
            String why = leave.map(Granted::reason).orElse(reason);
            String approver =
                    leave.map(granted -> granted.approver().shortName()).orElse("");
            return many.withPrice(unitPrice, new PriceOverride(regular, why, by.shortName(), approver));
        }

        @Override
        public Permission permission() {
            return Permission.PRICE_OVERRIDE;
        }

        @Override
        public Rate percent() {
            return PriceOverride.percentOff(line.regularPrice(), unitPrice);
        }

        @Override
        public Money amount() {
            Money off = line.regularPrice().times(quantity).minus(unitPrice.times(quantity));
            return off.isNegative() ? Money.ZERO : off;
        }

        @Override
        public Takings beside(Takings before) {
            return before.after(new Step(List.of(), before.pricesOf(line.lineNumber())));
        }

        @Override
        public Step step(Takings before, Operator by, boolean allowed) {
            return new Step(taking(line, Kind.PRICE, by, amount(), allowed), before.pricesOf(line.lineNumber()));
        }

        @Override
        public String title() {
            return quantity.equals(line.quantity())
                    ? "Change the price of " + line.name() + " from " + line.unitPrice() + " to " + unitPrice
                    : "Sell " + quantity + " instead of " + line.quantity() + " " + line.name() + " at " + unitPrice;
        }

        @Override
        public Optional<String> journalKind() {
            return Optional.of(LineJournal.PRICE_OVERRIDDEN);
        }
    }

    /** The change of quantity that it is. */
    static LineChange quantity(SaleLineItem line, Quantity quantity) {
        if (quantity.compareTo(line.quantity()) < 0) {
            return new Fewer(line, quantity);
        }
        return line.override()
                .filter(why -> line.unitPrice().compareTo(why.regularPrice()) < 0)
                .filter(why -> !quantity.equals(line.quantity()))
                .<LineChange>map(why -> new Price(line, quantity, line.unitPrice(), why.reason()))
                .orElseGet(() -> new More(line, quantity));
    }

    /** One taking, or none where nothing is taken off. */
    private static List<Taking> taking(SaleLineItem line, Kind kind, Operator by, Money amount, boolean allowed) {
        return amount.isPositive() ? List.of(Taking.of(line.lineNumber(), kind, by, amount, allowed)) : List.of();
    }
}
