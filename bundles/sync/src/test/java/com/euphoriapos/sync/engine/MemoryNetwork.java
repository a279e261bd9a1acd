package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.SyncLink;
import com.euphoriapos.api.replication.SyncTransport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A transport between engines of one process: frames in order, the next one only after the one before was taken. */
final class MemoryNetwork implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Threads.named("memory-network"));
    private final AtomicInteger longest = new AtomicInteger();
    private final Map<String, Port> ports = new ConcurrentHashMap<>();

    /** Characters of the longest frame so far. */
    int longest() {
        return longest.get();
    }

    /** The transport of a lane. */
    Port port(String node) {
        return ports.computeIfAbsent(node, Port::new);
    }

    /** Makes a link, dialled by the first. */
    void connect(String from, String to) {
        thread.execute(() -> {
            End one = new End(port(from), to, true);
            End other = new End(port(to), from, false);
            one.other = Optional.of(other);
            other.other = Optional.of(one);
            one.begin();
            other.begin();
        });
    }

    /** Cuts all links of a lane. */
    void cut(String node) {
        thread.execute(() -> List.copyOf(port(node).ends).forEach(end -> end.close("cut")));
    }

    /** How many texts came to a lane that has one link. */
    int arrived(String node) {
        return port(node).texts.size();
    }

    /** Puts the newest text with events that came to the lane on its links once more, exactly as it was. */
    void replay(String node) {
        List<String> texts = port(node).texts;
        String newest = texts.stream()
                .filter(text -> text.contains("\"type\":\"EVENTS\""))
                .reduce((one, other) -> other)
                .orElseThrow();
        inject(node, newest);
    }

    /** The next text that comes to the lane comes after the one behind it. */
    void swapNext(String node) {
        port(node).swap.set(true);
    }

    /** Puts a text on the links to a lane as if the peer had sent it. */
    void inject(String node, String text) {
        thread.execute(() -> List.copyOf(port(node).ends).forEach(end -> end.arrived(text)));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** The transport of one lane. */
    final class Port implements SyncTransport {
        private final String node;
        private final List<End> ends = new ArrayList<>();
        private volatile Optional<Listener> listener = Optional.empty();
        volatile boolean closed;
        /** Frames with events that ever came. */
        final AtomicInteger events = new AtomicInteger();
        /** All that came, in its order. */
        final List<String> texts = new CopyOnWriteArrayList<>();

        final AtomicBoolean swap = new AtomicBoolean();

        Port(String node) {
            this.node = node;
        }

        boolean isOpen() {
            return listener.isPresent();
        }

        @Override
        public void open(Listener newListener) {
            listener = Optional.of(newListener);
        }

        @Override
        public void close() {
            listener = Optional.empty();
            closed = true;
            thread.execute(() -> List.copyOf(ends).forEach(end -> end.close("closed")));
        }
    }

    /** One end of a link. Its state belongs to the network's thread. */
    private final class End implements SyncLink {
        private final Port port;
        private final String peer;
        private final boolean dialled;
        private final Deque<String> waiting = new ArrayDeque<>();
        private Optional<End> other = Optional.empty();
        private Optional<String> held = Optional.empty();
        private boolean busy;
        private boolean gone;

        End(Port port, String peer, boolean dialled) {
            this.port = port;
            this.peer = peer;
            this.dialled = dialled;
        }

        void begin() {
            port.ends.add(this);
            port.listener.ifPresent(engine -> engine.up(this));
        }

        void arrived(String text) {
            if (text.contains("\"type\":\"EVENTS\"")) {
                port.events.incrementAndGet();
            }
            port.texts.add(text);
            if (held.isEmpty() && port.swap.getAndSet(false)) {
                held = Optional.of(text);
                return;
            }
            waiting.add(text);
            held.ifPresent(waiting::add);
            held = Optional.empty();
            next();
        }

        private void next() {
            if (gone || busy || waiting.isEmpty()) {
                return;
            }
            busy = true;
            String text = waiting.remove();
            port.listener.ifPresent(engine -> engine.received(
                    this,
                    text,
                    () -> thread.execute(() -> {
                        busy = false;
                        next();
                    })));
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
            return "memory:" + peer;
        }

        @Override
        public void send(String frame) {
            longest.accumulateAndGet(frame.length(), Math::max);
            thread.execute(() -> {
                if (!gone) {
                    other.ifPresent(end -> end.arrived(frame));
                }
            });
        }

        @Override
        public void close(String reason) {
            thread.execute(() -> {
                end();
                other.ifPresent(End::end);
            });
        }

        private void end() {
            if (!gone) {
                gone = true;
                port.ends.remove(this);
                port.listener.ifPresent(engine -> engine.down(this));
            }
        }
    }
}
