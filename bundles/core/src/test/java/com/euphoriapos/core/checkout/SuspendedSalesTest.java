package com.euphoriapos.core.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.checkout.SuspendedSales;
import com.euphoriapos.api.checkout.SuspendedSales.ResumeResult;
import com.euphoriapos.api.checkout.SuspendedSales.SuspendResult;
import com.euphoriapos.api.checkout.SuspendedSales.Waiting;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.api.replication.Claims;
import com.euphoriapos.api.replication.Replication.ClaimAnswer;
import com.euphoriapos.api.store.PrintJobRepository.Job;
import com.euphoriapos.api.store.StoreException.Reason;
import com.euphoriapos.api.store.SuspendedRepository;
import com.euphoriapos.api.store.SuspendedRepository.Claim;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.testkit.MemoryStore;
import com.euphoriapos.testkit.MemoryStore.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuspendedSalesTest {
    private final MemoryStore store = new MemoryStore();
    private Register register;
    private LaneSuspendedSales suspended;

    @BeforeEach
    void open() {
        Register.stock(store);
        start();
    }

    @AfterEach
    void close() {
        register.close();
        suspended.stop();
    }

    private void start() {
        register = new Register(store);
        suspended = register.suspendedSales();
    }

    private void restart() {
        close();
        start();
    }

    private Waiting suspend(String note) {
        return assertInstanceOf(SuspendResult.Suspended.class, suspended.suspend(note))
                .sale();
    }

    private PricedTransaction sale() {
        return register.checkout.state().sale().orElseThrow();
    }

    private List<String> topics() {
        return store.read(handle -> handle.outbox().after(0, 100)).stream()
                .map(row -> row.message().topic() + " " + row.message().aggregate())
                .toList();
    }

    private String newestEntry() {
        return store.read(handle -> handle.journal().latest(1)).get(0).kind();
    }

    @Test
    void putsASaleAsideAndTakesItUpWithAnIdentityOfItsOwn() {
        register.operator = Optional.of(Register.MAX);
        register.scan(Register.RUM, Register.GIN, Register.RUM_CASE);
        register.checkout.changeQuantity(2, Quantity.of(4));
        register.checkout.voidLine(3);
        register.checkout.overridePrice(1, Money.ofCents(8_00), "Price match", Optional.empty());
        PricedTransaction before = sale();

        Waiting waiting = suspend(" blue jacket ");
        assertEquals("S-L1-001", waiting.number());
        assertEquals("blue jacket", waiting.note());
        assertEquals(before.total(), waiting.total());
        assertEquals("SALE_SUSPENDED", newestEntry());
        assertTrue(register.checkout.state().sale().isEmpty());
        assertEquals(Optional.empty(), store.read(handle -> handle.lane().openTransaction()));
        assertEquals(List.of(waiting), suspended.waiting());

        restart();
        ResumeResult.Resumed resumed = assertInstanceOf(ResumeResult.Resumed.class, suspended.resume(waiting.id()));
        assertEquals(waiting, resumed.sale());
        assertEquals(before.transaction().lines(), sale().transaction().lines());
        assertEquals(before.total(), sale().total());
        assertNotEquals(before.transaction().id(), sale().transaction().id());
        assertEquals("SUSPENDED_SALE_RESUMED", newestEntry());
        assertEquals(List.of(), suspended.waiting());
        String about = " " + SuspendedRepository.claimName(waiting.id());
        assertEquals(List.of(Topics.SALE_SUSPENDED + about, Topics.CLAIM_MADE + about), topics());

        restart();
        assertEquals(before.total(), sale().total());
        assertInstanceOf(TenderResult.Completed.class, register.checkout.takeCash(before.total()));
        assertEquals(new ResumeResult.Taken("this lane"), suspended.resume(waiting.id()));
    }

    @Test
    void whatWasTakenOffStaysCountedAgainstTheLimit() {
        register.scan(Register.RUM);
        register.checkout.changeQuantity(1, Quantity.of(20));
        register.checkout.changeQuantity(1, Quantity.of(11));
        suspend("");
        assertInstanceOf(ResumeResult.Resumed.class, suspended.resumeByNumber("S-L1-001"));
        assertInstanceOf(
                EditResult.NeedsApproval.class,
                register.checkout.changeQuantity(1, Quantity.of(9)),
                "90 before, 20 now");
    }

    @Test
    void theChitIsQueuedAndItsBarcodeIsNoProduct() {
        register.scan(Register.RUM);
        Waiting waiting = suspend("");
        List<Job> jobs = store.read(handle -> handle.printJobs().waiting(9));
        assertEquals(List.of("chit"), jobs.stream().map(Job::kind).toList());
        assertTrue(jobs.get(0).document().contains(waiting.number()));
        assertEquals(Optional.of("S-L1-001"), SuspendedSales.chitNumber("]C0S-L1-001"));
        for (String other : new String[] {"5449000000996", "L1-AB2C-000012", "S-AB2C-000012", "S-L1-01", "s-L1-001"}) {
            assertEquals(Optional.empty(), SuspendedSales.chitNumber(other), other);
        }
    }

    @Test
    void numbersGoUpAndLeaveOutThoseThatAreKnown() {
        for (String number : new String[] {"S-L1-001", "S-L1-002"}) {
            register.scan(Register.RUM);
            assertEquals(number, suspend("").number());
        }
        store.write(handle -> {
            handle.lane().put(LaneSuspendedSales.KEY_COUNTER, "99999");
            return 0;
        });
        register.scan(Register.RUM);
        assertEquals("S-L1-003", suspend("").number(), "a restored backup counts from where it was");
    }

    @Test
    void refusesWhatCanNotBePutAside() {
        assertEquals(new SuspendResult.Refused("There is no open sale."), suspended.suspend(""));
        register.scan(Register.RUM);
        assertInstanceOf(SuspendResult.Refused.class, suspended.suspend("x".repeat(61)));
        register.checkout.takeCash(Money.ofCents(5_00));
        assertEquals(
                new SuspendResult.Refused("A payment was taken. Give it back first, then suspend the sale."),
                suspended.suspend(""));
        register.checkout.removeTender(0);
        register.checkout.voidLine(1);
        assertEquals(
                new SuspendResult.Refused("There is nothing to suspend: the sale has no items."),
                suspended.suspend(""));
    }

    @Test
    void takesNothingUpOverAnotherSale() {
        register.scan(Register.RUM);
        Waiting waiting = suspend("");
        register.scan(Register.GIN);
        ResumeResult.Refused refused = assertInstanceOf(ResumeResult.Refused.class, suspended.resume(waiting.id()));
        assertEquals("There is a sale in progress. Complete it or suspend it first.", refused.reason());
        assertInstanceOf(ResumeResult.Refused.class, suspended.resume("unknown"));
        assertEquals(1, suspended.waiting().size());
    }

    @Test
    void nobodyGetsAtThemWithoutSigningIn() {
        register.scan(Register.RUM);
        Waiting waiting = suspend("");
        register.operator = Optional.empty();
        assertThrows(ForbiddenException.class, () -> suspended.waiting());
        assertEquals(new ResumeResult.Refused("Nobody is signed in."), suspended.resume(waiting.id()));
    }

    @Test
    void aDiskThatFailsLeavesTheSaleWhereItWas() {
        register.scan(Register.RUM);
        Money total = register.total();
        store.failNext(Moment.AT_COMMIT, Reason.IO_ERROR);
        assertInstanceOf(SuspendResult.Refused.class, suspended.suspend(""));
        assertEquals(total, register.total());
        assertEquals(List.of(), suspended.waiting());

        Waiting waiting = suspend("");
        Asked asked = new Asked(new ClaimAnswer.Granted(List.of()));
        suspended.claims = asked;
        store.failNext(Moment.AT_COMMIT, Reason.IO_ERROR);
        assertInstanceOf(ResumeResult.Refused.class, suspended.resume(waiting.id()));
        assertTrue(register.checkout.state().sale().isEmpty());
        assertEquals(List.of(waiting), suspended.waiting());
        assertEquals(List.of("claim", "release"), asked.calls);
        assertInstanceOf(ResumeResult.Resumed.class, suspended.resume(waiting.id()));
    }

    @Test
    void aCommitThatTellsOfAFailureHappenedAllTheSame() {
        register.scan(Register.RUM);
        store.failNext(Moment.AFTER_COMMIT, Reason.IO_ERROR);
        Waiting waiting = suspend("");
        assertTrue(register.checkout.state().sale().isEmpty());
        store.failNext(Moment.AFTER_COMMIT, Reason.IO_ERROR);
        assertInstanceOf(ResumeResult.Resumed.class, suspended.resume(waiting.id()));
        assertTrue(register.checkout.state().sale().isPresent());
        restart();
        assertTrue(register.checkout.state().sale().isPresent());
        assertEquals(List.of(), suspended.waiting());
    }

    @Test
    void saysWhatTheOtherLanesAnswered() {
        register.scan(Register.RUM);
        Waiting waiting = suspend("");
        suspended.claims = new Asked(new ClaimAnswer.Taken("L2"));
        assertEquals(new ResumeResult.Taken("L2"), suspended.resume(waiting.id()));
        suspended.claims = new Asked(new ClaimAnswer.Undecided("L3 did not answer in time."));
        assertEquals(new ResumeResult.Undecided("L3 did not answer in time."), suspended.resume(waiting.id()));
        PairedLane away = new PairedLane("c", "L3", PairedLane.State.ACTIVE, "");
        suspended.claims = new Asked(new ClaimAnswer.Granted(List.of(away)));
        assertEquals(new ResumeResult.Resumed(waiting, List.of("L3")), suspended.resume(waiting.id()));
    }

    @Test
    void aClaimThatArrivesAfterTheGrantCounts() {
        register.scan(Register.RUM);
        Waiting waiting = suspend("");
        Asked asked = new Asked(new ClaimAnswer.Granted(List.of()));
        asked.meanwhile = () -> store.write(handle -> {
            handle.lanes().save(new PairedLane("b", "L2", PairedLane.State.ACTIVE, ""));
            String name = SuspendedRepository.claimName(waiting.id());
            return handle.suspended().claim(new Claim(name, "c1", "b", "1", "e", Instant.EPOCH));
        });
        suspended.claims = asked;
        assertEquals(new ResumeResult.Taken("L2"), suspended.resume(waiting.id()));
        assertEquals(List.of("claim", "release"), asked.calls);
        assertTrue(register.checkout.state().sale().isEmpty());
    }

    @Test
    void hearsOfEveryChange() {
        List<String> heard = new ArrayList<>();
        suspended.addListener(() -> heard.add("changed"));
        register.scan(Register.RUM);
        Waiting waiting = suspend("");
        suspended.resume(waiting.id());
        assertEquals(2, heard.size());
    }

    @Test
    void whatIsToldNamesNothingThatIsNotOnThePage() {
        register.operator = Optional.of(Register.MAX);
        register.scan(Register.RUM);
        register.checkout.overridePrice(1, Money.ofCents(8_00), "Damaged", Optional.empty());
        suspend("note");
        String payload = store.read(handle -> handle.outbox().after(0, 1))
                .get(0)
                .message()
                .payload();
        assertEquals(
                Set.of(
                        "id",
                        "number",
                        "workstationId",
                        "operatorId",
                        "operatorName",
                        "note",
                        "openedBy",
                        "openedAt",
                        "suspendedAt",
                        "total",
                        "itemCount",
                        "items",
                        "takings"),
                Json.parseObject(payload).names());
        assertFalse(payload.contains("tenders"));
    }

    /** Answers as it is told. */
    private static final class Asked implements Claims {
        private final List<String> calls = new ArrayList<>();
        private final ClaimAnswer answer;
        private Runnable meanwhile = () -> {};

        Asked(ClaimAnswer answer) {
            this.answer = answer;
        }

        @Override
        public ClaimAnswer claim(String name) {
            calls.add("claim");
            meanwhile.run();
            return answer;
        }

        @Override
        public void release(String name) {
            calls.add("release");
        }
    }
}
