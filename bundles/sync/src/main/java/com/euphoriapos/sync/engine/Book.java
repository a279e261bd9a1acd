package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.LaneBook;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.PairedLane;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The lanes of the store in memory. */
final class Book implements LaneBook {
    private final String node;
    private final String instance;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, String> toKeep = new ConcurrentHashMap<>();
    private volatile List<PairedLane> lanes;
    private volatile String address = "";

    private Book(String node, String instance, List<PairedLane> lanes) {
        this.node = node;
        this.instance = instance;
        this.lanes = List.copyOf(lanes);
    }

    /** Once the lane is set up; its own row is made where there is none. */
    static Optional<Book> open(Store store, String instance) {
        Optional<PairedLane> me = store.read(Book::self);
        if (me.isEmpty()) {
            return Optional.empty();
        }
        boolean known =
                store.read(handle -> handle.lanes().byNode(me.get().node())).isPresent();
        if (!known) {
            store.write(Store.Priority.BACKGROUND, handle -> {
                handle.lanes().save(me.get());
                return true;
            });
        }
        return Optional.of(new Book(
                me.get().node(), instance, store.read(handle -> handle.lanes().all())));
    }

    private static Optional<PairedLane> self(StoreHandle handle) {
        String label = handle.lane().get(LaneRepository.KEY_WORKSTATION_ID).orElse("");
        return handle.lane()
                .get(LaneRepository.KEY_NODE_ID)
                .filter(node -> !node.isEmpty() && !label.isEmpty())
                .map(node -> new PairedLane(node, label, PairedLane.State.ACTIVE, ""));
    }

    /** Reads the table again. One at a time: an older reading never replaces a newer one. */
    synchronized void refresh(Store store) {
        List<PairedLane> now = store.read(handle -> handle.lanes().all());
        if (!now.equals(lanes)) {
            lanes = List.copyOf(now);
            listeners.forEach(Listener::lanesChanged);
        }
    }

    /** Writes where lanes were reached; nothing when that is known. */
    void keep(Store store) {
        Map<String, String> news = Map.copyOf(toKeep);
        if (news.isEmpty()) {
            return;
        }
        store.write(Store.Priority.BACKGROUND, handle -> {
            news.forEach((lane, at) -> handle.lanes().reached(lane, at));
            return true;
        });
        news.forEach(toKeep::remove);
        refresh(store);
    }

    boolean hasToKeep() {
        return !toKeep.isEmpty();
    }

    String address() {
        return address;
    }

    @Override
    public PairedLane me() {
        return byNode(node).orElseThrow();
    }

    @Override
    public String instance() {
        return instance;
    }

    @Override
    public List<PairedLane> others() {
        return lanes.stream().filter(lane -> !lane.node().equals(node)).toList();
    }

    @Override
    public Optional<PairedLane> byNode(String wanted) {
        return lanes.stream().filter(lane -> lane.node().equals(wanted)).findFirst();
    }

    @Override
    public void reached(String lane, String at) {
        boolean known = byNode(lane).filter(row -> row.address().equals(at)).isPresent();
        if (!known && !at.isEmpty()) {
            toKeep.put(lane, at);
        }
    }

    @Override
    public void listening(String at) {
        address = at;
        reached(node, at);
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }
}
