package com.euphoriapos.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.core.catalog.ProductMessages.Edit;
import com.euphoriapos.core.fixture.Events;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import com.euphoriapos.testkit.store.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProductMessagesTest {
    private static final ProductMessages.By BY = new ProductMessages.By("ruth", "MANAGER", Samples.NOON);

    @Provide
    Arbitrary<Edit> edits() {
        Arbitrary<String> words =
                Arbitraries.strings().ofMinLength(1).ofMaxLength(20).filter(text -> !text.isBlank());
        return Combinators.combine(
                        words,
                        words,
                        Arbitraries.integers().between(0, 100_000),
                        Arbitraries.of(true, false),
                        words.set().ofMaxSize(4),
                        Arbitraries.of("", "019cb8b97efb-0000 node"))
                .as((id, name, cents, active, codes, base) -> {
                    Product product = new Product(
                            "p" + id.hashCode(), name, name, "", cents, Money.ofCents(cents), 12, "standard", active);
                    List<ProductBarcode> barcodes = new ArrayList<>();
                    new TreeSet<>(codes)
                            .forEach(code -> barcodes.add(new ProductBarcode(code, product.id(), code.length())));
                    return new Edit(new ProductRecord(product, barcodes), base);
                });
    }

    @Property(tries = 200)
    void readsBackWhatWasWritten(@ForAll("edits") Edit one, @ForAll("edits") Edit two) {
        assertEquals(
                new ProductMessages.Edits(List.of(one, two), Samples.NOON),
                ProductMessages.read(Events.of(ProductMessages.message(List.of(one, two), BY))));
        assertEquals(
                new ProductMessages.Edits(List.of(one), Samples.NOON),
                ProductMessages.read(Events.of(ProductMessages.message(List.of(one), BY))));
    }

    @Example
    void namesTheFieldThatItRefuses() {
        refuses("\"priceCents\":1099", "\"priceCents\":-1", "products[1] can't be right");
        refuses("\"priceCents\":1099,", "", "products[1].priceCents is missing.");
        refuses("\"sku\":\"10001\"", "\"sku\":7", "products[1].sku is not a text.");
        refuses("\"77\":6", "\"77\":0", "products[1].barcodes.77 is 0, not from 1 to");
    }

    private static void refuses(String part, String instead, String sentence) {
        List<Edit> edits = List.of(edit(0), edit(1));
        Message message = ProductMessages.message(edits, BY);
        String broken = message.payload().replace(part, instead);
        EventRejectedException refusal = assertThrows(
                EventRejectedException.class,
                () -> ProductMessages.read(Events.of(message.topic(), message.aggregate(), broken, "ruth")));
        String said = String.valueOf(refusal.getMessage());
        assertEquals(sentence, said.substring(0, Math.min(said.length(), sentence.length())));
    }

    private static Edit edit(int number) {
        Product product = Samples.product(number);
        List<ProductBarcode> codes = number == 1 ? List.of(new ProductBarcode("77", product.id(), 6)) : List.of();
        return new Edit(new ProductRecord(product, codes), "");
    }
}
