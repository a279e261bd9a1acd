package com.euphoriapos.bench.lanes;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.net.FaultProxy;
import com.euphoriapos.testkit.net.FaultProxy.Way;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three lanes sell at once as processes of their own while the network between them misbehaves, or one of them stands still. More:
 * {@code -Dlanes.faults=1000 -Dlanes.stops=100 -Dlanes.seed=1}.
 */
class FaultyNetworkTest {
    private static final int FAULTS = Integer.getInteger("lanes.faults", 18);
    private static final int STOPS = Integer.getInteger("lanes.stops", 1);
    private static final int TIMES = 3;
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final Duration ACK_PATIENCE = Duration.ofSeconds(30);

    /** What the network does. */
    private enum Fault {
        LATE,
        CUT,
        CUT_IN_A_FRAME,
        CUT_BETWEEN_FRAMES,
        CUT_BEFORE_THE_ACK,
        HALF_OPEN,
        STALLED,
        REFUSED,
        ONE_LANE_APART
    }

    @TempDir
    Path folder;

    /** By {@code from>to}: each lane dials each other one through a proxy of its own. */
    private final Map<String, FaultProxy> proxies = new TreeMap<>();

    private final Map<Fault, Integer> happened = new EnumMap<>(Fault.class);
    private final long seed = Long.getLong("lanes.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @AfterEach
    void end() {
        proxies.values().forEach(FaultProxy::close);
    }

    @Test
    void keepEverySaleOnceOnEveryLaneWhateverTheNetworkDoes() throws Exception {
        List<PlainLane.Member> members = LaneFleet.members(this::proxies);
        try (LaneFleet fleet = new LaneFleet(
                folder, members, (from, to) -> proxy(from, to.label()).port())) {
            fleet.startAll();
            for (int fault = 0; fault < FAULTS; fault++) {
                fleet.awaitMore(3, "after " + fault + " faults, seed " + seed);
                // In turn, so that each happens; where, and for how long, is drawn.
                strike(Fault.values()[fault % Fault.values().length], fleet);
                proxies.values().forEach(FaultProxy::heal);
            }
            fleet.quiet();
            fleet.assertAgreed(0, seed);
            int dials = proxies.values().stream().mapToInt(FaultProxy::accepted).sum();
            System.out.println("faults of the network: " + happened + ", " + dials + " connections, "
                    + fleet.sold().size() + " sales told, seed " + seed);
        }
        assertTrue(happened.containsKey(Fault.CUT_BEFORE_THE_ACK), "applied, and cut before the ack, seed " + seed);
    }

    private void proxies(List<PlainLane.Member> members) {
        for (String from : LaneFleet.LABELS) {
            for (PlainLane.Member to : members) {
                if (!to.label().equals(from)) {
                    proxies.put(from + ">" + to.label(), new FaultProxy(new InetSocketAddress("127.0.0.1", to.port())));
                }
            }
        }
    }

    private FaultProxy proxy(String from, String to) {
        FaultProxy found = proxies.get(from + ">" + to);
        if (found == null) {
            throw new IllegalStateException(from + ">" + to);
        }
        return found;
    }

    private void strike(Fault fault, LaneFleet fleet) {
        List<String> pair = new ArrayList<>(LaneFleet.LABELS);
        Collections.shuffle(pair, random);
        List<FaultProxy> between = List.of(proxy(pair.get(0), pair.get(1)), proxy(pair.get(1), pair.get(0)));
        Way way = random.nextBoolean() ? Way.FORTH : Way.BACK;
        boolean struck = true;
        switch (fault) {
            case LATE -> between.forEach(each -> each.latency(Duration.ofMillis(5 + random.nextInt(60))));
            case CUT -> between.forEach(FaultProxy::cut);
            case CUT_IN_A_FRAME -> between.forEach(each -> each.cutAfter(way, 1 + random.nextInt(3_000)));
            case CUT_BETWEEN_FRAMES -> between.forEach(each -> each.cutAfterRecords(way, 1 + random.nextInt(5)));
            case CUT_BEFORE_THE_ACK -> struck = loseAcks(pair.get(0), pair.get(1), fleet);
            case HALF_OPEN -> between.forEach(each -> each.halfOpen(true));
            case STALLED -> between.forEach(each -> each.stall(way, true));
            case REFUSED ->
                between.forEach(each -> {
                    each.refuse(true);
                    each.cut();
                });
            case ONE_LANE_APART -> apart(pair.get(0));
        }
        happened.merge(fault, struck ? 1 : 0, Integer::sum);
        happened.values().removeIf(count -> count == 0);
        LockSupport.parkNanos(random.nextLong(50_000_000, 500_000_000));
        if (fault == Fault.HALF_OPEN && random.nextBoolean()) {
            // Otherwise what is missing between the bytes ends the link.
            between.forEach(FaultProxy::cut);
        }
    }

    private void apart(String lane) {
        proxies.forEach((ends, proxy) -> {
            if (ends.contains(lane)) {
                proxy.halfOpen(true);
            }
        });
    }

    /** What {@code seller} sells arrives and is applied, but nothing comes back; then the link is cut. Whether it came to that. */
    private boolean loseAcks(String seller, String taker, LaneFleet fleet) {
        FaultProxy there = proxy(seller, taker);
        FaultProxy here = proxy(taker, seller);
        // The fault before may have left them without a link.
        exchange(fleet, seller, taker);
        there.swallow(Way.BACK, true);
        here.swallow(Way.FORTH, true);
        Set<String> before = new HashSet<>(fleet.sold(seller));
        long end = System.nanoTime() + ACK_PATIENCE.toNanos();
        boolean arrived = false;
        while (!arrived && System.nanoTime() - end < 0) {
            Set<String> fresh = new HashSet<>(fleet.sold(seller));
            fresh.removeAll(before);
            arrived = !fresh.isEmpty() && fresh.removeAll(fleet.sales(taker));
            LockSupport.parkNanos(5_000_000);
        }
        there.cut();
        here.cut();
        return arrived;
    }

    @Test
    void aLaneThatStandsStillWithItsPortOpenDelaysNoOtherAndCatchesUp() throws Exception {
        Assumptions.assumeFalse(System.getProperty("os.name", "").startsWith("Windows"), "needs signals");
        List<PlainLane.Member> members = LaneFleet.members(known -> {});
        try (LaneFleet fleet = new LaneFleet(folder, members, (from, to) -> to.port())) {
            fleet.startAll();
            long slowest = 0;
            for (int stop = 0; stop < STOPS; stop++) {
                List<String> lanes = new ArrayList<>(LaneFleet.LABELS);
                Collections.shuffle(lanes, random);
                String stopped = lanes.get(0);
                for (String label : LaneFleet.LABELS) {
                    Await.until(label + " sells", LONG, () -> fleet.sold(label).size() > 3);
                }
                fleet.signal(stopped, "STOP");
                // One of the others has to find its way anew, and dials somebody who takes the call and says nothing.
                fleet.restart(lanes.get(1));
                for (int time = 0; time < TIMES; time++) {
                    slowest = Math.max(slowest, exchange(fleet, lanes.get(1), lanes.get(2)));
                    slowest = Math.max(slowest, exchange(fleet, lanes.get(2), lanes.get(1)));
                }
                fleet.signal(stopped, "CONT");
            }
            fleet.quiet();
            fleet.assertAgreed(STOPS, seed);
            System.out.println("lanes that stood still: " + STOPS + ", the others exchanged within " + slowest
                    + " ms, a start included; " + fleet.sold().size() + " sales told, seed " + seed);
        }
    }

    /** Waits until something that is sold from now on is with the other lane; returns the milliseconds. */
    private static long exchange(LaneFleet fleet, String seller, String taker) {
        Set<String> before = new HashSet<>(fleet.sold(seller));
        long began = System.nanoTime();
        Await.until("what " + seller + " sells arrives at " + taker, LONG, () -> {
            Set<String> fresh = new HashSet<>(fleet.sold(seller));
            fresh.removeAll(before);
            return !fresh.isEmpty() && fresh.removeAll(fleet.sales(taker));
        });
        return (System.nanoTime() - began) / 1_000_000;
    }
}
