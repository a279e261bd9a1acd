package com.euphoriapos.secrets.keychain;

import com.euphoriapos.secrets.keychain.KeychainException.Kind;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that talks to the keychain, so that a keychain that hangs holds nobody else. */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final String THREAD = "secrets-keychain";
    private static final int WAITING_MAX = 16;
    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_MAX), task -> {
                Thread made = new Thread(task, THREAD);
                made.setDaemon(true);
                // The D-Bus library looks for its transport through this.
                made.setContextClassLoader(Worker.class.getClassLoader());
                return made;
            });

    Worker() {
        thread.allowCoreThreadTimeOut(true);
    }

    /** What can be asked of a keychain. */
    @FunctionalInterface
    interface Task<T> extends Callable<T> {
        @Override
        T call() throws KeychainException;
    }

    /** Runs the task and waits for it, so long at most; a task that takes longer is interrupted. */
    <T> T ask(Task<T> task, long millis) throws KeychainException {
        Future<T> answer;
        try {
            answer = thread.submit(task);
        } catch (RejectedExecutionException e) {
            throw new KeychainException(Kind.FAILED, "the keychain hangs", e);
        }
        try {
            return answer.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            thread.purge();
            throw new KeychainException(Kind.FAILED, "the keychain does not answer within " + millis + " ms", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new KeychainException(Kind.FAILED, "nobody waited for the keychain", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KeychainException known) {
                throw known;
            }
            throw new KeychainException(Kind.FAILED, "the keychain failed: " + e.getCause(), e);
        }
    }

    /** Ends the thread; waits so long at most. */
    void stop(long millis) {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(millis, TimeUnit.MILLISECONDS)) {
                LOG.warn("The keychain still hangs");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
