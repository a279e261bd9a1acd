package com.euphoriapos.core.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.checkout.SuspendedSales.ResumeResult;
import com.euphoriapos.api.checkout.SuspendedSales.SuspendResult;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.api.store.SuspendedRepository;
import com.euphoriapos.api.store.SuspendedRepository.Claim;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.fixture.ReplicaLane;
import com.euphoriapos.domain.HashChain;
import com.euphoriapos.domain.PricedTransaction;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suspended sales between lanes with real stores, whose events are carried by hand. */
class SuspendedLanesTest {
    private static final Instant START = Instant.parse("2026-07-02T14:00:00Z");

    @TempDir
    private Path home;

    private Till one;
    private Till two;
    private Till three;

    /** A lane and somebody at it. */
    private static final class Till implements AutoCloseable {
        private final ReplicaLane lane;
        private final Register register;
        private final LaneSuspendedSales sales;

        Till(Path home, String label, Duration ahead) {
            lane = new ReplicaLane(home.resolve(label), "node-" + label, START.plus(ahead));
            Register.stock(lane.store());
            for (String each : List.of("L1", "L2", "L3")) {
                lane.store().write(handle -> {
                    handle.lanes().save(new PairedLane("node-" + each, each, PairedLane.State.ACTIVE, ""));
                    return true;
                });
            }
            register = new Register(lane.store(), lane.clock);
            register.settings = Register.named(label);
            sales = register.suspendedSales();
        }

        void hears(Till other) {
            while (lane.takeFrom(other.lane, other.lane.stream(), 100)) {
                assertEquals(List.of(), lane.parked());
            }
        }

        List<Review> reviews() {
            return lane.store().read(handle -> handle.reviews().open(9));
        }

        @Override
        public void close() {
            register.close();
            sales.stop();
            lane.close();
        }
    }

    @BeforeEach
    void open() {
        one = new Till(home, "L1", Duration.ZERO);
        two = new Till(home, "L2", Duration.ofSeconds(90));
        three = new Till(home, "L3", Duration.ofSeconds(-90));
    }

    @AfterEach
    void close() {
        Stream.of(one, two, three).forEach(Till::close);
    }

    private static String suspend(Till till) {
        till.register.scan(Register.RUM, Register.GIN);
        return assertInstanceOf(
                        SuspendResult.Suspended.class,
                        till.sales.suspend("jacket"),
                        till.register.checkout.state()::toString)
                .sale()
                .id();
    }

    @Test
    void aSaleOfOneLaneGoesOnOnAnother() {
        one.register.scan(Register.RUM);
        PricedTransaction before = one.register.checkout.state().sale().orElseThrow();
        suspend(one);
        two.hears(one);
        assertEquals(one.sales.waiting(), two.sales.waiting());

        assertInstanceOf(ResumeResult.Resumed.class, two.sales.resumeByNumber("S-L1-001"));
        PricedTransaction now = two.register.checkout.state().sale().orElseThrow();
        assertEquals(2, now.transaction().lines().size());
        assertTrue(now.total().compareTo(before.total()) > 0);
        assertEquals("L2", now.transaction().workstationId());

        one.hears(two);
        assertEquals(List.of(), one.sales.waiting());
        assertEquals(new ResumeResult.Taken("L2"), one.sales.resumeByNumber("S-L1-001"));
        assertEquals(List.of(), one.reviews());
    }

    @Test
    void lanesThatWereApartFindOutThatBothTookIt() {
        String id = suspend(one);
        two.hears(one);
        three.hears(one);
        assertInstanceOf(ResumeResult.Resumed.class, two.sales.resume(id));
        assertInstanceOf(ResumeResult.Resumed.class, three.sales.resume(id));
        String saleOfTwo =
                two.register.checkout.state().sale().orElseThrow().transaction().id();
        String saleOfThree = three.register
                .checkout
                .state()
                .sale()
                .orElseThrow()
                .transaction()
                .id();
        assertTrue(!saleOfTwo.equals(saleOfThree), "both may be paid, so both must be kept");

        two.hears(three);
        three.hears(two);
        one.hears(two);
        one.hears(three);
        String name = SuspendedRepository.claimName(id);
        for (Till till : List.of(one, two, three)) {
            List<Claim> claims =
                    till.lane.store().read(handle -> handle.suspended().claims(name));
            assertEquals(
                    List.of("node-L3", "node-L2"),
                    claims.stream().map(Claim::node).toList(),
                    "the earliest first");
            assertEquals(
                    List.of("DOUBLE_CLAIM"),
                    till.reviews().stream().map(Review::kind).toList());
            assertEquals(one.reviews().get(0).id(), till.reviews().get(0).id());
            assertEquals(one.reviews().get(0).detail(), till.reviews().get(0).detail());
            assertTrue(till.reviews().get(0).detail().contains("S-L1-001"));
        }
    }

    @Test
    void parksWhatNoSaleCanBe() {
        String[] payloads = {
            "{}",
            "[]",
            "{\"id\":\"x\"}",
            "{\"name\":\"suspended:1\"}",
            "{\"name\":\"other\",\"about\":\"\",\"claimedAt\":1}",
            "{\"name\":\"suspended:1\",\"about\":\"" + "x".repeat(300) + "\",\"claimedAt\":1}",
        };
        String hash = HashChain.START;
        long seq = 0;
        for (String topic : List.of(Topics.SALE_SUSPENDED, Topics.CLAIM_MADE)) {
            for (String payload : payloads) {
                seq++;
                Event event = new Event(
                                "event-" + seq,
                                topic,
                                new com.euphoriapos.api.sync.StreamId("stranger", "e1"),
                                seq,
                                seq,
                                "suspended:1",
                                "018f3c2a1b2c-0000",
                                1,
                                "",
                                1,
                                payload,
                                "")
                        .linked(hash);
                one.lane.take(new Segment(event.stream(), hash, List.of(event)));
                hash = event.hash();
                assertEquals(seq, one.lane.parked().size(), topic + " " + payload);
            }
        }
        assertEquals(List.of(), one.sales.waiting());
    }
}
