package com.euphoriapos.store.sqlite;

import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import com.euphoriapos.testkit.store.Samples;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Measures the store against plain JDBC on the same rows in the same run. The two sides take turns, so that a busy machine hurts
 * both. How to run it stands in {@code db/README.md}.
 */
public final class StoreBenchmark {
    private static final int LOOKUP_WARM_UP = 20_000;
    private static final int LOOKUPS = 20_000;
    private static final int SALE_WARM_UP = 1_000;
    private static final int SALES = 1_000;
    private static final int LINES = 10;
    private static final int SEARCHES = 300;

    private StoreBenchmark() {}

    /** Something to time. */
    @FunctionalInterface
    interface Step {
        void run(int round) throws SQLException;
    }

    /** Runs all benchmarks in a folder of its own; each result is one line of JSON. */
    public static void run(Path folder, Consumer<String> results) throws SQLException {
        for (int products : new int[] {2_049, 50_000}) {
            SqliteSettings settings = SqliteSettings.of(folder.resolve("lookup-" + products), Clock.systemUTC());
            try (SqliteStore store = new SqliteStore(settings)) {
                store.open();
                fill(store, products);
                lookup(store, settings.file(), products, results);
                search(store, products, results);
            }
        }
        sale(folder, results);
    }

    private static void fill(SqliteStore store, int products) {
        for (int from = 0; from < products; from += 500) {
            int first = from;
            store.write(com.euphoriapos.api.store.Store.Priority.BACKGROUND, handle -> {
                for (int i = first; i < Math.min(first + 500, products); i++) {
                    Product product = Samples.product(i);
                    handle.catalog().save(product, Samples.NOON);
                    handle.catalog()
                            .replaceBarcodes(
                                    product.id(),
                                    List.of(
                                            new ProductBarcode(Samples.code(i), product.id(), 1),
                                            new ProductBarcode(Samples.caseCode(i), product.id(), 12)),
                                    Samples.NOON);
                }
                return true;
            });
        }
    }

    private static void lookup(SqliteStore store, Path file, int products, Consumer<String> results)
            throws SQLException {
        try (PlainJdbc plain = new PlainJdbc(file)) {
            Step ours = round -> {
                String code = Samples.code(round * 31 % products);
                if (store.read(handle -> handle.catalog().byCode(code)).size() != 1) {
                    throw new IllegalStateException("not found: " + code);
                }
            };
            Step theirs = round -> {
                if (plain.byCode(Samples.code(round * 31 % products)).size() != 1) {
                    throw new IllegalStateException("not found");
                }
            };
            results.accept(
                    compare("barcode look-up, " + products + " products", ours, theirs, LOOKUP_WARM_UP, LOOKUPS));
        }
    }

    private static void search(SqliteStore store, int products, Consumer<String> results) throws SQLException {
        for (String text : new String[] {"b", "bir", "birch vodka", "RESERVE 17", "1001", "8000012"}) {
            long[] nanos = new long[SEARCHES];
            for (int round = 0; round < 2 * SEARCHES; round++) {
                long start = System.nanoTime();
                store.read(handle -> handle.catalog().search(text, 50));
                nanos[round % SEARCHES] = System.nanoTime() - start;
            }
            results.accept(json("search \\\"" + text + "\\\", " + products + " products", nanos, new long[0]));
        }
    }

    private static void sale(Path folder, Consumer<String> results) throws SQLException {
        SqliteSettings settings = SqliteSettings.of(folder.resolve("sale-store"), Clock.systemUTC());
        SqliteSettings other = SqliteSettings.of(folder.resolve("sale-jdbc"), Clock.systemUTC());
        try (SqliteStore same = new SqliteStore(other)) {
            same.open();
            fill(same, 2_049);
        }
        try (SqliteStore store = new SqliteStore(settings);
                PlainJdbc plain = new PlainJdbc(other.file())) {
            store.open();
            fill(store, 2_049);
            List<CompletedTransaction> sales = sales(SALE_WARM_UP + SALES);
            Step ours = round -> {
                if (!store.write(handle -> Samples.complete(handle, sales.get(round)))) {
                    throw new IllegalStateException("stored before");
                }
            };
            Step theirs = round -> plain.complete(sales.get(round));
            results.accept(compare("commit of a ten-line cash sale", ours, theirs, SALE_WARM_UP, SALES));
        }
    }

    private static List<CompletedTransaction> sales(int count) {
        List<CompletedTransaction> sales = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Product> products = new ArrayList<>();
            for (int line = 0; line < LINES; line++) {
                products.add(Samples.product((i * 13 + line * 101) % 2_049));
            }
            sales.add(Samples.sale(Samples.id("sale " + i), "L1-ABC-" + i, products));
        }
        return sales;
    }

    private static String compare(String name, Step ours, Step theirs, int warmUp, int rounds) throws SQLException {
        long[] our = new long[rounds];
        long[] their = new long[rounds];
        for (int round = 0; round < warmUp + rounds; round++) {
            int index = Math.floorMod(round - warmUp, rounds);
            boolean first = round % 2 == 0;
            if (first) {
                our[index] = time(ours, round);
            }
            their[index] = time(theirs, round);
            if (!first) {
                our[index] = time(ours, round);
            }
        }
        return json(name, our, their);
    }

    private static long time(Step step, int round) throws SQLException {
        long start = System.nanoTime();
        step.run(round);
        return System.nanoTime() - start;
    }

    private static String json(String name, long[] nanos, long[] baseline) {
        Arrays.sort(nanos);
        Arrays.sort(baseline);
        String line = String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"median\":%.1f,\"p99\":%.1f,\"unit\":\"us\"",
                name,
                quantile(nanos, 50),
                quantile(nanos, 99));
        if (baseline.length == 0) {
            return line + "}";
        }
        return line
                + String.format(
                        Locale.ROOT,
                        ",\"baseline\":%.1f,\"baselineP99\":%.1f,\"ratio\":%.2f}",
                        quantile(baseline, 50),
                        quantile(baseline, 99),
                        quantile(nanos, 50) / quantile(baseline, 50));
    }

    private static double quantile(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1_000.0;
    }

    /** Prints the results. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("store-benchmark");
        try (PrintWriter out =
                new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            run(folder, out::println);
        }
    }
}
