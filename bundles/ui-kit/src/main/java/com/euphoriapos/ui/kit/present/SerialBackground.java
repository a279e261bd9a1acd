package com.euphoriapos.ui.kit.present;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One named thread and a bounded queue. A full queue refuses, and says so on the screen's thread. */
public final class SerialBackground implements Background, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SerialBackground.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final UiThread ui;
    private final ThreadPoolExecutor executor;

    /**
     * @param name of the thread
     * @param waitingMax how many tasks may wait
     */
    public SerialBackground(String name, int waitingMax, UiThread ui) {
        this.ui = ui;
        this.executor = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waitingMax), task -> new Thread(task, name));
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        try {
            executor.execute(() -> perform(work, done, failed));
        } catch (RejectedExecutionException e) {
            ui.later(() -> failed.accept(e));
        }
    }

    private <T> void perform(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        try {
            T result = work.call();
            ui.later(() -> done.accept(result));
        } catch (Exception e) {
            log.debug("background work failed", e);
            ui.later(() -> failed.accept(e));
        }
    }

    /** Finishes what waits, for at most five seconds. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("background work did not end in {}", STOP_WITHIN);
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
