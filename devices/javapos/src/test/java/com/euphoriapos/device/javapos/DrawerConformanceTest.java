package com.euphoriapos.device.javapos;

import static com.euphoriapos.device.javapos.Refusals.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.Await;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jpos.JposConst;
import jpos.JposException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What UnifiedPOS demands of any cash drawer service. */
class DrawerConformanceTest {
    private final MemoryDrawer port = new MemoryDrawer("memory:" + UUID.randomUUID());
    private final Service drawer = new Service(port);
    private final Service other = new Service(port);
    private final RecordedEvents events = new RecordedEvents();

    /** A drawer that the test opens and closes by hand. */
    private static final class MemoryDrawer implements DrawerPort {
        final AtomicInteger pulses = new AtomicInteger();
        private final String resource;
        private volatile @Nullable Consumer<Status> listener;

        MemoryDrawer(String resource) {
            this.resource = resource;
        }

        void stands(boolean open) {
            Consumer<Status> tell = listener;
            if (tell != null) {
                tell.accept(new Status(PowerStatus.ONLINE, open));
            }
        }

        @Override
        public String resource() {
            return resource;
        }

        @Override
        public void start(Consumer<Status> statuses) {
            listener = statuses;
            stands(false);
        }

        @Override
        public void stop() {
            listener = null;
        }

        @Override
        public String probe() {
            return "memory drawer";
        }

        @Override
        public boolean reportsOpened() {
            return true;
        }

        @Override
        public void pulse() {
            pulses.incrementAndGet();
            stands(true);
        }
    }

    private static final class Service extends CashDrawerServiceBase {
        Service(DrawerPort port) {
            super(new ServiceInfo("memory drawer 1", "memory", "a drawer in memory", "CashDrawer"), port);
        }
    }

    @AfterEach
    void closeAll() throws JposException {
        drawer.deleteInstance();
        other.deleteInstance();
    }

    @Test
    void opensWithoutAClaimUnlessAnotherHasIt() throws JposException {
        assertEquals(JposConst.JPOS_E_CLOSED, code(drawer::openDrawer));
        drawer.open("drawer", events);
        assertEquals(JposConst.JPOS_E_DISABLED, code(drawer::openDrawer));
        drawer.setDeviceEnabled(true);
        drawer.openDrawer();
        assertEquals(1, port.pulses.get());

        other.open("other", new RecordedEvents());
        other.claim(0);

        assertEquals(JposConst.JPOS_E_CLAIMED, code(drawer::openDrawer));
        assertEquals(1, port.pulses.get());
        other.release();
        assertEquals(0, code(drawer::openDrawer));
    }

    @Test
    void tellsWhenItOpensAndCloses() throws JposException {
        drawer.open("drawer", events);
        drawer.setDeviceEnabled(true);
        drawer.openDrawer();
        assertTrue(drawer.getDrawerOpened());
        port.stands(true);
        port.stands(false);

        Await.until("both changes, each once", () -> events.seen.equals(List.of("status 1", "status 0")));
        assertFalse(drawer.getDrawerOpened());
    }

    @Test
    void waitsForTheDrawerAndIsFreedWhenItIsClosed() throws Exception {
        drawer.open("drawer", events);
        drawer.setDeviceEnabled(true);
        drawer.openDrawer();
        assertEquals(JposConst.JPOS_E_ILLEGAL, code(() -> drawer.waitForDrawerClose(-1, 0, 0, 0)));
        CompletableFuture<Integer> shut = waiting();
        port.stands(false);
        assertEquals(0, shut.get(60, TimeUnit.SECONDS));

        drawer.openDrawer();
        CompletableFuture<Integer> ended = waiting();
        drawer.close();

        assertEquals(JposConst.JPOS_E_CLOSED, ended.get(60, TimeUnit.SECONDS));
    }

    private CompletableFuture<Integer> waiting() {
        return CompletableFuture.supplyAsync(() -> code(() -> drawer.waitForDrawerClose(1_000, 1, 1, 1)), work -> {
            Thread thread = new Thread(work, "waiter");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
