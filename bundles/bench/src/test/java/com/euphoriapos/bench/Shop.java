package com.euphoriapos.bench;

import com.euphoriapos.api.store.Store;
import com.euphoriapos.barcode.Barcodes;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import com.euphoriapos.domain.TaxTable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Made-up products with valid barcodes, as many as asked for. */
final class Shop {
    private static final int BATCH = 500;
    private static final int PRICES = 60;
    private static final String[] KINDS = {"VODKA", "BOURBON", "TEQUILA", "RUM", "GIN", "BRANDY", "SCOTCH", "AMARETTO"};

    private Shop() {}

    static Product product(int number) {
        return new Product(
                id(number),
                sku(number),
                name(number),
                category(number),
                750,
                Money.ofCents(cents(number)),
                12,
                TaxTable.STANDARD,
                true);
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "018f0000-0000-7000-8000-%012d", number);
    }

    static String sku(int number) {
        return Integer.toString(10_000 + number);
    }

    static String name(int number) {
        return "BENCH RESERVE " + category(number) + " " + number;
    }

    static String category(int number) {
        return KINDS[number % KINDS.length];
    }

    static long cents(int number) {
        return 9_99 + number % PRICES * 50L;
    }

    /** A UPC-A as a scanner sends it. */
    static String upc(int number) {
        String body = String.format(Locale.ROOT, "08%09d", number * 7L + 1_000);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return body + (10 - sum % 10) % 10;
    }

    /** Fills an empty store. */
    static void fill(Store store, int products) {
        Instant at = Instant.parse("2026-03-04T12:00:00Z");
        for (int from = 0; from < products; from += BATCH) {
            int first = from;
            store.write(Store.Priority.BACKGROUND, handle -> {
                for (int i = first; i < Math.min(first + BATCH, products); i++) {
                    String key = Barcodes.read(upc(i)).lookupKeys().get(0);
                    handle.catalog().save(product(i), at);
                    handle.catalog().replaceBarcodes(id(i), List.of(new ProductBarcode(key, id(i), 1)), at);
                }
                return Boolean.TRUE;
            });
        }
    }
}
