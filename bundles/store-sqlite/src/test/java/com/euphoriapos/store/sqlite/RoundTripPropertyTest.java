package com.euphoriapos.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.HashChain;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.testkit.store.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is stored comes back the same, and no text that somebody types breaks a query. */
class RoundTripPropertyTest {
    private static final AtomicLong NUMBER = new AtomicLong();
    private static SqliteStore store;
    private static Path home;

    @BeforeContainer
    static void open() throws IOException {
        home = Files.createTempDirectory("store-properties");
        store = RealStores.sqlite(home);
    }

    @AfterContainer
    static void close() throws IOException {
        store.close();
        try (var files = Files.list(home)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(home);
    }

    @Property(tries = 100)
    void givesBackAnyProduct(
            @ForAll @StringLength(min = 1, max = 60) String name,
            @ForAll @LongRange(min = 0) long cents,
            @ForAll @IntRange(min = 0, max = 100_000) int millilitres,
            @ForAll boolean active) {
        // SQLite's C interface ends texts at a NUL, and half a surrogate pair is no text.
        Assume.that(!name.isBlank() && name.indexOf('\0') < 0 && isText(name));
        long number = NUMBER.incrementAndGet();
        Product product = new Product(
                "id " + number, "sku " + number, name, name, millilitres, Money.ofCents(cents), 6, "standard", active);

        store.write(h -> {
            h.catalog().save(product, Samples.NOON);
            return 0;
        });

        assertEquals(Optional.of(new CatalogMatch(product, 1, Quantity.ZERO, 0)), store.read(h -> h.catalog()
                .byId(product.id())));
    }

    private static boolean isText(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    @Property(tries = 200)
    void answersAnyText(@ForAll @StringLength(max = 40) String text) {
        Assume.that(isText(text));

        List<CatalogMatch> found = store.read(h -> h.catalog().search(text, 5));
        List<?> sales = store.read(h -> h.transactions()
                .find(new com.euphoriapos.api.store.TransactionRepository.Filter(Optional.empty(), text, 5)));

        assertTrue(found.size() <= 5 && sales.size() <= 5);
    }

    @Property(tries = 200)
    void writesAnyTextsAsJson(@ForAll List<@StringLength(max = 20) String> texts) {
        Assume.that(texts.stream().allMatch(RoundTripPropertyTest::isText));

        assertEquals(
                List.of(),
                store.read(h -> h.catalog().mostSold(append(texts), 5)).stream()
                        .filter(m -> !append(texts).contains(m.product().category()))
                        .toList());
    }

    private static List<String> append(List<String> texts) {
        return Stream.concat(texts.stream(), Stream.of("x")).toList();
    }

    @Property
    void neverGoesBackInTime(@ForAll List<@LongRange(min = 0, max = 1L << 47) Long> clock) {
        HybridTime time = HybridTime.START;
        for (long now : clock) {
            HybridTime next = time.next(now);
            assertTrue(next.toString().compareTo(time.toString()) > 0);
            assertEquals(next, HybridTime.parse(next.toString()));
            time = next;
        }
    }

    @Property
    void linksFieldsSoThatTheirBordersCount(
            @ForAll @StringLength(max = 9) String a, @ForAll @StringLength(min = 1, max = 9) String b) {
        Assume.that(isText(a) && isText(b));

        assertNotEquals(HashChain.next(HashChain.START, a, b), HashChain.next(HashChain.START, a + b, ""));
    }
}
