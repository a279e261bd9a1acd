package com.euphoriapos.core.checkout;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.checkout.AddResult;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.PriceOverride;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.testkit.MemoryStore;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever somebody tries without leave, in whatever order: no more goes out of the door unpaid than their limit; nor where two take
 * turns than the one of them may who may more.
 */
class LimitProperties {
    /** One thing that somebody tries. */
    private record Trick(int kind, int line, int amount) {}

    @Provide
    Arbitrary<List<Trick>> tricks() {
        Arbitrary<Trick> one = Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 24_00))
                .as(Trick::new);
        return one.list().ofMinSize(5).ofMaxSize(60);
    }

    @Property(tries = 400)
    void aCashierTakesOffNoMoreThanTheLimit(@ForAll("tricks") List<Trick> tricks) {
        takesOffNoMoreThanTheLimit(tricks, Register.DANA, Register.DANA);
    }

    @Property(tries = 400)
    void aShiftLeadTakesOffNoMoreThanTheLimits(@ForAll("tricks") List<Trick> tricks) {
        takesOffNoMoreThanTheLimit(tricks, Register.LEE, Register.LEE);
    }

    @Property(tries = 400)
    void twoCashiersTakeOffNoMoreThanOne(@ForAll("tricks") List<Trick> tricks) {
        takesOffNoMoreThanTheLimit(tricks, Register.DANA, Register.KIM);
    }

    @Property(tries = 400)
    void aCashierAndAShiftLeadTakeOffNoMoreThanTheShiftLead(@ForAll("tricks") List<Trick> tricks) {
        takesOffNoMoreThanTheLimit(tricks, Register.DANA, Register.LEE);
    }

    /** @param operator may at least what the first one may */
    private static void takesOffNoMoreThanTheLimit(List<Trick> tricks, Operator first, Operator operator) {
        MemoryStore store = new MemoryStore();
        Register.stock(store);
        Register register = new Register(store);
        try {
            register.operator = Optional.of(first);
            Money rungUp = Money.ZERO;
            for (Trick trick : tricks) {
                if (trick.kind() == 8) {
                    register.operator = Optional.of(trick.line() % 2 == 0 ? first : operator);
                }
                if (trick.kind() == 7) {
                    // A restart must not be a way round either.
                    Optional<Operator> present = register.operator;
                    register.close();
                    register = new Register(store);
                    register.operator = present;
                }
                rungUp = rungUp.plus(perform(register, trick));
                SaleState state = register.checkout.state();
                if (state.sale().isEmpty()) {
                    // Its last item was undone: the next one opens another sale.
                    assertTrue(rungUp.compareTo(operator.authority().largestAmount()) <= 0, () -> "gone");
                    rungUp = Money.ZERO;
                    continue;
                }
                Money gone = rungUp.minus(worth(state));
                assertTrue(
                        gone.compareTo(operator.authority().largestAmount()) <= 0,
                        () -> operator.role() + " took off " + gone);
                checkPercent(operator, state);
            }
        } finally {
            register.close();
        }
    }

    private static void checkPercent(Operator operator, SaleState state) {
        for (SaleLineItem line : state.sale().orElseThrow().transaction().lines()) {
            long off = PriceOverride.percentOff(line.regularPrice(), line.unitPrice())
                    .partsPerMillion();
            assertTrue(off <= operator.authority().largestPercent().partsPerMillion(), () -> "off " + off);
        }
    }

    /** What was paid for the items, at most their regular price. */
    private static Money worth(SaleState state) {
        Money worth = Money.ZERO;
        for (SaleLineItem line : state.sale().orElseThrow().transaction().lines()) {
            Money regular = line.voided() ? Money.ZERO : line.regularPrice().times(line.quantity());
            worth = worth.plus(regular.compareTo(line.extendedAmount()) < 0 ? regular : line.extendedAmount());
        }
        return worth;
    }

    /** Does it; returns the regular price of what came into the sale by it. */
    private static Money perform(Register register, Trick trick) {
        LaneCheckout checkout = register.checkout;
        Quantity quantity = new Quantity(trick.amount() * 5L);
        switch (trick.kind()) {
            case 0 -> {
                return added(checkout, Register.RUM, quantity);
            }
            case 1 -> {
                return added(checkout, Register.GIN, Quantity.ONE);
            }
            case 2 -> {
                Optional<SaleLineItem> before = line(checkout, trick.line());
                boolean done = checkout.changeQuantity(trick.line(), quantity) instanceof EditResult.Done;
                return before.filter(line -> done && line.quantity().compareTo(quantity) < 0)
                        .map(line -> line.regularPrice()
                                .times(quantity)
                                .minus(line.regularPrice().times(line.quantity())))
                        .orElse(Money.ZERO);
            }
            case 3 -> checkout.voidLine(trick.line());
            case 4, 6 -> checkout.undo();
            case 5 ->
                checkout.overridePrice(trick.line(), Money.ofCents(trick.amount()), "Price match", Optional.empty());
            default -> {}
        }
        return Money.ZERO;
    }

    private static Money added(LaneCheckout checkout, String code, Quantity quantity) {
        Money before = regular(checkout.state());
        return checkout.scan(code, quantity) instanceof AddResult.Added
                ? regular(checkout.state()).minus(before)
                : Money.ZERO;
    }

    private static Money regular(SaleState state) {
        return state.sale().stream()
                .flatMap(sale -> sale.transaction().lines().stream())
                .filter(line -> !line.voided())
                .map(line -> line.regularPrice().times(line.quantity()))
                .reduce(Money.ZERO, Money::plus);
    }

    private static Optional<SaleLineItem> line(LaneCheckout checkout, int number) {
        return checkout.state()
                .sale()
                .flatMap(sale -> sale.transaction().line(number))
                .filter(line -> !line.voided());
    }
}
