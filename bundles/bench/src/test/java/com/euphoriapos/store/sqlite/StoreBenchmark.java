package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Product;
import com.euphoriapos.testkit.store.Samples;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the store against plain JDBC on the same rows in the same run. The two sides take turns, so that a busy machine hurts
 * both.
 */
public final class StoreBenchmark {
    private static final int LINES = 10;
    private static final double LOOKUP_LIMIT = 3;
    private static final double SALE_LIMIT = 1.5;
    private static final double JOURNAL_LIMIT = 1.05;

    private StoreBenchmark() {}

    /** Something to time. */
    @FunctionalInterface
    interface Step {
        void run(int round) throws SQLException;
    }

    /** Takes what was measured. */
    public interface Sink {
        /** Something that may take {@code limit} times as long as plain JDBC. */
        void compared(String name, long[] nanos, long[] baseline, double limit);

        /** Something that nothing is promised for. */
        void measured(String name, long[] nanos);
    }

    /** Looks products up and searches among so many. */
    public static void lookups(Path folder, int products, int rounds, Sink sink) throws SQLException {
        SqliteSettings settings = SqliteSettings.of(folder, Clock.systemUTC());
        try (SqliteStore store = new SqliteStore(settings)) {
            store.open();
            fill(store, products);
            lookup(store, settings.file(), products, rounds, sink);
            search(store, products, Math.max(1, rounds / 60), sink);
        }
    }

    private static void fill(SqliteStore store, int products) {
        for (int from = 0; from < products; from += 500) {
            int first = from;
            store.write(Store.Priority.BACKGROUND, handle -> {
                for (int i = first; i < Math.min(first + 500, products); i++) {
                    Samples.offer(handle, i);
                }
                return true;
            });
        }
    }

    private static void lookup(SqliteStore store, Path file, int products, int rounds, Sink sink) throws SQLException {
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
            long[][] nanos = compare(ours, theirs, rounds);
            sink.compared("barcode look-up, " + products + " products", nanos[0], nanos[1], LOOKUP_LIMIT);
        }
    }

    private static void search(SqliteStore store, int products, int rounds, Sink sink) {
        for (String text : new String[] {"b", "bir", "birch vodka", "RESERVE 17", "1001", "8000012"}) {
            long[] nanos = new long[rounds];
            for (int round = 0; round < 2 * rounds; round++) {
                long start = System.nanoTime();
                store.read(handle -> handle.catalog().search(text, 50));
                nanos[round % rounds] = System.nanoTime() - start;
            }
            sink.measured("search \"" + text + "\", " + products + " products", nanos);
        }
    }

    /** Commits ten-line cash sales. */
    public static void sales(Path folder, int rounds, Sink sink) throws SQLException {
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
            List<CompletedTransaction> sales = sales(2 * rounds);
            Step ours = round -> {
                if (!store.write(handle -> Samples.complete(handle, sales.get(round)))) {
                    throw new IllegalStateException("stored before");
                }
            };
            Step theirs = round -> plain.complete(sales.get(round));
            long[][] nanos = compare(ours, theirs, rounds);
            sink.compared("commit of a ten-line cash sale", nanos[0], nanos[1], SALE_LIMIT);
        }
    }

    /** Commits ten-line cash sales with and without their entry in the journal, in turns in one store. */
    public static void journal(Path folder, int rounds, Sink sink) throws SQLException {
        try (SqliteStore store = new SqliteStore(SqliteSettings.of(folder, Clock.systemUTC()))) {
            store.open();
            fill(store, 2_049);
            List<CompletedTransaction> sales = sales(4 * rounds);
            Step with = round -> {
                if (!store.write(handle -> Samples.complete(handle, sales.get(2 * round)))) {
                    throw new IllegalStateException("stored before");
                }
            };
            Step without = round -> {
                if (!store.write(handle -> Samples.completeUnjournalled(handle, sales.get(2 * round + 1)))) {
                    throw new IllegalStateException("stored before");
                }
            };
            long[][] nanos = compare(with, without, rounds);
            sink.compared("commit with the journal's entry", nanos[0], nanos[1], JOURNAL_LIMIT);
        }
    }

    /** Reads the first page of the journal's screen. */
    public static void newest(BenchStore store, int rounds, Sink sink) {
        long[] nanos = new long[rounds];
        for (int round = 0; round < 2 * rounds; round++) {
            long start = System.nanoTime();
            store.store().read(handle -> handle.journal().find(JournalRepository.Filter.newest(100)));
            nanos[round % rounds] = System.nanoTime() - start;
        }
        sink.measured("newest 100 entries of that journal", nanos);
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

    /** The durations of both sides, after as many rounds to warm up. */
    private static long[][] compare(Step ours, Step theirs, int rounds) throws SQLException {
        long[] our = new long[rounds];
        long[] their = new long[rounds];
        for (int round = 0; round < 2 * rounds; round++) {
            int index = round % rounds;
            boolean first = round % 2 == 0;
            if (first) {
                our[index] = time(ours, round);
            }
            their[index] = time(theirs, round);
            if (!first) {
                our[index] = time(ours, round);
            }
        }
        return new long[][] {our, their};
    }

    private static long time(Step step, int round) throws SQLException {
        long start = System.nanoTime();
        step.run(round);
        return System.nanoTime() - start;
    }
}
