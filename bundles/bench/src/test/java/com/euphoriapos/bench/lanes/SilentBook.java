package com.euphoriapos.bench.lanes;

import com.euphoriapos.api.replication.LaneBook;
import com.euphoriapos.api.sync.PairedLane;
import java.util.List;
import java.util.Optional;

/** A lane book that hears nothing of where its lane listens: others go on dialling where they were told, such as a proxy. */
record SilentBook(LaneBook book) implements LaneBook {
    @Override
    public PairedLane me() {
        return book.me();
    }

    @Override
    public String instance() {
        return book.instance();
    }

    @Override
    public List<PairedLane> others() {
        return book.others();
    }

    @Override
    public Optional<PairedLane> byNode(String node) {
        return book.byNode(node);
    }

    @Override
    public void reached(String node, String address) {
        book.reached(node, address);
    }

    @Override
    public void listening(String address) {
        // The members' file says where lanes are.
    }

    @Override
    public void addListener(Listener listener) {
        book.addListener(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        book.removeListener(listener);
    }
}
