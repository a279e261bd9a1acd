package com.euphoriapos.bench;

import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.ui.kit.input.InputRouter;
import com.euphoriapos.ui.kit.input.KeyMap;
import com.euphoriapos.ui.kit.input.ScanInput;
import com.euphoriapos.ui.kit.input.WedgeSettings;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.Messages;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.SerialBackground;
import com.euphoriapos.ui.kit.present.testing.RecordingMessages;
import com.euphoriapos.ui.kit.present.testing.RecordingNavigator;
import com.euphoriapos.ui.register.SalePresenter;
import com.euphoriapos.ui.register.SaleScans;
import com.euphoriapos.ui.register.SaleScreenState;
import com.euphoriapos.ui.register.SaleView;
import com.euphoriapos.ui.register.Scans;
import com.euphoriapos.ui.register.Tools;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;

/**
 * From a scan at the input router, on a device's thread, to the line in the state that the sale screen is given: router, presenter,
 * checkout, catalog and database are the real ones on their real threads; only the picture is missing.
 */
final class ScanBenchmark {
    private static final int LINES = 10;
    private static final int WARM_UP_SALES = 60;

    private final BenchLane lane;
    private final int products;
    private final Shown shown = new Shown();
    private final Edt edt = new Edt();
    private final InputRouter router = new InputRouter(WedgeSettings.standard(), KeyMap.standard(), edt, tone -> {});
    private int next;

    private ScanBenchmark(BenchLane lane, int products) {
        this.lane = lane;
        this.products = products;
    }

    /** Scans sales of ten lines each, and pays them. */
    static Result run(Path home, int products, int sales) throws Exception {
        Edt edt = new Edt();
        try (BenchLane lane = new BenchLane(home, products, sale -> {});
                SerialBackground work = new SerialBackground("bench-register", 64, edt);
                SerialBackground lookups = new SerialBackground("bench-lookups", 64, edt)) {
            ScanBenchmark benchmark = new ScanBenchmark(lane, products);
            benchmark.open(work, lookups);
            benchmark.sell(Math.min(WARM_UP_SALES, sales));
            Samples samples = new Samples(benchmark.sell(sales));
            return Result.within("scan to line on the screen, " + products + " products", samples, 16);
        }
    }

    private void open(SerialBackground work, SerialBackground lookups)
            throws InterruptedException, InvocationTargetException {
        Navigator navigator = new RecordingNavigator();
        Messages messages = new RecordingMessages();
        SwingUtilities.invokeAndWait(() -> {
            Tools tools = new Tools(edt, work, lookups, navigator, messages, tone -> {}, Scans.NONE);
            SalePresenter presenter = new SalePresenter(lane.services(), tools, List::of);
            presenter.attach(shown);
            router.pushContext(SaleScans.of(presenter));
        });
    }

    private long[] sell(int sales) throws InterruptedException {
        long[] nanos = new long[sales * LINES];
        for (int sale = 0; sale < sales; sale++) {
            for (int line = 1; line <= LINES; line++) {
                next = (next + 7_919) % products;
                shown.expect(line);
                long start = System.nanoTime();
                router.scan(new ScanInput(Shop.upc(next), null, "bench", Instant.EPOCH));
                nanos[sale * LINES + line - 1] = shown.await() - start;
            }
            TenderResult paid = lane.checkout().takeCash(lane.checkout().state().due());
            if (!(paid instanceof TenderResult.Completed)) {
                throw new IllegalStateException("not paid: " + paid);
            }
        }
        return nanos;
    }

    /** In the place of the picture: says when a state with so many lines came. */
    private static final class Shown implements SaleView {
        private final ArrayBlockingQueue<Long> at = new ArrayBlockingQueue<>(1);
        private volatile int expected;

        void expect(int lines) {
            expected = lines;
        }

        long await() throws InterruptedException {
            Long when = at.poll(10, TimeUnit.SECONDS);
            if (when == null) {
                throw new IllegalStateException("line " + expected + " was not shown");
            }
            return when;
        }

        @Override
        public void render(SaleScreenState state) {
            if (expected > 0 && state.lines().size() == expected) {
                long now = System.nanoTime();
                expected = 0;
                at.add(now);
            }
        }

        @Override
        public void added(int lineNumber) {}

        @Override
        public void shake() {}

        @Override
        public void focusSearch() {}

        @Override
        public void dismissMessage() {}

        @Override
        public void leaveSearch() {}
    }
}
