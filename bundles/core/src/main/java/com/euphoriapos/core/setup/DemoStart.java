package com.euphoriapos.core.setup;

import com.euphoriapos.api.catalog.DemoCatalog;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.setup.LaneSetup.State;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.core.Workers;
import java.util.Objects;
import java.util.Set;
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

/** With {@code --demo}: sets the demo store up, and refuses to run on the home of a real one. */
@Component(
        service = {},
        immediate = true)
public final class DemoStart {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);
    private static final String THREAD = "pos-demo-start";
    private static final String FIRST_LANE = "L1";
    private static final int EXIT_REAL_STORE = 4;

    private final ExecutorService thread = Workers.single(THREAD, 1, new ThreadPoolExecutor.AbortPolicy());

    @Activate
    public DemoStart(
            BundleContext context,
            @Reference LaneSetup setup,
            @Reference DemoCatalog catalog,
            @Reference(target = "(pos.exit=true)") IntConsumer exit) {
        // A further lane of a demo store joins the first one instead.
        boolean own =
                Set.of("", FIRST_LANE).contains(Objects.requireNonNullElse(context.getProperty("pos.demo.lane"), ""));
        if (Boolean.parseBoolean(context.getProperty("pos.demo")) && (own || setup.state() == State.READY)) {
            thread.execute(() -> start(setup, exit));
        }
    }

    @Deactivate
    void stop() {
        Workers.stop(thread, THREAD, 2_000);
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
