package com.euphoriapos.bench;

import com.euphoriapos.api.store.Store;
import com.euphoriapos.barcode.Barcodes;
import com.euphoriapos.cloud.gateway.BenchCloud;
import com.euphoriapos.store.sqlite.BenchStore;
import com.euphoriapos.sync.cloud.engine.BenchCloudLine;
import com.euphoriapos.sync.cloud.protocol.Pacing;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.MemorySecretStore;
import com.euphoriapos.testkit.net.FaultProxy;
import com.euphoriapos.testkit.net.FaultProxy.Way;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** A lane and its cloud: the shipped store and line of a lane, the shipped gateway, a PostgreSQL, all on this machine. */
final class CloudLaneBenchmark {
    private static final double BACKLOG_SECONDS = 20;
    private static final double IDLE_KIBIBYTES = 3;
    private static final double PRODUCTS_SECONDS = 30;
    private static final double CHECKOUT_MILLIS = 50;
    private static final double PULLED_MILLIS = 1_000;
    private static final double TOLD_MILLIS = 5_000;
    private static final long SALE_PAUSE_NANOS = 10_000_000;
    /** A lane that has just been answered asks again within a second. */
    private static final long ASKS_AGAIN_NANOS = 1_200_000_000L;

    /** An answer has arrived whole. */
    private static final long ANSWER_NANOS = 200_000_000;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pacing USUAL = Pacing.USUAL;
    /** Asks once or twice, then only when it is told to. */
    private static final Pacing BY_HAND = new Pacing(
            3_600_000,
            0,
            USUAL.pause(),
            USUAL.pauseMax(),
            USUAL.lag(),
            USUAL.stuck(),
            USUAL.eventsMax(),
            USUAL.bytesMax());

    private final Path folder;
    private final Report report;
    private final Random random = new Random(1);

    /**
     * How often, or how much.
     *
     * @param sales that wait; four events each
     * @param polls of the idle lane
     * @param waitSeconds how long the cloud keeps each of them; the lane's own 25 but in a test
     * @param prices that are changed, one after the other
     */
    record Amounts(int sales, int products, int polls, int waitSeconds, int prices) {
        static final Amounts FULL = new Amounts(3_500, 50_000, 3, USUAL.waitSeconds(), 25);
        static final Amounts QUICK = new Amounts(3_500, 50_000, 1, USUAL.waitSeconds(), 5);
    }

    CloudLaneBenchmark(Path folder, Report report) {
        this.folder = folder;
        this.report = report;
    }

    void run(Amounts amounts) throws SQLException, IOException {
        try (BenchCloud cloud = new BenchCloud()) {
            backlog(cloud, amounts.sales());
            products(cloud, amounts);
            idle(cloud, amounts);
        }
    }

    private static String address(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** From the enrolment on, which is the first that the cloud hears of the lane. */
    private void backlog(BenchCloud cloud, int sales) throws SQLException {
        try (BenchStore opened = new BenchStore(folder.resolve("backlog"))) {
            Store store = opened.store();
            String node = CloudBenchmark.name(store, "backlog");
            for (int i = 0; i < sales; i++) {
                store.write(handle -> CloudBenchmark.sell(handle, random));
            }
            long events = store.read(handle -> handle.replication().vector().values().stream()
                    .mapToLong(mark -> mark.seq())
                    .sum());
            String code = cloud.code(cloud.store());
            try (BenchCloudLine line = new BenchCloudLine(store, new MemorySecretStore(), USUAL)) {
                long began = System.nanoTime();
                line.enrol(address(cloud.port()), code);
                Await.until("the cloud has all", PATIENCE, () -> cloud.taken(node) == events);
                report.add(seconds("cloud: backlog of " + events + " events", began, BACKLOG_SECONDS));
            }
        }
    }

    private static Result seconds(String name, long began, double limit) {
        return Result.atMost(name, (System.nanoTime() - began) / 1e9, "s", limit);
    }

    /** The lane has all products at another price, and sells while the new ones come. Then one price after the other changes. */
    private void products(BenchCloud cloud, Amounts amounts) throws SQLException {
        int many = amounts.products();
        String shop = cloud.store();
        cloud.doubled(
                shop,
                IntStream.range(0, many).mapToObj(Shop::product).toList(),
                IntStream.range(0, many)
                        .mapToObj(i -> Barcodes.read(Shop.upc(i)).lookupKeys().get(0))
                        .toList());
        String end = cloud.cursor(shop);
        MemorySecretStore secrets = new MemorySecretStore();
        try (BenchStore opened = new BenchStore(folder.resolve("products"))) {
            Store store = opened.store();
            CloudBenchmark.name(store, "products");
            Shop.fill(store, many);
            try (BenchCloudLine line = new BenchCloudLine(store, secrets, USUAL)) {
                String code = cloud.code(shop);
                List<Long> checkouts = new ArrayList<>();
                long began = System.nanoTime();
                line.enrol(address(cloud.port()), code);
                do {
                    long start = System.nanoTime();
                    store.write(handle -> CloudBenchmark.sell(handle, random));
                    checkouts.add(System.nanoTime() - start);
                    LockSupport.parkNanos(SALE_PAUSE_NANOS);
                } while (!store.read(handle -> handle.feed().cursor()).equals(end));
                report.add(seconds("cloud: " + many + " changed products", began, PRODUCTS_SECONDS));
                report.add(Result.within("cloud: checkout commit meanwhile", samples(checkouts), CHECKOUT_MILLIS));
                if (cents(store, Shop.id(many - 1)) != 2 * Shop.cents(many - 1)) {
                    throw new IllegalStateException("the price did not arrive");
                }
                told(cloud, shop, store, amounts.prices());
            }
            try (BenchCloudLine line = new BenchCloudLine(store, secrets, BY_HAND)) {
                pulled(cloud, shop, store, line, amounts.prices());
            }
        }
    }

    private static Samples samples(List<Long> nanos) {
        return new Samples(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    private static long cents(Store store, String product) {
        return store.read(handle -> handle.catalog().byId(product))
                .map(match -> match.product().price().cents())
                .orElse(-1L);
    }

    /** A lane whose request waits at the cloud, from the commit of the change on. */
    private void told(BenchCloud cloud, String shop, Store store, int prices) throws SQLException {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < prices; i++) {
            LockSupport.parkNanos(ASKS_AGAIN_NANOS);
            String product = Shop.id(i);
            long cents = 100_000 + i;
            cloud.price(shop, product, cents);
            long began = System.nanoTime();
            Await.until("the price is here", PATIENCE, () -> cents(store, product) == cents);
            nanos.add(System.nanoTime() - began);
        }
        report.add(Result.within("cloud: price from its commit, the lane waits", samples(nanos), TOLD_MILLIS));
    }

    private void pulled(BenchCloud cloud, String shop, Store store, BenchCloudLine line, int prices)
            throws SQLException {
        // What it asks of itself at the beginning.
        LockSupport.parkNanos(2 * ASKS_AGAIN_NANOS);
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < prices; i++) {
            String product = Shop.id(i);
            cloud.price(shop, product, 200_000 + i);
            long began = System.nanoTime();
            line.pull();
            long cents = cents(store, product);
            nanos.add(System.nanoTime() - began);
            if (cents != 200_000 + i) {
                throw new IllegalStateException("the price did not arrive");
            }
        }
        report.add(Result.within("cloud: price from the beginning of the pull", samples(nanos), PULLED_MILLIS));
    }

    /** What goes over the line while nobody sells and nothing changes, both ways, from the answer to one request to that of another. */
    private void idle(BenchCloud cloud, Amounts amounts) throws SQLException {
        Pacing pacing = new Pacing(
                USUAL.pull(),
                amounts.waitSeconds(),
                USUAL.pause(),
                USUAL.pauseMax(),
                USUAL.lag(),
                USUAL.stuck(),
                USUAL.eventsMax(),
                USUAL.bytesMax());
        String shop = cloud.store();
        try (BenchStore opened = new BenchStore(folder.resolve("idle"));
                FaultProxy proxy =
                        new FaultProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), cloud.port()));
                BenchCloudLine line = new BenchCloudLine(opened.store(), new MemorySecretStore(), pacing)) {
            CloudBenchmark.name(opened.store(), "idle");
            line.enrol(address(proxy.port()), cloud.code(shop));
            LockSupport.parkNanos(2 * ASKS_AGAIN_NANOS);
            cloud.ring(shop);
            answered(proxy);
            long bytes = proxy.passed(Way.FORTH) + proxy.passed(Way.BACK);
            long began = System.nanoTime();
            for (int i = 0; i < amounts.polls(); i++) {
                answered(proxy);
            }
            double minutes = (System.nanoTime() - began) / 60e9;
            double kibibytes = (proxy.passed(Way.FORTH) + proxy.passed(Way.BACK) - bytes) / minutes / 1024;
            report.add(Result.atMost("cloud: idle lane, a minute, both ways", kibibytes, "KiB", IDLE_KIBIBYTES));
        }
    }

    /** Waits for the cloud's next answer, and lets it pass whole. */
    private static void answered(FaultProxy proxy) {
        long before = proxy.passed(Way.BACK);
        Await.until("the cloud answers", PATIENCE, () -> proxy.passed(Way.BACK) > before);
        LockSupport.parkNanos(ANSWER_NANOS);
    }
}
