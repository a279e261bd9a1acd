package com.euphoriapos.core.setup;

import com.euphoriapos.api.catalog.DemoCatalog;
import com.euphoriapos.api.lane.Lanes;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.core.Workers;
import com.euphoriapos.core.access.Guard;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.IntConsumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * With {@code --demo}: sets the demo store up, and refuses to run on the home of a real one. With {@code --lanes} the first lane lets
 * the others in, and the others join it.
 */
@Component(
        service = {},
        immediate = true)
public final class DemoStart {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);
    private static final String THREAD = "pos-demo-start";
    private static final int EXIT_REAL_STORE = 4;

    private final ExecutorService thread = Workers.single(THREAD, 1, new ThreadPoolExecutor.AbortPolicy());

    @Activate
    public DemoStart(
            BundleContext context,
            @Reference LaneSetup setup,
            @Reference DemoCatalog catalog,
            @Reference Lanes lanes,
            @Reference Guard guard,
            @Reference(target = "(pos.exit=true)") IntConsumer exit) {
        if (Boolean.parseBoolean(context.getProperty("pos.demo"))) {
            String folder = context.getProperty("pos.demo.lanes");
            DemoLanes others = folder == null ? null : new DemoLanes(setup, lanes, guard, Path.of(folder));
            int lane = number(context.getProperty("pos.demo.lane"));
            int count = number(context.getProperty("pos.demo.count"));
            thread.execute(() -> {
                if (others != null && lane > 1) {
                    guarded(() -> others.join("L" + lane));
                    return;
                }
                start(setup, exit);
                if (others != null) {
                    guarded(() -> others.letIn(count));
                }
            });
        }
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
        Workers.stop(thread, THREAD, 2_000);
    }

    private static int number(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("[1-4]") ? Integer.parseInt(text) : 1;
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (StoreException | UncheckedIOException failed) {
            LOG.error("The demo lanes could not be paired", failed);
        }
    }

    private static void start(LaneSetup setup, IntConsumer exit) {
        try {
            setup.setUpDemo();
        } catch (IllegalStateException real) {
            LOG.error("{} Start without --demo, or give the demo another --home.", real.getMessage());
            exit.accept(EXIT_REAL_STORE);
        } catch (StoreException failed) {
            LOG.error("The demo store could not be set up", failed);
        }
    }
}
