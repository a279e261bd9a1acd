package com.euphoriapos.bench;

import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.cloud.gateway.BenchCloud;
import com.euphoriapos.cloud.gateway.BenchCloud.Size;
import com.euphoriapos.core.checkout.BenchSale;
import com.euphoriapos.domain.HashChain;
import com.euphoriapos.domain.Product;
import com.euphoriapos.store.sqlite.BenchStore;
import com.euphoriapos.sync.cloud.http.Wire;
import com.euphoriapos.sync.cloud.http.Wire.Sent;
import com.euphoriapos.testkit.store.Samples;
import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The cloud end: sales as lanes write them, taken in over HTTP and by the database's function alone, and the room that they take. */
final class CloudBenchmark {
    private static final int LINES = 3;
    private static final int PRODUCTS = 2_000;
    private static final int EVENTS_MAX = 100;
    private static final int BYTES_MAX = 256 << 10;
    private static final int WARM_UP = 5;
    private static final double OF_PLAIN = 0.5;
    private static final int SALES_A_DAY = 500;

    private final Path folder;

    CloudBenchmark(Path folder) {
        this.folder = folder;
    }

    void run(int sales, Report report) throws SQLException, IOException, InterruptedException {
        List<Segment> ofHttp = log("http", sales);
        List<Segment> ofFunction = log("function", sales);
        try (BenchCloud cloud = new BenchCloud()) {
            Map<String, Size> before = cloud.sizes();
            String http = cloud.enrol(ofHttp.get(0).stream().origin());
            String function = cloud.enrol(ofFunction.get(0).stream().origin());
            Turns turns = new Turns(Math.min(ofHttp.size(), ofFunction.size()));
            for (int i = 0; i < Math.max(ofHttp.size(), ofFunction.size()); i++) {
                long began = System.nanoTime();
                if (i < ofHttp.size()) {
                    cloud.overHttp(http, batch(ofHttp.get(i)));
                }
                long middle = System.nanoTime();
                if (i < ofFunction.size()) {
                    cloud.direct(function, batch(ofFunction.get(i)));
                }
                long end = System.nanoTime();
                if (i < turns.batches) {
                    int place = Math.max(0, i - WARM_UP);
                    String origin = ofHttp.get(i).stream().origin();
                    long first = ofHttp.get(i).first();
                    long last = ofHttp.get(i).end().seq();
                    turns.http[place] = middle - began;
                    turns.function[place] = end - middle;
                    turns.single[place] = cloud.plain(origin, first, last);
                    turns.together[place] = cloud.plainTogether(origin, first, last);
                }
            }
            turns.report(ofHttp.get(0).events().size(), report);
            rows(before, cloud.sizes(), 2 * sales, report);
        }
    }

    /** How long each batch took, by each way. */
    private static final class Turns {
        final int batches;
        final long[] http;
        final long[] function;
        final long[] single;
        final long[] together;

        Turns(int batches) {
            this.batches = batches;
            int kept = Math.max(1, batches - WARM_UP);
            http = new long[kept];
            function = new long[kept];
            single = new long[kept];
            together = new long[kept];
        }

        void report(int events, Report report) {
            String name = "cloud: ingest over HTTP, batches of " + events + " events, to ";
            report.add(compared(name + "the function", events, function, OF_PLAIN));
            report.add(compared(name + "plain inserts", events, single, OF_PLAIN));
            report.add(compared(name + "plain inserts, pipelined", events, together, 0));
        }

        private Result compared(String name, int events, long[] yardstick, double limit) {
            double rate = rate(events, http);
            double least = rate(events, yardstick);
            return new Result(
                    name,
                    rate,
                    rate,
                    "/s",
                    Optional.of(least),
                    limit > 0 ? "≥ " + limit + " × baseline" : "none",
                    limit > 0 ? Optional.of(rate >= limit * least) : Optional.empty());
        }
    }

    private static double rate(int events, long[] nanos) {
        return events * 1e6 / new com.euphoriapos.bench.Samples(nanos).micros(50);
    }

    /** What a day of a lane takes, by table. */
    private static void rows(Map<String, Size> before, Map<String, Size> after, int sales, Report report) {
        double days = (double) sales / SALES_A_DAY;
        double rows = 0;
        double bytes = 0;
        for (Map.Entry<String, Size> table : after.entrySet()) {
            Size was = before.getOrDefault(table.getKey(), new Size(0, 0));
            double more = (table.getValue().rows() - was.rows()) / days;
            double kibibytes = (table.getValue().bytes() - was.bytes()) / days / 1024;
            rows += more;
            bytes += kibibytes;
            report.add(plain(
                    String.format(Locale.ROOT, "cloud: lane-day, %s, %.0f rows", table.getKey(), more),
                    kibibytes,
                    "KiB"));
        }
        report.add(plain("cloud: lane-day of " + SALES_A_DAY + " sales, rows", rows, ""));
        report.add(plain("cloud: lane-day of " + SALES_A_DAY + " sales", bytes, "KiB"));
    }

    private static Result plain(String name, double value, String unit) {
        return new Result(name, value, value, unit, Optional.empty(), "none", Optional.empty());
    }

    /** Makes it a lane, whose identity depends on the name. */
    static String name(Store store, String name) {
        String node = HashChain.next(HashChain.START, name) + HashChain.next(HashChain.START, name, "");
        return store.write(handle -> {
            handle.lane().put(LaneRepository.KEY_NODE_ID, node);
            handle.lane().put(LaneRepository.KEY_WORKSTATION_ID, "L1");
            return node;
        });
    }

    /** So many sales of a lane, in batches as it uploads them. */
    private List<Segment> log(String name, int sales) throws IOException {
        Random random = new Random(1);
        try (BenchStore store = new BenchStore(folder.resolve(name))) {
            name(store.store(), name);
            for (int i = 0; i < sales; i++) {
                store.store().write(handle -> sell(handle, random));
            }
            List<Segment> batches = new ArrayList<>();
            Map<StreamId, Mark> ends =
                    store.store().read(handle -> handle.replication().vector());
            ends.forEach((stream, end) -> {
                for (long after = 0;
                        after < end.seq();
                        after = batches.get(batches.size() - 1).end().seq()) {
                    long from = after;
                    batches.add(store.store().read(handle -> handle.replication()
                            .read(stream, from, end.seq(), EVENTS_MAX, BYTES_MAX)
                            .orElseThrow()));
                }
            });
            return batches;
        }
    }

    static boolean sell(StoreHandle handle, Random random) {
        List<Product> products =
                random.ints(LINES, 1, PRODUCTS).mapToObj(Samples::product).toList();
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        String receipt = handle.lane().nextReceiptNumber("L1");
        BenchSale.write(handle, Samples.sale(receipt, Samples.openSale(id, products), Samples.NOON));
        return true;
    }

    /** As a lane sends it. */
    private static String batch(Segment segment) {
        return Wire.batch(segment.events().stream()
                .map(event -> new Sent(event, event.seq() == segment.first() ? segment.previous() : ""))
                .toList());
    }
}
