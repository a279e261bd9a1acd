package com.euphoriapos.sync.lane;

import com.euphoriapos.api.replication.SyncLink;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;
import org.eclipse.jetty.websocket.core.exception.ProtocolException;
import org.jspecify.annotations.Nullable;

/** A link on a WebSocket. Thread-safe; what it tells comes from the pool's threads, one after the other. */
final class FrameLink implements FrameHandler, SyncLink {
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long STALL_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long FAREWELL_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int REASON_MAX = 100;

    /** Hears of the link; returns at once. */
    interface Events {
        void up(FrameLink link);

        void received(FrameLink link, String frame, Runnable taken);

        /** Once, if and only if it was up. */
        void down(FrameLink link);
    }

    private final boolean dialled;
    private final String address;
    private final Events events;
    private final Refusals refusals;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private volatile String peer = "";
    private volatile String endReason = "";
    private volatile @Nullable CoreSession session;
    private volatile @Nullable FrameWriter writer;
    private volatile boolean up;
    /** A frame is with the listener: that nothing is heard then is our own doing. */
    private volatile boolean held;

    private volatile long heardNanos;
    private volatile long endingNanos;
    private volatile long upNanos;

    FrameLink(boolean dialled, String address, Events events, Refusals refusals) {
        this.dialled = dialled;
        this.address = address;
        this.events = events;
        this.refusals = refusals;
    }

    /** Whom TLS has proved the other end to be; before it opens. */
    void provedToBe(String node) {
        peer = node;
    }

    @Override
    public String peer() {
        return peer;
    }

    @Override
    public boolean dialled() {
        return dialled;
    }

    @Override
    public String address() {
        return address;
    }

    /** Why it ended; empty while it stands or when nobody knows. */
    String endReason() {
        return endReason;
    }

    /** How long it has been up. */
    long ageNanos(long nowNanos) {
        return up ? nowNanos - upNanos : 0;
    }

    @Override
    public void send(String frame) {
        FrameWriter out = writer;
        if (out == null || ending.get()) {
            return;
        }
        byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > FRAME_BYTES_MAX) {
            refusals.count(Refusal.OVERSIZE);
            close("a frame of " + bytes.length + " bytes is too large to be sent");
        } else if (!out.offer(bytes)) {
            refusals.count(Refusal.CONGESTED);
            cut("the other lane does not read");
        }
    }

    @Override
    public void close(String reason) {
        if (!ending.compareAndSet(false, true)) {
            return;
        }
        endReason = reason;
        endingNanos = System.nanoTime();
        CoreSession open = session;
        FrameWriter out = writer;
        if (open != null && out != null) {
            String words = reason.length() > REASON_MAX ? reason.substring(0, REASON_MAX) : reason;
            out.finish(() -> open.close(
                    new CloseStatus(CloseStatus.NORMAL, words), Callback.from(open::abort, failed -> open.abort())));
        }
    }

    /** Ends it at once, without a farewell. */
    void cut(String reason) {
        if (ending.compareAndSet(false, true)) {
            endReason = reason;
            endingNanos = System.nanoTime();
        }
        CoreSession open = session;
        if (open != null) {
            open.abort();
        }
    }

    /** Ends it when the other end has fallen silent or does not read, or did not answer the farewell. */
    void sweep(long nowNanos) {
        FrameWriter out = writer;
        if (!up || over.get() || out == null) {
            return;
        }
        if (ending.get()) {
            if (nowNanos - endingNanos > FAREWELL_NANOS) {
                cut(endReason);
            }
        } else if (!held && nowNanos - heardNanos > SILENCE_NANOS) {
            refusals.count(Refusal.SILENT);
            cut("nothing was heard for 15 seconds");
        } else if (out.stalledNanos(nowNanos) > STALL_NANOS) {
            refusals.count(Refusal.CONGESTED);
            cut("it took nothing for 30 seconds");
        }
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        opened.setMaxFrameSize(FRAME_BYTES_MAX);
        opened.setMaxTextMessageSize(FRAME_BYTES_MAX);
        opened.setAutoFragment(false);
        opened.setIdleTimeout(Duration.ofNanos(2 * SILENCE_NANOS));
        session = opened;
        writer = new FrameWriter(opened);
        upNanos = System.nanoTime();
        heardNanos = upNanos;
        up = true;
        events.up(this);
        callback.succeeded();
        opened.demand();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        heardNanos = System.nanoTime();
        byte kind = frame.getOpCode();
        if (kind == OpCode.CLOSE) {
            if (ending.compareAndSet(false, true)) {
                endReason = "the other lane said: "
                        + CloseStatus.getCloseStatus(frame).getReason();
                endingNanos = heardNanos;
            }
            callback.succeeded();
        } else if (kind == OpCode.TEXT || kind == OpCode.CONTINUATION) {
            take(frame, callback);
        } else {
            if (kind == OpCode.BINARY) {
                refusals.count(Refusal.MALFORMED);
                close("binary frames are not spoken here");
            }
            callback.succeeded();
            demand();
        }
    }

    private void take(Frame frame, Callback callback) {
        if (partial.size() + frame.getPayloadLength() > FRAME_BYTES_MAX) {
            callback.failed(new MessageTooLargeException("a frame of more than " + FRAME_BYTES_MAX + " bytes"));
            return;
        }
        ByteBuffer payload = frame.getPayload();
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        partial.writeBytes(bytes);
        boolean whole = frame.isFin();
        callback.succeeded();
        if (!whole) {
            demand();
            return;
        }
        byte[] message = partial.toByteArray();
        partial.reset();
        deliver(message);
    }

    private void deliver(byte[] message) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(message))
                    .toString();
        } catch (CharacterCodingException e) {
            refusals.count(Refusal.MALFORMED);
            close("a frame was not UTF-8");
            demand();
            return;
        }
        if (ending.get()) {
            demand();
            return;
        }
        held = true;
        AtomicBoolean once = new AtomicBoolean();
        events.received(this, text, () -> {
            if (once.compareAndSet(false, true)) {
                heardNanos = System.nanoTime();
                held = false;
                demand();
            }
        });
    }

    private void demand() {
        CoreSession open = session;
        if (open != null && !over.get()) {
            open.demand();
        }
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        if (cause instanceof MessageTooLargeException) {
            refusals.count(Refusal.OVERSIZE);
        } else if (cause instanceof ProtocolException) {
            refusals.count(Refusal.MALFORMED);
        }
        if (endReason.isEmpty()) {
            endReason = Words.of(cause);
        }
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        if (up && over.compareAndSet(false, true)) {
            ending.set(true);
            if (endReason.isEmpty()) {
                endReason = "the connection ended";
            }
            events.down(this);
        }
        callback.succeeded();
    }

    @Override
    public String toString() {
        return (dialled ? "to " : "from ") + address;
    }
}
