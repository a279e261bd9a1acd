package com.euphoriapos.sync.lane;

import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * The threads and buffers that listening and dialling share: a till is no web server. Two of the threads wait for the network, one on
 * each side; the others come and go.
 */
final class Pool implements AutoCloseable {
    private static final int THREADS_MAX = 12;
    private static final int THREADS_MIN = 3;
    private static final int IDLE_MILLIS = 20_000;
    private static final long STOP_MILLIS = 2_000;
    private static final int BUFFER_STEP = 4_096;
    private static final int BUFFER_MAX = 65_536;
    private static final int BUFFERS_MAX = 64;
    private static final long BYTES_MAX = 8L << 20;

    private final QueuedThreadPool threads;
    private final Scheduler timer = new ScheduledExecutorScheduler("sync-net-timer", true, 1);
    private final ByteBufferPool buffers =
            new ArrayByteBufferPool(0, BUFFER_STEP, BUFFER_MAX, BUFFERS_MAX, BYTES_MAX, BYTES_MAX);

    Pool() throws Exception {
        // Its queue has no bound of its own: what waits in it is one task for each connection, and those are bounded.
        threads = new QueuedThreadPool(THREADS_MAX, THREADS_MIN, IDLE_MILLIS, 0, null, null);
        threads.setName("sync-net");
        threads.setDaemon(true);
        threads.setStopTimeout(STOP_MILLIS);
        threads.start();
        timer.start();
    }

    QueuedThreadPool threads() {
        return threads;
    }

    Scheduler timer() {
        return timer;
    }

    ByteBufferPool buffers() {
        return buffers;
    }

    @Override
    public void close() throws Exception {
        timer.stop();
        threads.stop();
    }
}
