package com.euphoriapos.sync.engine;

import com.euphoriapos.testkit.Await;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Engines on real stores, with a network in memory. */
abstract class EnginesHarness {
    @TempDir
    Path home;

    final MemoryNetwork network = new MemoryNetwork();
    final List<TestLane> lanes = new ArrayList<>();

    @AfterEach
    void close() {
        lanes.forEach(TestLane::close);
        network.close();
    }

    TestLane lane(String node) {
        return lane(node, Clock.systemUTC());
    }

    TestLane lane(String node, Clock clock) {
        TestLane lane = new TestLane(home, node, clock);
        lanes.add(lane);
        return lane;
    }

    void pair(TestLane one, TestLane other) {
        one.setUp(other.node).start(network);
        other.setUp(one.node).start(network);
        awaitOpen(one);
        awaitOpen(other);
        network.connect(one.node, other.node);
        Await.until("both are connected", () -> one.isConnected(other.node) && other.isConnected(one.node));
    }

    void awaitOpen(TestLane lane) {
        Await.until(lane.node + " opens its transport", network.port(lane.node)::isOpen);
    }
}
