package com.euphoriapos.device.simulator.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Role;
import com.euphoriapos.testkit.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RobotTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-01-05T10:00:00Z"));
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private Robot robot(FakeLane lane) {
        return new Robot(lane, lane.session(), lane, lane, lane.store, clock::nanoTime);
    }

    private void work(FakeLane lane, String... words) {
        robot(lane)
                .work(
                        RobotOrder.parse(List.of(words)),
                        new Report(new PrintStream(written, true, StandardCharsets.UTF_8), true));
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void theSameSeedRingsTheSameBaskets() {
        FakeLane first = new FakeLane(40);
        FakeLane second = new FakeLane(40);
        FakeLane other = new FakeLane(40);

        work(first, "50", "--seed", "7");
        work(second, "50", "--seed", "7");
        work(other, "50", "--seed", "8");

        assertEquals(50, first.sold.size());
        assertEquals(first.sold, second.sold);
        assertNotEquals(first.sold, other.sold);
    }

    @Test
    void leavesAndPaysAsCustomersDo() {
        FakeLane lane = new FakeLane(40);

        work(lane, "300", "--seed", "1", "--lines", "6");

        assertTrue(lane.sold.stream()
                .anyMatch(sale -> sale.priced().transaction().lines().stream().anyMatch(line -> line.voided())));
        assertTrue(lane.sold.stream().anyMatch(sale -> sale.change().isZero()));
        assertTrue(lane.sold.stream().anyMatch(sale -> sale.change().isPositive()));
        assertTrue(lane.sold.stream()
                .allMatch(sale -> sale.priced().transaction().lines().size() <= 6));
        long first = sold(lane, "S0");
        assertTrue(first > sold(lane, "S20"), "most sold is sold most");
    }

    private static long sold(FakeLane lane, String sku) {
        return lane.sold.stream()
                .flatMap(sale -> sale.priced().transaction().lines().stream())
                .filter(line -> line.sku().equals(sku))
                .count();
    }

    @Test
    void writesALineASaleAndASummary() {
        FakeLane lane = new FakeLane(3);

        work(lane, "2", "--seed", "7");

        assertEquals(3, lines().size());
        assertTrue(lines().get(0).startsWith("{\"id\":\"t0\",\"receiptNumber\":\"L1-1\",\"totalCents\":"));
        assertTrue(lines().get(2).startsWith("{\"count\":2,\"totalCents\":"));
        assertTrue(lines().get(2).contains("\"seed\":7,\"scanP50Millis\":0.000"));
    }

    @Test
    void signsInAndOut() {
        FakeLane lane = new FakeLane(3);

        work(lane, "1");

        assertEquals(1, lane.sold.size());
        assertTrue(lane.operator.isEmpty());
    }

    @Test
    void takesNobodysPlace() {
        FakeLane lane = new FakeLane(3);
        lane.operator = Optional.of(new Operator("e2", "Ruth", "Kane", Role.MANAGER));

        assertTrue(assertThrows(RobotException.class, () -> work(lane, "1"))
                .reason()
                .contains("Ruth K."));

        assertEquals(0, lane.sold.size());
        assertEquals("e2", lane.operator.orElseThrow().employeeId());
    }

    @Test
    void touchesNoOpenSale() {
        FakeLane lane = new FakeLane(3);
        lane.operator = Optional.of(FakeLane.CASHIER);
        lane.scan("4000000000001", Quantity.ONE);
        lane.operator = Optional.empty();

        assertThrows(RobotException.class, () -> work(lane, "1"));

        assertTrue(lane.state().sale().isPresent());
        assertEquals(0, lane.cancelled);
    }

    @Test
    void knowsNoPinOfARealStore() {
        FakeLane lane = new FakeLane(3);
        lane.demo = false;

        assertThrows(RobotException.class, () -> work(lane, "1"));
        assertThrows(RobotException.class, () -> work(lane, "1", "--pin", "9999"));
        work(lane, "1", "--pin", FakeLane.PIN);

        assertEquals(1, lane.sold.size());
    }

    @Test
    void stopsWithTheReasonAndLeavesNoSaleOpen() {
        FakeLane lane = new FakeLane(3);
        lane.failAtSale = 3;

        RobotException stopped = assertThrows(RobotException.class, () -> work(lane, "5"));

        assertTrue(stopped.reason().contains("stopped after 2 of 5"));
        assertTrue(stopped.reason().contains("The disk is full."));
        assertEquals(1, lane.cancelled);
        assertFalse(lane.state().sale().isPresent());
        assertTrue(lane.operator.isEmpty());
        assertEquals(3, lines().size());
        assertTrue(lines().get(2).contains("The disk is full."));
    }

    @Test
    void endsWhenItsBundleGoes() {
        FakeLane lane = new FakeLane(3);
        Robot robot = robot(lane);
        robot.stop();
        Report report = new Report(new PrintStream(written, true, StandardCharsets.UTF_8), true);

        assertThrows(RobotException.class, () -> robot.work(RobotOrder.parse(List.of("5")), report));

        assertEquals(0, lane.sold.size());
        assertTrue(lane.operator.isEmpty());
    }

    @Test
    void sellsNothingFromAnEmptyShelf() {
        assertThrows(RobotException.class, () -> work(new FakeLane(0), "1"));
    }
}
