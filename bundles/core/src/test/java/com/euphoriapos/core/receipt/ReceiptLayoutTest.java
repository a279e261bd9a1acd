package com.euphoriapos.core.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.core.fixture.Shop;
import com.euphoriapos.device.api.ReceiptDocument;
import com.euphoriapos.device.api.ReceiptText;
import com.euphoriapos.domain.CashRounding;
import com.euphoriapos.domain.CashTender;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.PriceOverride;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.Pricing;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.RetailTransaction;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.domain.SaleRules;
import com.euphoriapos.domain.TaxTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptLayoutTest {
    private static final Instant AT = Instant.parse("2026-03-04T17:05:00Z");

    static CompletedTransaction sale() {
        List<SaleLineItem> lines = List.of(
                line(1, product("WHITE BIRCH VODKA", 750, 12_99, TaxTable.STANDARD), 1, 3),
                line(2, product("COPPER LANTERN BOURBON", 1750, 49_99, TaxTable.STANDARD), 6, 1),
                line(3, product("A TOTE BAG WITH A NAME THAT IS LONGER THAN ANY LINE", 0, 4_00, TaxTable.EXEMPT), 1, 1),
                line(4, product("TAKEN BACK GIN", 750, 17_99, TaxTable.STANDARD), 1, 1)
                        .voidedBy("Dana R."));
        RetailTransaction open = new RetailTransaction("sale-1", "L1", "e1", AT.minusSeconds(60), lines);
        PricedTransaction priced = Pricing.price(open, Shop.SETTINGS.taxTable());
        return new CompletedTransaction(
                "L1-7K3-000042",
                priced,
                List.of(CashTender.take(priced.total(), Money.ofCents(400_00))),
                "e1",
                "Dana R.",
                AT,
                LocalDate.of(2026, 3, 4));
    }

    private static SaleLineItem line(int number, Product product, int pack, long quantity) {
        return SaleLineItem.of(number, new CatalogMatch(product, pack, Quantity.ZERO, 0), Quantity.of(quantity), "");
    }

    private static Product product(String name, int millilitres, long cents, String tax) {
        return new Product("p-" + name, name, name, "X", millilitres, Money.ofCents(cents), 12, tax, true);
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 42, 48})
    void printsTheApprovedReceipt(int columns) throws IOException {
        ReceiptDocument receipt = ReceiptLayout.of(sale(), Shop.SETTINGS);

        String text = ReceiptText.plain(receipt, columns);

        assertEquals(approved("receipt-" + columns + ".txt"), text);
        assertTrue(text.lines().allMatch(line -> line.length() <= columns), text);
    }

    @Test
    void saysWhatRoundingDidAndWhichPointsWereEarned() {
        CompletedTransaction exact = sale();
        Money total = exact.priced().total();
        Money rounded = total.plus(CashRounding.DOWN_5.adjustment(total));
        CompletedTransaction sale = new CompletedTransaction(
                exact.receiptNumber(),
                exact.priced(),
                List.of(CashTender.take(rounded, Money.ofCents(400_00))),
                "e1",
                "Dana R.",
                AT,
                exact.businessDay());
        SaleRules rules = new SaleRules(CashRounding.DOWN_5, new Rate(Rate.SCALE), 1);
        String text = ReceiptText.plain(ReceiptLayout.of(sale, Shop.SETTINGS.with(rules)), 42);
        assertTrue(text.contains("Points earned: " + exact.priced().subtotal().cents() / 100), text);
        assertEquals(!rounded.equals(total), text.contains("Cash rounding"), text);
        assertTrue(!rounded.equals(total), "the sample has cents to round");
    }

    @Test
    void saysThePriceThatALineWouldHaveHad() {
        SaleLineItem line = line(1, product("GIN", 750, 29_99, TaxTable.STANDARD), 1, 2)
                .withPrice(
                        Money.ofCents(24_99),
                        new PriceOverride(Money.ofCents(29_99), "Price match", "Dana R.", "Ruth K."));
        RetailTransaction open = new RetailTransaction("sale-1", "L1", "e1", AT, List.of(line));
        PricedTransaction priced = Pricing.price(open, Shop.SETTINGS.taxTable());
        CompletedTransaction sale = new CompletedTransaction(
                "L1-7K3-000042",
                priced,
                List.of(CashTender.take(priced.total(), Money.ofCents(60_00))),
                "e1",
                "Dana R.",
                AT,
                LocalDate.of(2026, 3, 4));

        String text = ReceiptText.plain(ReceiptLayout.of(sale, Shop.SETTINGS), 42);

        assertTrue(
                text.contains(
                        """
                GIN 750 ml                           49.98
                - 2 x 24.99
                - price was 29.99
                """),
                text);
        assertTrue(!text.contains("Price match") && !text.contains("Ruth"), text);
    }

    @Test
    void readsBackWhatAPrintJobKeeps() {
        ReceiptDocument receipt = ReceiptLayout.duplicate(ReceiptLayout.of(sale(), Shop.SETTINGS), 2);

        ReceiptDocument read = ReceiptJson.read(ReceiptJson.write(receipt));

        assertEquals(receipt, read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[{}]", "[{\"text\":\"a\"}]", "[{\"feed\":\"99\"}]", "[1]", "[{\"cut\":\"\"}"})
    void refusesAJobThatIsNoReceipt(String text) {
        assertThrows(IllegalArgumentException.class, () -> ReceiptJson.read(text));
    }

    @Test
    void saysDuplicateBeforeAnythingElse() {
        ReceiptDocument receipt = ReceiptLayout.duplicate(ReceiptLayout.of(sale(), Shop.SETTINGS), 2);

        assertTrue(ReceiptText.plain(receipt, 42).stripLeading().startsWith("DUPLICATE 2"));
    }

    private static String approved(String name) throws IOException {
        try (InputStream in = ReceiptLayoutTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
