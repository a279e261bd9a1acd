package com.euphoriapos.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class PricingTest {
    private static final RetailTransaction EMPTY = new RetailTransaction("t", "L1", "e", Instant.EPOCH, List.of());
    private static final TaxTable TAX = new TaxTable(Map.of(
            TaxTable.STANDARD, Rate.ofPercent("8.875"), TaxTable.EXEMPT, Rate.ZERO, "food", Rate.ofPercent("2")));

    private static Product product(String id, long cents, String taxCategory) {
        return new Product(id, id, "Item " + id, "GINS", 750, Money.ofCents(cents), 6, taxCategory, true);
    }

    private static CatalogMatch match(Product product, int packSize) {
        return new CatalogMatch(product, packSize, Quantity.ZERO, 0);
    }

    @Provide
    Arbitrary<List<CatalogMatch>> baskets() {
        Arbitrary<CatalogMatch> one = Combinators.combine(
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.longs().between(0, 50_000),
                        Arbitraries.of(TaxTable.STANDARD, TaxTable.EXEMPT, "food", "unknown"),
                        Arbitraries.of(1, 6, 12))
                .as((id, cents, tax, pack) -> match(product("p" + id + tax + cents, cents, tax), pack));
        return one.list().ofMaxSize(20);
    }

    @Property
    void theTotalIsTheSumOfWhatIsPrintedInWhateverOrderItWasScanned(
            @ForAll("baskets") List<CatalogMatch> basket, @ForAll long seed) {
        RetailTransaction transaction = EMPTY;
        for (CatalogMatch match : basket) {
            transaction = transaction.adding(match, Quantity.ONE, "");
        }
        PricedTransaction priced = Pricing.price(transaction, TAX);
        Money taxes = priced.taxes().stream().map(TaxLineItem::amount).reduce(Money.ZERO, Money::plus);
        Money lines =
                transaction.lines().stream().map(SaleLineItem::extendedAmount).reduce(Money.ZERO, Money::plus);
        assertEquals(lines, priced.subtotal());
        assertEquals(lines.plus(taxes), priced.total());

        List<CatalogMatch> shuffled = new ArrayList<>(basket);
        Collections.shuffle(shuffled, new Random(seed));
        RetailTransaction other = EMPTY;
        for (CatalogMatch match : shuffled) {
            other = other.adding(match, Quantity.ONE, "");
        }
        assertEquals(priced.total(), Pricing.price(other, TAX).total());
    }

    @Test
    void taxIsRoundedOnceARateNotOnceALine() {
        RetailTransaction transaction = EMPTY;
        for (int i = 0; i < 10; i++) {
            transaction = transaction.adding(match(product("p" + i, 99, TaxTable.STANDARD), 1), Quantity.ONE, "");
        }
        // 8.875 % of 9.90 is 0.878…; ten times the rounded 0.09 would be 0.90.
        assertEquals(Money.ofCents(88), Pricing.price(transaction, TAX).tax());
    }

    @Test
    void anUnknownCategoryIsTaxedNotForgotten() {
        RetailTransaction transaction = EMPTY.adding(match(product("p", 10_00, "new category"), 1), Quantity.ONE, "");
        assertEquals(Money.ofCents(89), Pricing.price(transaction, TAX).tax());
    }

    @Test
    void theSameItemScannedAgainCountsUpOnItsLine() {
        Product gin = product("gin", 24_25, TaxTable.STANDARD);
        RetailTransaction transaction = EMPTY.adding(match(gin, 1), Quantity.ONE, "1")
                .adding(match(product("rum", 9_00, TaxTable.STANDARD), 1), Quantity.ONE, "2")
                .adding(match(gin, 1), Quantity.of(5), "1")
                .adding(match(gin, 6), Quantity.ONE, "3");
        assertEquals(3, transaction.lines().size());
        assertEquals(Quantity.of(6), transaction.lines().get(0).quantity());
        assertEquals(Money.ofCents(6 * 24_25), transaction.lines().get(2).unitPrice());
        assertEquals(Quantity.of(6), transaction.lines().get(2).pieces());
    }

    @Test
    void aVoidedLineKeepsItsPlaceAndCountsForNothing() {
        RetailTransaction transaction =
                EMPTY.adding(match(product("gin", 24_25, TaxTable.STANDARD), 1), Quantity.ONE, "");
        SaleLineItem voided = transaction.lines().get(0).voidedBy("Dana R.");
        RetailTransaction after = transaction.replacing(voided);
        assertTrue(after.isEmpty());
        assertEquals(Money.ZERO, Pricing.price(after, TAX).total());
        RetailTransaction again = after.adding(match(product("gin", 24_25, TaxTable.STANDARD), 1), Quantity.ONE, "");
        assertEquals(2, again.lines().size());
        assertEquals(2, again.lines().get(1).lineNumber());
    }

    @Test
    void refusesAQuantityThatIsATypingMistake() {
        CatalogMatch gin = match(product("gin", 24_25, TaxTable.STANDARD), 1);
        assertThrows(IllegalArgumentException.class, () -> EMPTY.adding(gin, Quantity.of(812_459_012_875L), ""));
        assertThrows(IllegalArgumentException.class, () -> EMPTY.adding(gin, Quantity.ZERO, ""));
    }

    @Test
    void aSaleThatIsNotPaidExactlyIsNotCompleted() {
        PricedTransaction priced =
                Pricing.price(EMPTY.adding(match(product("gin", 10_00, TaxTable.EXEMPT), 1), Quantity.ONE, ""), TAX);
        List<TenderLineItem> tooLittle = List.of(CashTender.take(Money.ofCents(10_00), Money.ofCents(9_99)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CompletedTransaction(
                        "L1-1", priced, tooLittle, "e", "Dana R.", Instant.EPOCH, LocalDate.EPOCH));
    }

    @Test
    void knowsTheShelfOfAPriceBooksCategory() {
        assertEquals(Department.WHISKEY, Department.ofCategory("STRAIGHT BOURBON WHISKIES"));
        assertEquals(Department.TEQUILA, Department.ofCategory("100% AGAVE TEQUILA"));
        assertEquals(Department.GIN, Department.ofCategory("IMPORTED DRY GINS"));
        assertEquals(Department.LIQUEUR, Department.ofCategory("WHISKEY LIQUEUR"));
        assertEquals(Department.OTHER, Department.ofCategory("TEMPORARY & SPECIALTY PACKAGES"));
    }
}
