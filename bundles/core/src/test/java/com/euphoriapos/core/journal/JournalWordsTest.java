package com.euphoriapos.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.journal.Journal;
import com.euphoriapos.api.journal.Journal.Line;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.JournalRepository.Entry;
import com.euphoriapos.api.store.JournalRepository.Filter;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.core.fixture.Shop;
import com.euphoriapos.domain.Role;
import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.testkit.MemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalWordsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final MemoryStore store = new MemoryStore();

    @BeforeEach
    void staff() {
        store.write(handle -> {
            handle.employees().save(new EmployeeRecord("e1", "Dana", "Reyes", Role.CASHIER, "l1", "h", true, NOON));
            handle.employees().save(new EmployeeRecord("e2", "Ruth", "Klein", Role.MANAGER, "l2", "h", true, NOON));
            return 0;
        });
    }

    private Journal as(Role role) {
        Guard guard = new Guard(Shop.session(Optional.of(role)), Shop.settings());
        JournalKeeper keeper = new JournalKeeper(store, Shop.session(Optional.of(role)), new ManualClock(NOON));
        return new StoredJournal(store, guard, Shop.settings(), keeper);
    }

    private Line written(String kind, String actor, String subject, String detail) {
        store.write(handle -> {
            handle.journal().append(new Entry(NOON, kind, actor, subject, detail));
            return 0;
        });
        return as(Role.MANAGER).search(Filter.newest(1)).get(0);
    }

    @Test
    void namesThePeopleAndSaysAmountsInMoney() {
        Line line = written(
                "PRICE_OVERRIDDEN",
                "e1",
                "t1",
                "{\"approver\":\"e2\",\"approverName\":\"Ruth K.\",\"reason\":\"Damaged label\",\"lane\":\"L1\","
                        + "\"from\":2999,\"to\":1999,\"line\":2}");
        assertEquals("Dana Reyes", line.actorName());
        assertEquals("Ruth K.", line.approverName());
        assertEquals("$29.99 → $19.99 · line 2 · Damaged label", line.text());
    }

    @Test
    void saysQuantitiesAndPercentsAsTheyAreSpoken() {
        Line line = written(
                "LINE_VOIDED",
                "e1",
                "t1",
                "{\"lane\":\"L1\",\"line\":2,\"productId\":\"p1\",\"name\":\"GLEN ARDOCH\",\"quantityFrom\":1500,"
                        + "\"quantityTo\":0,\"priceFrom\":5499,\"priceTo\":5499,\"from\":5499,\"to\":0,"
                        + "\"percentOffPpm\":49827,\"percentPpm\":0}");
        assertEquals("$54.99 → $0.00 · quantity 1.5 → 0 · line 2 · GLEN ARDOCH · percent off 4.98 %", line.text());
    }

    @Test
    void nobodyIsShownAsApproverOfWhatTheyRefusedOrMayNotAllow() {
        Line line = written(
                "APPROVAL_REFUSED",
                "e1",
                "t1/2",
                "{\"approver\":\"e2\",\"approverName\":\"Ruth K.\",\"reason\":\"Damaged\",\"problem\":\"may-not\","
                        + "\"act\":\"Take back 1 GLEN ARDOCH, 54.99\",\"amount\":5499}");
        assertEquals("", line.approverName());
        assertEquals(
                "PIN of Ruth K. · Take back 1 GLEN ARDOCH, 54.99 · amount $54.99 · may not · Damaged", line.text());
    }

    @Test
    void saysWhichSettingWasChanged() {
        Line line = written(
                "SETTING_CHANGED",
                "console",
                "receipt_footer",
                "{\"key\":\"receipt_footer\",\"from\":\"\",\"to\":\"a\\nb\",\"lane\":\"L1\"}");
        assertEquals("Console", line.actorName());
        assertEquals("receipt footer · nothing → a / b", line.text());
    }

    @Test
    void leavesNothingOutOfAKindThatItDoesNotKnow() {
        Line line = written("LATER_KIND", "", "e2", "{\"tillCount\":3,\"done\":true,\"of\":{\"total\":5}}");
        assertEquals("Ruth Klein · done yes · of total $0.05 · till count 3", line.text());
        assertEquals("Ruth Klein", line.subject());
    }

    @Test
    void aCashierReadsNothingOfIt() {
        Journal journal = as(Role.CASHIER);
        assertThrows(ForbiddenException.class, () -> journal.search(Filter.newest(1)));
        assertThrows(ForbiddenException.class, journal::kinds);
        assertThrows(ForbiddenException.class, journal::people);
        assertThrows(ForbiddenException.class, () -> journal.verify((done, all) -> {}));
    }

    @Test
    void aVerificationStandsInTheJournal() {
        written("NO_SALE", "e1", "", "{}");
        Journal journal = as(Role.MANAGER);
        assertInstanceOf(Journal.Verification.Intact.class, journal.verify((done, all) -> {}));
        assertEquals("JOURNAL_VERIFIED", journal.search(Filter.newest(1)).get(0).kind());
        assertEquals(List.of("JOURNAL_VERIFIED", "NO_SALE"), journal.kinds());
    }
}
