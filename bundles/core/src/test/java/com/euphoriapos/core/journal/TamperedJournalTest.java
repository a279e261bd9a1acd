package com.euphoriapos.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.journal.Journal.Verification;
import com.euphoriapos.api.journal.Journal.Verification.Broken;
import com.euphoriapos.api.journal.Journal.Verification.Intact;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.store.JournalRepository.Entry;
import com.euphoriapos.core.fixture.RealStore;
import com.euphoriapos.core.fixture.Shop;
import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.testkit.MemorySecretStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real database file, changed behind the program's back. Entries 1 to 30; sealed are 10 and 20, the rest is newer. */
class TamperedJournalTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path home;

    private final ManualClock clock = new ManualClock(NOON);
    private final MemorySecretStore secrets = new MemorySecretStore();

    @BeforeEach
    void write() {
        secrets.put(SecretStore.LANE_KEY, new byte[] {1, 2, 3});
        inStore(keeper -> {
            keeper.add(10);
            keeper.keeper.seal();
            keeper.add(10);
            keeper.keeper.seal();
            keeper.add(10);
        });
    }

    /** The program between a start and a stop. */
    private final class Lane {
        private final RealStore store;
        private final JournalKeeper keeper;

        Lane(RealStore store) {
            this.store = store;
            this.keeper = new JournalKeeper(store.store(), Shop.session(Optional.empty()), clock).with(secrets);
        }

        void add(int entries) {
            store.store().write(handle -> {
                for (int i = 0; i < entries; i++) {
                    clock.advance(Duration.ofSeconds(1));
                    handle.journal()
                            .append(new Entry(clock.instant(), "NO_SALE", "dana", "", "{\"amount\":" + i + "}"));
                }
                return 0;
            });
        }

        Verification verify() {
            return keeper.verify("ruth", (done, all) -> assertTrue(done <= all));
        }

        Broken broken() {
            return assertInstanceOf(Broken.class, verify());
        }

        List<String> kinds(String kind) {
            return store.store().read(handle -> handle.journal().latest(1_000)).stream()
                    .map(Entry::kind)
                    .filter(kind::equals)
                    .toList();
        }
    }

    private void inStore(Consumer<Lane> work) {
        from(lane -> {
            work.accept(lane);
            return 0;
        });
    }

    private <T> T from(Function<Lane, T> work) {
        try (RealStore store = new RealStore(home)) {
            return work.apply(new Lane(store));
        }
    }

    private JournalFile file() {
        return new JournalFile(home);
    }

    private void assertBroken(long number, String words) {
        inStore(lane -> {
            Broken broken = lane.broken();
            assertEquals(number, broken.number(), broken.what());
            assertTrue(broken.what().contains(words), broken.what());
            StatusItem item = lane.keeper.items().get(0);
            assertEquals(StatusItem.Level.DANGER, item.level());
            assertEquals("Journal changed at entry " + number, item.text());
            assertEquals(1, lane.kinds("JOURNAL_BROKEN").size());
        });
        // It is still known after the next start, by the cheap look, and told once.
        inStore(lane -> {
            lane.keeper.look();
            assertEquals(
                    "Journal changed at entry " + number,
                    lane.keeper.items().get(0).text());
            assertEquals(1, lane.kinds("JOURNAL_BROKEN").size());
        });
        inStore(lane -> assertEquals(number, lane.broken().number()));
    }

    @Test
    void anUntouchedJournalIsIntactAndSealedAfterwards() {
        inStore(lane -> {
            assertEquals(new Intact(30, 20, ""), lane.verify());
            assertEquals(List.of(), lane.keeper.items());
        });
        inStore(lane -> assertEquals(new Intact(31, 31, ""), lane.verify()));
    }

    @Test
    void namesAnEntryThatWasEdited() {
        file().run("UPDATE journal SET detail = '{\"amount\":0}' WHERE number = 14");
        assertBroken(14, "Entry 14 was changed");
    }

    @Test
    void namesAnEditedEntryAfterTheLastSealAtTheCheapLook() {
        file().run("UPDATE journal SET actor = 'ruth' WHERE number = 27");
        inStore(lane -> {
            lane.keeper.look();
            assertEquals(
                    "Journal changed at entry 27", lane.keeper.items().get(0).text());
        });
        assertBroken(27, "Entry 27 was changed");
    }

    @Test
    void namesAnEntryThatWasDeletedInTheMiddle() {
        file().run("DELETE FROM journal WHERE number = 5");
        assertBroken(5, "Entry 5 is missing");
    }

    @Test
    void namesWhereTheNewestEntriesWereDeleted() {
        file().run("DELETE FROM journal WHERE number >= 18");
        assertBroken(18, "The journal ends with entry 17, but entry 20 was sealed");
    }

    @Test
    void namesTheLastEntryThatWasDeletedTogetherWithItsSeal() {
        file().run("DELETE FROM journal WHERE number >= 20");
        file().run("DELETE FROM journal_seals WHERE number >= 20");
        assertBroken(20, "The journal ends with entry 19, but entry 20 was sealed");
    }

    @Test
    void namesTheFirstOfTwoSwappedHashes() {
        file().run("UPDATE journal SET hash = 'x' WHERE number = 7");
        file().run("UPDATE journal SET hash = (SELECT hash FROM journal WHERE number = 12) WHERE number = 7");
        file().run("UPDATE journal SET hash = '" + "a".repeat(32) + "' WHERE number = 12");
        assertBroken(7, "The hash of entry 7 was changed");
    }

    @Test
    void namesTheStretchInWhichTheChainWasComputedAnew() {
        file().run("UPDATE journal SET actor = 'ruth' WHERE number = 14");
        file().recompute(14);
        inStore(lane -> {
            lane.keeper.look();
            assertEquals(
                    "Journal changed at entry 11", lane.keeper.items().get(0).text());
        });
        assertBroken(11, "An entry from 11 to 20 was changed and the chain computed anew");
    }

    @Test
    void seesAForgedSealOfARecomputedChain() {
        file().run("UPDATE journal SET actor = 'ruth' WHERE number = 14");
        file().recompute(14);
        file().run("UPDATE journal_seals SET hash = (SELECT hash FROM journal WHERE number = 20) WHERE number = 20");
        inStore(lane -> assertTrue(lane.broken().number() <= 20));
    }

    @Test
    void seesARecomputedChainWithoutAnySealByTheAnchor() {
        file().run("UPDATE journal SET actor = 'ruth' WHERE number = 14");
        file().recompute(14);
        file().run("DELETE FROM journal_seals");
        assertBroken(1, "the seal of entry 20 doesn't fit");
    }

    @Test
    void saysWhatCanNotBeVouchedForAfterTheKeyIsGone() {
        secrets.lose();
        inStore(lane -> {
            Intact intact = assertInstanceOf(Intact.class, lane.verify());
            assertEquals(0, intact.sealedUpTo());
            assertTrue(intact.remark().contains("can't be read"), intact.remark());
            assertEquals(List.of(), lane.keeper.items());
        });
        secrets.put(SecretStore.LANE_KEY, new byte[] {9});
        inStore(lane -> {
            Intact intact = assertInstanceOf(Intact.class, lane.verify());
            assertTrue(intact.remark().contains("Entries up to 20 were sealed with a key"), intact.remark());
        });
        inStore(lane ->
                assertEquals(32, assertInstanceOf(Intact.class, lane.verify()).sealedUpTo()));
    }

    @Test
    void aLockedKeychainIsNoBrokenJournal() {
        secrets.lock(true);
        inStore(lane -> assertInstanceOf(Intact.class, lane.verify()));
    }

    @Test
    void keepsTheNewestSealsAndOneADay() {
        inStore(lane -> {
            for (int day = 0; day < 3; day++) {
                for (int i = 0; i < 20; i++) {
                    lane.add(1);
                    lane.keeper.seal();
                }
                clock.advance(Duration.ofDays(1));
            }
            int seals =
                    lane.store.store().read(handle -> handle.journal().seals()).size();
            assertEquals(JournalKeeper.SEALS_KEPT + 1 + 2, seals);
            assertInstanceOf(Intact.class, lane.verify());
        });
    }

    @Test
    void sealsAfterASignOutAndSeesNothingWrong() {
        inStore(lane -> {
            lane.keeper.look();
            assertEquals(
                    30L,
                    lane.store
                            .store()
                            .read(handle -> handle.journal().seals())
                            .get(2)
                            .number());
        });
    }
}
