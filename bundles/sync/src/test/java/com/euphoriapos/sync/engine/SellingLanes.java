package com.euphoriapos.sync.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.catalog.ProductHandler;
import com.euphoriapos.core.checkout.SaleHandler;
import com.euphoriapos.core.checkout.WrittenSale;
import com.euphoriapos.core.inventory.StockHandler;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.store.Samples;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Engines on real stores with the shipped handlers, whose lanes sell. */
abstract class SellingLanes extends EnginesHarness {
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private int sales;

    /** Lanes that are all connected with each other. */
    void open(String... nodes) {
        for (String node : nodes) {
            List<String> others = new ArrayList<>(List.of(nodes));
            others.remove(node);
            shop(node, Clock.systemUTC()).setUp(others.toArray(new String[0])).start(network);
        }
        connectAll();
    }

    /** With the shipped handlers of what these tests do. */
    TestLane shop(String node, Clock clock) {
        TestLane lane = lane(node, clock);
        lane.handlers.add(new SaleHandler(), List.of(Topics.TRANSACTION_NEW));
        lane.handlers.add(new StockHandler(), List.of(Topics.INVENTORY_UPDATE));
        lane.handlers.add(new ProductHandler(), List.of(Topics.PRODUCT_UPSERT, Topics.PRODUCT_BULK_UPSERT));
        return lane;
    }

    private void connectAll() {
        lanes.forEach(lane -> Await.until("it opens", PATIENCE, network.port(lane.node)::isOpen));
        for (TestLane one : lanes) {
            for (TestLane other : lanes) {
                if (one.node.compareTo(other.node) < 0) {
                    network.connect(one.node, other.node);
                    Await.until(
                            "they are connected",
                            PATIENCE,
                            () -> one.isConnected(other.node) && other.isConnected(one.node));
                }
            }
        }
    }

    void agree() {
        TestLane first = lanes.get(0);
        lanes.forEach(lane -> Await.until(
                "all hold the same events", PATIENCE, () -> lane.vector().equals(first.vector())));
    }

    String sell(TestLane lane) {
        String id = Samples.id("sale " + ++sales);
        lane.with(handle -> WrittenSale.write(
                handle,
                Samples.sale(
                        handle.lane().nextReceiptNumber("L1"),
                        Samples.openSale(id, List.of(Samples.product(1))),
                        Samples.NOON)));
        return id;
    }

    static List<Finding> compare(TestLane lane) {
        return lane.replication.orElseThrow().reconcile();
    }

    void assertHealed() {
        for (TestLane lane : lanes) {
            List<Finding> findings = compare(lane);
            assertTrue(findings.stream().allMatch(Finding::good), findings.toString());
        }
    }

    static List<String> reviews(TestLane lane) {
        return lane.read(handle -> handle.reviews().open(100)).stream()
                .map(Review::kind)
                .toList();
    }

    static long setAside(TestLane lane) {
        return lane.read(handle -> handle.audit().quarantined());
    }

    /** As a failing disk would, or somebody with a tool. */
    void damage(TestLane lane, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + home.resolve(lane.node).resolve("pos.sqlite"));
                Statement statement = connection.createStatement()) {
            assertTrue(statement.executeUpdate(sql) > 0, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String value(TestLane lane, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + home.resolve(lane.node).resolve("pos.sqlite"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean runsAnew(TestLane lane, Optional<Session> before) {
        return lane.engine.session().isPresent() && !lane.engine.session().equals(before);
    }
}
