package com.euphoriapos.sync.lane;

import com.euphoriapos.api.store.Snapshots;
import com.euphoriapos.api.sync.SnapshotPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Snapshots that new lanes are fetching: each lane has at most one, both parts of which are of one moment, kept until it was fetched
 * or nobody has asked for it for half an hour. Thread-safe; writing them is done on {@code writing}.
 */
final class SnapshotDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotDesk.class);
    private static final int SETS_MAX = 3;
    private static final int ID_BYTES = 16;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(30);

    /** How a part stands. */
    sealed interface State {
        /** It is being written: ask again soon. */
        record Writing() implements State {}

        /** It is there. */
        record Ready(Path file, long bytes, byte[] sha256) implements State {}

        /** It could not be written; a sentence. */
        record Failed(String reason) implements State {}
    }

    /** A lane's snapshot. */
    static final class Set {
        final String id;
        private final String node;
        private final Map<SnapshotPart, State> parts = new EnumMap<>(SnapshotPart.class);
        private long usedNanos;

        private Set(String id, String node, long nowNanos) {
            this.id = id;
            this.node = node;
            this.usedNanos = nowNanos;
        }

        String node() {
            return node;
        }
    }

    private final Path folder;
    private final Executor writing;
    private final SecureRandom random;
    private final LongSupplier nanos;
    private final Map<String, Set> sets = new ConcurrentHashMap<>();
    private volatile @Nullable Snapshots source;

    /**
     * @param folder for the files; what is left in it from before is removed
     * @param writing one task at a time
     */
    SnapshotDesk(Path folder, Executor writing, SecureRandom random, LongSupplier nanos) {
        this.folder = folder;
        this.writing = writing;
        this.random = random;
        this.nanos = nanos;
        clear();
    }

    /** The store's snapshots; null while it is away. */
    void source(@Nullable Snapshots now) {
        source = now;
    }

    void sourceGone(Snapshots gone) {
        if (gone.equals(source)) {
            source = null;
        }
    }

    /** Begins a snapshot for a lane, in place of the one it had; empty when too many are being fetched. */
    synchronized Optional<Set> begin(String node) {
        sets.values().stream().filter(set -> set.node.equals(node)).toList().forEach(this::drop);
        if (sets.size() >= SETS_MAX) {
            return Optional.empty();
        }
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Set set = new Set(HexFormat.of().formatHex(id), node, nanos.getAsLong());
        sets.put(set.id, set);
        return Optional.of(set);
    }

    /** The snapshot of that id, if it is that lane's. */
    synchronized Optional<Set> find(String node, String id) {
        Set set = sets.get(id);
        if (set == null || !set.node.equals(node)) {
            return Optional.empty();
        }
        set.usedNanos = nanos.getAsLong();
        return Optional.of(set);
    }

    /** How a part stands; has it written when nobody has asked for it before. */
    synchronized State part(Set set, SnapshotPart part) {
        State state = set.parts.get(part);
        if (state != null && !(state instanceof State.Failed)) {
            return state;
        }
        State begun = new State.Writing();
        try {
            writing.execute(() -> write(set, part));
            set.parts.put(part, begun);
        } catch (RejectedExecutionException busy) {
            LOG.debug("A snapshot waits for another");
        }
        return state == null ? begun : state;
    }

    private void write(Set set, SnapshotPart part) {
        State result;
        Path file = folder.resolve(set.id + "." + part.name().toLowerCase(Locale.ROOT));
        try {
            Snapshots store = source;
            if (store == null) {
                throw new IOException("the store is away");
            }
            Files.createDirectories(folder);
            store.write(set.id, part, file);
            result = new State.Ready(file, Files.size(file), FileDigest.sha256(file));
        } catch (IOException | RuntimeException e) {
            LOG.warn("A snapshot for another lane could not be written", e);
            result = new State.Failed("The lane could not write its snapshot: " + e.getMessage());
        }
        synchronized (this) {
            if (sets.containsKey(set.id)) {
                set.parts.put(part, result);
            } else {
                remove(set);
            }
        }
    }

    /** It was fetched, or is not wanted any longer. */
    synchronized void done(String node, String id) {
        find(node, id).ifPresent(this::drop);
    }

    /** Drops what nobody has asked for in half an hour. */
    synchronized void sweep() {
        long now = nanos.getAsLong();
        sets.values().stream()
                .filter(set -> now - set.usedNanos > PATIENCE_NANOS)
                .toList()
                .forEach(this::drop);
    }

    private void drop(Set set) {
        sets.remove(set.id);
        remove(set);
    }

    private void remove(Set set) {
        for (State state : set.parts.values()) {
            if (state instanceof State.Ready ready) {
                delete(ready.file());
            }
        }
        try {
            // The store may be writing another one for minutes: neither the network's threads nor this desk wait for
            // it.
            writing.execute(() -> forget(set.id));
        } catch (RejectedExecutionException busy) {
            LOG.debug("The store forgets snapshot {} by itself", set.id);
        }
    }

    private void forget(String id) {
        Snapshots store = source;
        if (store != null) {
            try {
                store.forget(id);
            } catch (RuntimeException e) {
                LOG.warn("The store did not forget snapshot {}", id, e);
            }
        }
    }

    @Override
    public synchronized void close() {
        // Nothing is written any longer, and nothing can be handed to whoever wrote.
        sets.keySet().forEach(this::forget);
        sets.values().forEach(this::drop);
        clear();
    }

    private void clear() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            files.forEach(SnapshotDesk::delete);
        } catch (IOException e) {
            LOG.warn("Old snapshots could not be removed", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
