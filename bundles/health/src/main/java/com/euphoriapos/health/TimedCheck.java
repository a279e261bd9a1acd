package com.euphoriapos.health;

import com.euphoriapos.api.status.HealthReport.Item;
import com.euphoriapos.api.status.StatusItem.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.jspecify.annotations.Nullable;

/**
 * A check that is given a limited time. One that hangs is not begun a second time, so it can hold one thread and no more.
 * Called by one thread at a time.
 */
final class TimedCheck {
    private final String name;
    private final HealthCheck check;
    private @Nullable FutureTask<Result> task;

    TimedCheck(String name, HealthCheck check) {
        this.name = name;
        this.check = check;
    }

    String name() {
        return name;
    }

    boolean isOf(HealthCheck other) {
        return check.equals(other);
    }

    void begin(Executor executor) {
        FutureTask<Result> before = task;
        if (before != null && !before.isDone()) {
            return;
        }
        FutureTask<Result> next = new FutureTask<>(check::execute);
        task = next;
        try {
            executor.execute(next);
        } catch (RejectedExecutionException e) {
            next.cancel(false);
        }
    }

    Item result(long timeoutMillis, Clock clock) {
        FutureTask<Result> running = task;
        if (running == null || running.isCancelled()) {
            return failed("It was not run: too many other checks hang, or the lane is stopping.", clock);
        }
        try {
            Result result = running.get(timeoutMillis, TimeUnit.MILLISECONDS);
            return item(result, clock);
        } catch (TimeoutException e) {
            return failed("No answer within " + timeoutMillis + " ms.", clock);
        } catch (ExecutionException e) {
            return failed("It failed: " + e.getCause(), clock);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("It was interrupted.", clock);
        }
    }

    private Item failed(String message, Clock clock) {
        return new Item(name, Level.DANGER, List.of(message), clock.instant());
    }

    /** What is wrong stands before what is well. */
    private Item item(Result result, Clock clock) {
        List<String> wrong = new ArrayList<>();
        List<String> well = new ArrayList<>();
        for (ResultLog.Entry entry : result) {
            if (!entry.isDebug()) {
                (level(entry.getStatus()) == Level.OK ? well : wrong).add(entry.getMessage());
            }
        }
        wrong.addAll(well);
        return new Item(name, level(result.getStatus()), wrong, clock.instant());
    }

    private static Level level(Result.Status status) {
        return switch (status) {
            case OK -> Level.OK;
            case WARN, TEMPORARILY_UNAVAILABLE -> Level.WARN;
            case CRITICAL, HEALTH_CHECK_ERROR -> Level.DANGER;
        };
    }
}
