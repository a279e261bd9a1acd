package com.euphoriapos.core.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.core.fixture.Events;
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
import com.euphoriapos.domain.TaxTable;
import com.euphoriapos.testkit.store.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A sale that was told is the sale that is read. */
class SaleReaderTest {
    private record Line(String name, int cents, int pack, int thousandths, int what) {}

    @Provide
    Arbitrary<List<Line>> lines() {
        return Combinators.combine(
                        Arbitraries.strings().ofMinLength(1).ofMaxLength(30).filter(text -> !text.isBlank()),
                        Arbitraries.integers().between(0, 100_000),
                        Arbitraries.integers().between(1, 24),
                        Arbitraries.integers().between(1, 9_999_000),
                        Arbitraries.integers().between(0, 3))
                .as(Line::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 200)
    void readsBackWhatWasWritten(@ForAll("lines") List<Line> lines) {
        CompletedTransaction sale = sale(lines);
        Message message = SaleMessages.messages(sale, List.of()).get(0);
        assertEquals(sale, SaleReader.read(Events.of(message)));
    }

    @Example
    void skipsFieldsThatItDoesNotKnow() {
        CompletedTransaction sale = Samples.sale(Samples.id("s"), "L1-A-1", List.of(Samples.product(1)));
        Message message = SaleMessages.messages(sale, List.of()).get(0);
        String newer = message.payload().replaceFirst("\\{", "{\"loyalty\":{\"points\":[1,{\"a\":null}]},");
        assertEquals(sale, SaleReader.read(Events.of(message.topic(), message.aggregate(), newer, message.actor())));
    }

    @Example
    void namesTheFieldThatItRefuses() {
        refuses("\"unitPrice\":1099", "\"unitPrice\":\"1099\"", "items[0].unitPrice is not a whole number.");
        refuses("\"unitPrice\":1099,", "", "items[0].unitPrice is missing.");
        refuses(
                "\"extendedAmount\":1099",
                "\"extendedAmount\":1",
                "items[0].extendedAmount is not what the line costs, 10.99.");
        refuses("\"quantity\":1000", "\"quantity\":0", "items[0] can't be right: quantity 0 is out of range.");
        refuses("\"type\":\"CASH\"", "\"type\":\"SHELLS\"", "tenders[0].type can't be right");
        refuses("\"businessDay\":\"2026-03-04\"", "\"businessDay\":\"soon\"", "businessDay can't be right");
        refuses("\"items\":[", "\"items\":[7,", "items[0] is not an object.");
        refuses("{\"id\"", "{\"id\":1,\"id2\"", "id is not a text.");
        refuses("{", "[", "The payload is not a JSON object.");
    }

    private static void refuses(String part, String instead, String sentence) {
        CompletedTransaction sale = Samples.sale(Samples.id("s"), "L1-A-1", List.of(Samples.product(1)));
        Message message = SaleMessages.messages(sale, List.of()).get(0);
        String broken = message.payload().replace(part, instead);
        EventRejectedException refusal = assertThrows(
                EventRejectedException.class,
                () -> SaleReader.read(Events.of(message.topic(), message.aggregate(), broken, message.actor())));
        String said = String.valueOf(refusal.getMessage());
        assertTrue(said.startsWith(sentence), said);
    }

    private static CompletedTransaction sale(List<Line> lines) {
        List<SaleLineItem> items = new ArrayList<>();
        for (Line line : lines) {
            Product product = new Product(
                    Samples.id(line.name()),
                    "sku",
                    line.name(),
                    "WINE",
                    750,
                    Money.ofCents(line.cents()),
                    12,
                    line.what() == 1 ? TaxTable.EXEMPT : TaxTable.STANDARD,
                    true);
            SaleLineItem item = SaleLineItem.of(
                    items.size() + 1,
                    new CatalogMatch(product, line.pack(), Quantity.ZERO, 0),
                    new Quantity(line.thousandths()),
                    "");
            items.add(
                    switch (line.what()) {
                        case 2 -> item.voidedBy("Ruth K.");
                        case 3 ->
                            item.withPrice(
                                    Money.ofCents(5), new PriceOverride(item.unitPrice(), "damaged", "Dana R.", ""));
                        default -> item;
                    });
        }
        items.add(SaleLineItem.of(
                items.size() + 1, new CatalogMatch(Samples.product(3), 1, Quantity.ZERO, 0), Quantity.ONE, "123"));
        RetailTransaction open =
                new RetailTransaction(Samples.id("sale"), "L2", "opener", Samples.NOON.minusSeconds(9), items);
        TaxTable taxes = new TaxTable(Map.of(TaxTable.STANDARD, new Rate(88_750), TaxTable.EXEMPT, Rate.ZERO));
        PricedTransaction priced = Pricing.price(open, taxes);
        return new CompletedTransaction(
                "L2-B-7",
                priced,
                List.of(CashTender.take(priced.total(), priced.total().plus(Money.ofCents(7)))),
                "payer",
                "Dana \"D\" R.\n",
                Samples.NOON,
                Samples.DAY);
    }
}
