package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.Replication;
import java.util.List;

/** The engine for use cases. */
final class ReplicationService implements Replication {
    private final Engine engine;

    ReplicationService(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Overview overview() {
        return engine.situation().overview();
    }

    @Override
    public int retryParked() {
        int applied = engine.applier().retryParked();
        engine.situation().delivered();
        return applied;
    }

    @Override
    public List<Finding> reconcile() {
        return engine.audit().reconcile();
    }

    @Override
    public void addListener(Listener listener) {
        engine.situation().addListener(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        engine.situation().removeListener(listener);
    }
}
