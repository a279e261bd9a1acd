package com.euphoriapos.ui.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.euphoriapos.testkit.Await;
import com.euphoriapos.ui.kit.input.ScanInput;
import com.euphoriapos.ui.kit.present.SerialBackground;
import com.euphoriapos.ui.kit.present.UiThread;
import com.euphoriapos.ui.kit.present.testing.RecordingMessages;
import com.euphoriapos.ui.kit.present.testing.RecordingNavigator;
import com.euphoriapos.ui.register.testing.Lane;
import com.euphoriapos.ui.register.testing.MemoryCheckout;
import com.euphoriapos.ui.register.testing.Shop;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With real threads: the view hears only from the screen's thread, the checkout only from the background. */
class ThreadsTest {
    private final ThreadPoolExecutor screen = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(10_000), task -> new Thread(task, "screen"));
    private final UiThread ui = new UiThread() {
        @Override
        public void later(Runnable task) {
            screen.execute(task);
        }

        @Override
        public boolean isCurrent() {
            return Thread.currentThread().getName().equals("screen");
        }
    };
    private final SerialBackground work = new SerialBackground("work", 64, ui);
    private final SerialBackground lookups = new SerialBackground("lookups", 64, ui);

    @AfterEach
    void stop() {
        work.close();
        lookups.close();
        screen.shutdownNow();
    }

    @Test
    void speaksToTheViewOnTheScreensThreadOnly() throws Exception {
        Lane lane = new Lane();
        Set<String> viewThreads = ConcurrentHashMap.newKeySet();
        Set<String> saleThreads = ConcurrentHashMap.newKeySet();
        lane.checkout.addListener(
                state -> saleThreads.add(Thread.currentThread().getName()));
        Queue<Integer> added = new ConcurrentLinkedQueue<>();
        AtomicInteger done = new AtomicInteger();
        Tools tools =
                new Tools(ui, work, lookups, new RecordingNavigator(), new RecordingMessages(), cue -> {}, Scans.NONE);
        screen.submit(() -> {
                    SalePresenter presenter = new SalePresenter(lane.services(), tools, List::of);
                    presenter.attach(new SaleView() {
                        @Override
                        public void render(SaleScreenState state) {
                            viewThreads.add(Thread.currentThread().getName());
                        }

                        @Override
                        public void added(int lineNumber) {
                            viewThreads.add(Thread.currentThread().getName());
                            added.add(lineNumber);
                        }

                        @Override
                        public void shake() {
                            viewThreads.add(Thread.currentThread().getName());
                        }

                        @Override
                        public void focusSearch() {
                            viewThreads.add(Thread.currentThread().getName());
                        }

                        @Override
                        public void dismissMessage() {
                            viewThreads.add(Thread.currentThread().getName());
                        }

                        @Override
                        public void leaveSearch() {
                            viewThreads.add(Thread.currentThread().getName());
                        }
                    });
                    for (int i = 0; i < 300; i++) {
                        ScanInput input = new ScanInput(Shop.code(1 + i % 12), null, "test", MemoryCheckout.NOW);
                        presenter.scan(input, done::incrementAndGet);
                    }
                })
                .get();
        Await.until("every scan is handled", () -> done.get() == 300 && added.size() == 300);

        assertEquals(Set.of("screen"), viewThreads);
        assertEquals(Set.of("work"), saleThreads);
    }
}
