package com.euphoriapos.bench;

import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.ui.kit.input.InputRouter;
import com.euphoriapos.ui.kit.input.KeyMap;
import com.euphoriapos.ui.kit.input.ScanInput;
import com.euphoriapos.ui.kit.input.WedgeSettings;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.testing.RecordingNavigator;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.LookSettings;
import com.euphoriapos.ui.kit.theme.TextSize;
import com.euphoriapos.ui.kit.theme.Theme;
import com.euphoriapos.ui.kit.watch.EdtWatchdog;
import com.euphoriapos.ui.register.swing.BenchDesk;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;

/**
 * Twenty scans a second into the router, from a device's thread, while the real sale screen repaints; a customer pays every three
 * seconds. Afterwards what was sold is compared with what was scanned, piece by piece. A program of its own, on a display.
 */
public final class ScanStorm {
    static final String LOST = "lost";
    static final String STALLS = "stalls";
    static final String WORST = "worstMillis";

    private static final int PRODUCTS = 2_049;
    private static final int PER_SECOND = 20;
    private static final int PER_CUSTOMER = 60;
    private static final int WARM_UP_SCANS = 200;
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final Money EXTRA = Money.ofCents(50_00);

    private final Map<String, Long> sold = new TreeMap<>();
    private final Map<String, Long> scanned = new TreeMap<>();
    private final InputRouter router =
            new InputRouter(WedgeSettings.standard(), KeyMap.standard(), new Edt(), tone -> {});
    private final BenchLane lane;
    private int next;

    private ScanStorm(Path home) {
        lane = new BenchLane(home, PRODUCTS, this::completed);
    }

    /** Arguments: an empty folder, seconds. Prints properties. */
    public static void main(String[] arguments) throws Exception {
        Properties figures = new ScanStorm(Path.of(arguments[0])).run(Integer.parseInt(arguments[1]));
        try (OutputStream out = System.out) {
            for (String name : figures.stringPropertyNames()) {
                out.write((name + "=" + figures.getProperty(name) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        System.exit(0);
    }

    private Properties run(int seconds) throws Exception {
        AtomicReference<BenchDesk> desk = new AtomicReference<>();
        SwingUtilities.invokeAndWait(() -> desk.set(open()));
        scan(WARM_UP_SCANS);
        AtomicInteger stalls = new AtomicInteger();
        Properties figures = new Properties();
        try (EdtWatchdog watchdog = new EdtWatchdog(Clock.systemUTC())) {
            watchdog.start();
            scan(seconds * PER_SECOND);
            stalls.set((int) watchdog.count());
            long worst = watchdog.stalls().stream()
                    .mapToLong(EdtWatchdog.Stall::millis)
                    .max()
                    .orElse(0);
            figures.setProperty(WORST, Long.toString(worst));
            watchdog.stalls().forEach(stall -> System.err.println(stall));
        }
        figures.setProperty(STALLS, Integer.toString(stalls.get()));
        figures.setProperty(LOST, Long.toString(difference()));
        desk.get().close();
        lane.close();
        return figures;
    }

    private BenchDesk open() {
        Look.install(new LookSettings(Theme.LIGHT, 100, TextSize.NORMAL, true));
        BenchDesk desk = new BenchDesk(lane.services(), lane.session(), new RecordingNavigator(), router);
        JFrame frame = new JFrame("Scans");
        frame.setBounds(0, 0, Display.WIDTH, Display.HEIGHT);
        frame.add(desk.screen().component());
        frame.setVisible(true);
        router.install();
        router.pushContext(desk.screen().scanContext().orElseThrow());
        desk.screen().shown();
        return desk;
    }

    private void scan(int scans) {
        long start = System.nanoTime();
        for (int i = 1; i <= scans; i++) {
            next = (next + 7_919) % PRODUCTS;
            scanned.merge(Shop.id(next), 1L, Long::sum);
            router.scan(new ScanInput(
                    Shop.upc(next), null, "bench", Clock.systemUTC().instant()));
            if (i % PER_CUSTOMER == 0) {
                pay();
            }
            LockSupport.parkNanos(start + i * TimeUnit.SECONDS.toNanos(1) / PER_SECOND - System.nanoTime());
        }
        drain();
        pay();
    }

    private void drain() {
        long end = System.nanoTime() + DRAIN_NANOS;
        AtomicInteger idle = new AtomicInteger();
        while (idle.get() < 2 && System.nanoTime() < end) {
            SwingUtilities.invokeLater(() -> {
                if (router.idle()) {
                    idle.incrementAndGet();
                }
            });
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private void pay() {
        if (lane.checkout().state().sale().isEmpty()) {
            return;
        }
        Money given = lane.checkout().state().due().plus(EXTRA);
        TenderResult result = lane.checkout().takeCash(given);
        if (!(result instanceof TenderResult.Completed) && !(result instanceof TenderResult.Partial)) {
            throw new IllegalStateException("not paid: " + result);
        }
    }

    private void completed(CompletedTransaction sale) {
        synchronized (sold) {
            for (SaleLineItem line : sale.priced().transaction().lines()) {
                sold.merge(line.productId(), line.quantity().thousandths() / 1_000, Long::sum);
            }
        }
    }

    /** How many pieces were scanned and not sold, or sold and not scanned. */
    private long difference() throws InterruptedException {
        long end = System.nanoTime() + DRAIN_NANOS;
        long different = Long.MAX_VALUE;
        // The listener is told after the commit, on another thread.
        while (different != 0 && System.nanoTime() < end) {
            Map<String, Long> left = new TreeMap<>(scanned);
            synchronized (sold) {
                sold.forEach((product, pieces) -> left.merge(product, -pieces, Long::sum));
            }
            different = left.values().stream().mapToLong(Math::abs).sum();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return different;
    }
}
