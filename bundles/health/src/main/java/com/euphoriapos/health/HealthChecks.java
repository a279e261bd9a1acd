package com.euphoriapos.health;

import com.euphoriapos.api.status.HealthReport;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.api.status.StatusSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.felix.hc.api.HealthCheck;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every {@link HealthCheck} that is registered, side by side on its own few threads, each for two seconds at most; keeps
 * the last results; puts a chip on the lane bar while something is wrong. Thread-safe.
 */
@Component(
        service = {HealthReport.class, StatusSource.class},
        immediate = true,
        property = StatusSource.PROPERTY_ORDER + ":Integer=90")
public final class HealthChecks implements HealthReport, StatusSource {
    private static final Logger LOG = LoggerFactory.getLogger(HealthChecks.class);
    private static final int THREADS = 4;
    private static final int QUEUED = 64;
    private static final long FIRST_SECONDS = 10;
    private static final long PERIOD_SECONDS = 60;
    private static final long STOP_SECONDS = 3;

    private final CopyOnWriteArrayList<TimedCheck> checks = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private final long timeoutMillis;
    private final ThreadPoolExecutor pool;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("pos-health-timer"));
    private final Object running = new Object();
    private volatile List<Item> last = List.of();
    private volatile @Nullable Runnable onChange;

    @Activate
    public HealthChecks() {
        this(Clock.systemUTC(), 2_000);
    }

    HealthChecks(Clock clock, long timeoutMillis) {
        this.clock = clock;
        this.timeoutMillis = timeoutMillis;
        this.pool = new ThreadPoolExecutor(
                THREADS, THREADS, 5, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUED), named("pos-health"));
        pool.allowCoreThreadTimeOut(true);
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Activate
    void start() {
        timer.scheduleWithFixedDelay(this::runBySelf, FIRST_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
        pool.shutdownNow();
        try {
            boolean stopped = timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)
                    & pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            if (!stopped) {
                LOG.warn("A health check did not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindCheck(HealthCheck check, Map<String, ?> properties) {
        String name = properties.get(HealthCheck.NAME) instanceof String given
                ? given
                : check.getClass().getSimpleName();
        checks.add(new TimedCheck(name, check));
    }

    void unbindCheck(HealthCheck check) {
        checks.removeIf(timed -> timed.isOf(check));
    }

    private void runBySelf() {
        try {
            List<Item> items = run();
            LOG.debug("Health: {}", items);
        } catch (RuntimeException e) {
            LOG.error("The health checks could not be run", e);
        }
    }

    @Override
    public List<Item> run() {
        synchronized (running) {
            List<TimedCheck> all = new ArrayList<>(checks);
            all.sort(Comparator.comparing(TimedCheck::name));
            all.forEach(check -> check.begin(pool));
            List<Item> items = new ArrayList<>();
            for (TimedCheck check : all) {
                items.add(check.result(timeoutMillis, clock));
            }
            boolean changed = !summary(items).equals(summary(last));
            last = List.copyOf(items);
            Runnable listener = onChange;
            if (changed && listener != null) {
                listener.run();
            }
            return last;
        }
    }

    @Override
    public List<Item> last() {
        return last;
    }

    @Override
    public List<StatusItem> items() {
        return summary(last);
    }

    @Override
    public void onChange(@Nullable Runnable listener) {
        onChange = listener;
    }

    /** One chip for all that is wrong: its text counts, its detail names the first. Warnings wait for a look at diagnostics. */
    private static List<StatusItem> summary(List<Item> items) {
        List<Item> bad =
                items.stream().filter(item -> item.level() == Level.DANGER).toList();
        if (bad.isEmpty()) {
            return List.of();
        }
        String text = bad.size() == 1 ? bad.get(0).name() + ": problem" : bad.size() + " problems";
        String detail =
                bad.get(0).messages().isEmpty() ? "" : bad.get(0).messages().get(0);
        return List.of(new StatusItem("health", Level.WARN, text, detail));
    }
}
