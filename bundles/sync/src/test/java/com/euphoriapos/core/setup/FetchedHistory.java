package com.euphoriapos.core.setup;

import com.euphoriapos.api.replication.Pairing;
import com.euphoriapos.api.replication.SnapshotGoneException;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.store.Snapshots;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.sync.SnapshotPart;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** The shipped way in which a lane gets the past of its store, without a network: the other lane's snapshots are at hand. */
public final class FetchedHistory implements AutoCloseable {
    private final HistoryFetch fetch;
    private final Snapshots mine;

    /** @param others the snapshots of the only other lane, whatever its address */
    public FetchedHistory(Store store, Snapshots mine, Snapshots others) {
        this.mine = mine;
        this.fetch = new HistoryFetch(store, played(LaneSetup.class, (method, args) -> switch (method) {
            case "state" -> LaneSetup.State.READY;
            default -> Optional.empty();
        }));
        Given given = new Given(others);
        fetch.bindPairing(played(Pairing.class, (method, args) -> {
            given.fetch((SnapshotPart) args[1], (Path) args[2]);
            return Optional.empty();
        }));
    }

    /** The other lane's answers: both parts are of one moment, the catalogue first. */
    private static final class Given {
        private final Snapshots others;
        private Optional<String> moment = Optional.empty();

        Given(Snapshots others) {
            this.others = others;
        }

        void fetch(SnapshotPart part, Path file) {
            if (part == SnapshotPart.CATALOG) {
                moment = Optional.of(UUID.randomUUID().toString());
            }
            others.write(moment.orElseThrow(() -> new SnapshotGoneException("No catalog was fetched.")), part, file);
        }
    }

    private interface Answer {
        Object to(String method, Object[] args);
    }

    private static <T> T played(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            Object result = answer.to(method.getName(), args == null ? new Object[0] : args);
            return method.getReturnType().isInstance(result) ? result : null;
        }));
    }

    /** Begins if something is to be fetched. */
    public void look() {
        fetch.bindSnapshots(mine);
    }

    @Override
    public void close() {
        fetch.stop();
    }
}
