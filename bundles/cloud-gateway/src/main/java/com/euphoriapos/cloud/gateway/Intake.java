package com.euphoriapos.cloud.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * Reads bodies without a thread that waits for them: whoever sends slowly keeps a connection busy and nothing else. All bodies that are
 * under way have a bounded room together. Thread-safe.
 */
final class Intake {
    /** What is too large is read so far, so that a lane hears the answer instead of a broken line. */
    private static final long DRAIN_MAX = 4 << 20;
    /** As long as a lane is patient with a slow line. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(120).toNanos();

    private final AtomicLong room;

    /** @param room bytes of all bodies together */
    Intake(long room) {
        this.room = new AtomicLong(room);
    }

    /** What comes of a body. */
    enum Outcome {
        READ,
        TOO_LARGE,
        /** There is no room now. */
        NO_ROOM
    }

    /** Goes on once the body is there; the bytes are empty unless it was read. What it throws fails the request. */
    interface Then {
        void with(Outcome outcome, byte[] bytes) throws Exception;
    }

    /**
     * Reads a body to its end.
     *
     * @param most bytes of it; 0 to read past it
     * @param callback the request's: fails where the body does not come
     * @param then goes on, on this thread or another one that may wait
     */
    void read(Request request, int most, Callback callback, Then then) {
        new Reader(request, most, callback, then).run();
    }

    private final class Reader implements Runnable {
        private final Request request;
        private final int most;
        private final Callback callback;
        private final Then then;
        private final long end = System.nanoTime() + PATIENCE_NANOS;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private Outcome outcome = Outcome.READ;
        private long seen;

        Reader(Request request, int most, Callback callback, Then then) {
            this.request = request;
            this.most = most;
            this.callback = callback;
            this.then = then;
        }

        @Override
        public void run() {
            try {
                next().ifPresent(this::finish);
            } catch (RuntimeException failed) {
                fail(failed);
            }
        }

        /** True at the end, false where it failed; empty while more is to come. */
        private Optional<Boolean> next() {
            while (true) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return Optional.empty();
                }
                if (Content.Chunk.isFailure(chunk)) {
                    fail(chunk.getFailure());
                    return Optional.of(false);
                }
                keep(chunk.getByteBuffer());
                boolean last = chunk.isLast();
                chunk.release();
                if (last || seen > DRAIN_MAX) {
                    return Optional.of(true);
                }
                if (System.nanoTime() - end > 0) {
                    fail(new TimeoutException("the body comes too slowly"));
                    return Optional.of(false);
                }
            }
        }

        private void keep(ByteBuffer bytes) {
            int more = bytes.remaining();
            seen += more;
            if (outcome != Outcome.READ) {
                return;
            }
            if (seen > most) {
                forget(Outcome.TOO_LARGE);
            } else if (room.addAndGet(-more) < 0) {
                room.addAndGet(more);
                forget(Outcome.NO_ROOM);
            } else {
                byte[] copy = new byte[more];
                bytes.get(copy);
                kept.write(copy, 0, more);
            }
        }

        private void forget(Outcome instead) {
            room.addAndGet(kept.size());
            kept.reset();
            outcome = instead;
        }

        private void finish(boolean whole) {
            if (!whole) {
                return;
            }
            try {
                then.with(outcome, kept.toByteArray());
            } catch (Exception failed) {
                callback.failed(failed);
            } finally {
                forget(outcome);
            }
        }

        private void fail(Throwable cause) {
            forget(outcome);
            callback.failed(cause);
        }
    }
}
