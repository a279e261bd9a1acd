package com.euphoriapos.testkit.net;

import com.euphoriapos.testkit.net.FaultProxy.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** One connection through the proxy: two threads, each of which carries one way. */
final class ProxiedConnection {
    private static final int CHUNK = 4_096;
    private static final int RECORD_HEAD = 5;
    private static final long LOOK_NANOS = 1_000_000;

    private final Socket near;
    private final Socket far;
    private final Runnable cutAll;
    private final Consumer<ProxiedConnection> ended;
    private volatile boolean over;

    ProxiedConnection(Socket near, Socket far, Runnable cutAll, Consumer<ProxiedConnection> ended) {
        this.near = near;
        this.far = far;
        this.cutAll = cutAll;
        this.ended = ended;
    }

    void run(Faults forth, Faults back) {
        thread("fault-proxy-forth", () -> carry(near, far, forth));
        thread("fault-proxy-back", () -> carry(far, near, back));
    }

    static void thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    void reset() {
        over = true;
        reset(near);
        reset(far);
        ended.accept(this);
    }

    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyGone) {
            // That is what was wanted.
        }
    }

    private void carry(Socket from, Socket to, Faults faults) {
        byte[] chunk = new byte[CHUNK];
        TlsRecords records = new TlsRecords();
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int count;
            while ((count = read(in, chunk, faults)) >= 0) {
                pass(chunk, count, out, faults, records);
            }
            // An end of the stream is swallowed like everything else.
            while (faults.swallowing && !over) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            to.shutdownOutput();
            if (from.isOutputShutdown() || to.isInputShutdown()) {
                reset();
            }
        } catch (IOException gone) {
            reset();
        }
    }

    private int read(InputStream in, byte[] chunk, Faults faults) throws IOException {
        while (faults.stalled && !over) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        int count = in.read(chunk);
        // What arrived while it was stalled waits in the proxy, not beyond it.
        while (faults.stalled && !over) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        Duration late = faults.latency;
        if (!late.isZero()) {
            long end = System.nanoTime() + late.toNanos();
            while (System.nanoTime() - end < 0 && !over) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        }
        return count;
    }

    private void pass(byte[] chunk, int count, OutputStream out, Faults faults, TlsRecords records) throws IOException {
        int end = records.follow(chunk, count, faults.recordsLeft);
        boolean cut = end < count;
        long left = faults.bytesLeft.get();
        if (left < end) {
            end = (int) left;
            cut = true;
        }
        if (left != Long.MAX_VALUE) {
            faults.bytesLeft.addAndGet(-end);
        }
        if (!faults.swallowing) {
            out.write(chunk, 0, end);
            out.flush();
            faults.passed.addAndGet(end);
        }
        if (cut || faults.recordsLeft.get() == 0 || faults.bytesLeft.get() == 0) {
            faults.recordsLeft.set(Long.MAX_VALUE);
            faults.bytesLeft.set(Long.MAX_VALUE);
            cutAll.run();
        }
    }

    /** Follows the lengths in the heads of TLS records. */
    private static final class TlsRecords {
        private final int[] head = new int[RECORD_HEAD];
        private int headSeen;
        private int bodyLeft;

        /** Returns where in the chunk the last allowed record ends, or {@code count}. */
        int follow(byte[] chunk, int count, AtomicLong recordsLeft) {
            for (int i = 0; i < count; i++) {
                if (headSeen < RECORD_HEAD) {
                    head[headSeen++] = chunk[i] & 0xff;
                    if (headSeen == RECORD_HEAD) {
                        bodyLeft = head[3] << 8 | head[4];
                    }
                } else {
                    bodyLeft--;
                }
                if (headSeen == RECORD_HEAD && bodyLeft == 0) {
                    headSeen = 0;
                    if (recordsLeft.get() != Long.MAX_VALUE && recordsLeft.decrementAndGet() <= 0) {
                        return i + 1;
                    }
                }
            }
            return count;
        }
    }
}
