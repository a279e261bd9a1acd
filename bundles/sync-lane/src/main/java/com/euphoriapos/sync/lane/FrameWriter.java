package com.euphoriapos.sync.lane;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/** Writes a link's frames one after the other, without ever waiting. Thread-safe. */
final class FrameWriter extends IteratingCallback {
    /** Eight frames of the largest size: what a peer that reads slowly may cost. */
    static final int QUEUE_BYTES_MAX = 8 << 20;

    private final CoreSession session;
    private final Deque<byte[]> queue = new ArrayDeque<>();
    private int queuedBytes;
    private @Nullable Runnable last;
    private volatile long writingSinceNanos;
    private volatile boolean writing;

    FrameWriter(CoreSession session) {
        this.session = session;
    }

    /** Whether there was room for it. */
    boolean offer(byte[] frame) {
        synchronized (queue) {
            if (queuedBytes + frame.length > QUEUE_BYTES_MAX) {
                return false;
            }
            queuedBytes += frame.length;
            queue.add(frame);
        }
        iterate();
        return true;
    }

    /** Runs {@code farewell} after the last frame was written. */
    void finish(Runnable farewell) {
        synchronized (queue) {
            last = farewell;
        }
        iterate();
    }

    /** For how long the frame that is being written has been so; 0 for none. */
    long stalledNanos(long nowNanos) {
        return writing ? nowNanos - writingSinceNanos : 0;
    }

    @Override
    protected Action process() {
        byte[] next;
        Runnable farewell = null;
        synchronized (queue) {
            next = queue.poll();
            if (next == null) {
                farewell = last;
                last = null;
            } else {
                queuedBytes -= next.length;
            }
        }
        if (next == null) {
            writing = false;
            if (farewell != null) {
                farewell.run();
            }
            return Action.IDLE;
        }
        writingSinceNanos = System.nanoTime();
        writing = true;
        session.sendFrame(new Frame(OpCode.TEXT, ByteBuffer.wrap(next)), this, false);
        return Action.SCHEDULED;
    }
}
