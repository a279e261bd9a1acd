package com.euphoriapos.sync.lane;

import com.euphoriapos.api.replication.SyncTransport.Listener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The links that stand, and the engine that hears of them. Thread-safe. */
final class Standing implements FrameLink.Events {
    private static final Logger LOG = LoggerFactory.getLogger(Standing.class);

    private final Consumer<FrameLink> onDown;
    private final Set<FrameLink> links = ConcurrentHashMap.newKeySet();
    /** Held for reading while the engine is told something, so that it hears nothing after it has closed. */
    private final ReentrantReadWriteLock telling = new ReentrantReadWriteLock();

    private @Nullable Listener listener;

    /** @param onDown hears of each link that is gone, after the engine */
    Standing(Consumer<FrameLink> onDown) {
        this.onDown = onDown;
    }

    void open(Listener engine) {
        telling.writeLock().lock();
        try {
            listener = engine;
        } finally {
            telling.writeLock().unlock();
        }
    }

    /** All links end; the engine hears of it before this returns, and nothing afterwards. */
    void close() {
        Listener engine;
        telling.writeLock().lock();
        try {
            engine = listener;
            listener = null;
        } finally {
            telling.writeLock().unlock();
        }
        for (FrameLink link : links) {
            if (links.remove(link) && engine != null) {
                engine.down(link);
            }
            link.cut("this lane closes its network");
        }
    }

    boolean isOpen() {
        telling.readLock().lock();
        try {
            return listener != null;
        } finally {
            telling.readLock().unlock();
        }
    }

    int count() {
        return links.size();
    }

    boolean isLinked(String node) {
        return links.stream().anyMatch(link -> link.peer().equals(node));
    }

    void cutUnless(Predicate<String> maySpeak, String reason) {
        for (FrameLink link : links) {
            if (!maySpeak.test(link.peer())) {
                link.cut(reason);
            }
        }
    }

    void sweep(long nowNanos) {
        links.forEach(link -> link.sweep(nowNanos));
    }

    void unreachable(String node, int attempts, String reason) {
        tell(engine -> engine.unreachable(node, attempts, reason));
    }

    @Override
    public void up(FrameLink link) {
        links.add(link);
        if (!tell(engine -> engine.up(link))) {
            link.cut("the engine is away");
        }
    }

    @Override
    public void received(FrameLink link, String frame, Runnable taken) {
        tell(engine -> engine.received(link, frame, taken));
    }

    @Override
    public void down(FrameLink link) {
        if (links.remove(link)) {
            tell(engine -> engine.down(link));
        }
        onDown.accept(link);
    }

    /** Whether there was somebody to tell. */
    private boolean tell(Consumer<Listener> news) {
        telling.readLock().lock();
        try {
            Listener engine = listener;
            if (engine == null) {
                return false;
            }
            news.accept(engine);
            return true;
        } catch (RuntimeException e) {
            LOG.error("The engine failed on news of a link", e);
            return true;
        } finally {
            telling.readLock().unlock();
        }
    }
}
