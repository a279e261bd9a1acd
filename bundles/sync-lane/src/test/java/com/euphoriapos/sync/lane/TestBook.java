package com.euphoriapos.sync.lane;

import com.euphoriapos.api.replication.LaneBook;
import com.euphoriapos.api.sync.PairedLane;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lanes of a store in memory. Thread-safe. */
final class TestBook implements LaneBook {
    private final PairedLane me;
    private final Map<String, PairedLane> others = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    final Map<String, String> reached = new ConcurrentHashMap<>();
    volatile String listening = "";
    /** Where it listened when it ran before. */
    volatile String before = "";

    TestBook(String node, String label) {
        me = new PairedLane(node, label, PairedLane.State.ACTIVE, "");
    }

    void put(PairedLane lane) {
        others.put(lane.node(), lane);
        listeners.forEach(Listener::lanesChanged);
    }

    @Override
    public PairedLane me() {
        return new PairedLane(me.node(), me.label(), me.state(), before);
    }

    @Override
    public String instance() {
        return "test";
    }

    @Override
    public List<PairedLane> others() {
        return new ArrayList<>(others.values());
    }

    @Override
    public Optional<PairedLane> byNode(String node) {
        return node.equals(me.node()) ? Optional.of(me) : Optional.ofNullable(others.get(node));
    }

    @Override
    public void reached(String node, String address) {
        reached.put(node, address);
    }

    @Override
    public void listening(String address) {
        listening = address;
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
