package com.euphoriapos.core.setup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.lane.Lanes;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.setup.LaneSetup.Answers;
import com.euphoriapos.api.setup.LaneSetup.JoinProgress;
import com.euphoriapos.api.setup.LaneSetup.JoinRequest;
import com.euphoriapos.api.setup.LaneSetup.JoinResult;
import com.euphoriapos.api.setup.LaneSetup.RecoveryResult;
import com.euphoriapos.api.setup.LaneSetup.SetupResult;
import com.euphoriapos.api.setup.LaneSetup.State;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreFacts;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.SnapshotPart;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.core.fixture.Shop;
import com.euphoriapos.core.lane.LanesHarness;
import com.euphoriapos.core.pin.CountingHashing;
import com.euphoriapos.core.pin.PinLookup;
import com.euphoriapos.core.settings.LaneSettings;
import com.euphoriapos.core.settings.SettingsHarness;
import com.euphoriapos.domain.Role;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.testkit.MemorySecretStore;
import com.euphoriapos.testkit.MemoryStore;
import com.euphoriapos.testkit.PassingStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinTest {
    private static final String PIN = "471190";

    @TempDir
    Path home;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-07-01T12:00:00Z"));
    private final MemoryStore first = new MemoryStore();
    private final MemorySecretStore firstSecrets = new MemorySecretStore();
    private final LaneSettings firstSettings = SettingsHarness.open(first);
    private final MemoryStore memory = new MemoryStore();
    private final Store second = new InFolder();
    private final MemorySecretStore secondSecrets = new MemorySecretStore();
    private final LaneSettings secondSettings = SettingsHarness.open(second);
    private final PlayedNetwork network = new PlayedNetwork(first, second);
    private final FirstStart setup = new FirstStart(
                    second, secondSettings, secondSettings, new CountingHashing(), clock)
            .with(secondSecrets)
            .with(network, network);
    private final List<JoinProgress> progress = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private String recoveryCode = "";

    @BeforeEach
    void aStoreWithOneLane() {
        FirstStart store =
                new FirstStart(first, firstSettings, firstSettings, new CountingHashing(), clock).with(firstSecrets);
        SetupResult.Done done = assertInstanceOf(SetupResult.Done.class, store.setUp(answers()));
        recoveryCode = done.recoveryCode();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void joinsWithTheStoresPeopleAndSecretsAndAKeyOfItsOwn() {
        invite();

        JoinResult.Joined joined = assertInstanceOf(JoinResult.Joined.class, join(PlayedNetwork.CODE, "L2"));

        assertEquals("Corner Spirits", joined.storeName());
        assertEquals(State.READY, setup.state());
        assertEquals("L2", secondSettings.current().orElseThrow().workstationId());
        byte[] pepper = firstSecrets.get(SecretStore.PEPPER).orElseThrow();
        assertArrayEquals(pepper, secondSecrets.get(SecretStore.PEPPER).orElseThrow());
        assertTrue(memory.read(handle -> handle.employees().byPinLookup(PinLookup.of(pepper, PIN.toCharArray())))
                .isPresent());
        String node = local(LaneRepository.KEY_NODE_ID).orElseThrow();
        assertFalse(node.equals(first.read(handle -> handle.lane().get(LaneRepository.KEY_NODE_ID))
                .orElseThrow()));
        assertEquals(Optional.of("0"), local(LaneRepository.KEY_HISTORY), "the replication waits for the past sales");
        assertEquals(
                "STORE_JOINED",
                memory.read(handle -> handle.journal().latest(1).get(0).kind()));
        assertEquals(
                List.of("L1", "L2"),
                memory.read(handle -> handle.lanes().all()).stream()
                        .map(PairedLane::label)
                        .toList());
        assertEquals(
                List.of(JoinProgress.Step.ASKING, JoinProgress.Step.RECEIVING, JoinProgress.Step.INSTALLING),
                progress.stream().map(JoinProgress::step).distinct().toList());
        assertFalse(join(PlayedNetwork.CODE, "L3") instanceof JoinResult.Joined, "once is enough");
    }

    @Test
    void keepsALaneRevokedThatWasRevokedWhileItJoined() {
        PairedLane third = new PairedLane("3".repeat(64), "L3", PairedLane.State.ACTIVE, "10.0.0.3:7450");
        first.write(handle -> {
            handle.lanes().save(third);
            return true;
        });
        invite();
        setup.join(new JoinRequest("", PlayedNetwork.CODE, "L2"), step -> {
            if (step.step() == JoinProgress.Step.RECEIVING) {
                first.write(handle -> {
                    handle.lanes()
                            .save(new PairedLane(
                                    third.node(), third.label(), PairedLane.State.REVOKED, third.address()));
                    return true;
                });
            }
        });
        assertEquals(
                Optional.of(PairedLane.State.REVOKED),
                memory.read(handle -> handle.lanes().byNode(third.node())).map(PairedLane::state));
    }

    @Test
    void tellsTheOtherLanesWhoInvitedIt() {
        invite();
        join(PlayedNetwork.CODE, "L2");
        var told = first.read(handle -> handle.outbox().after(0, 99)).stream()
                .map(row -> row.message())
                .filter(message -> message.topic().equals(Topics.LANE_UPSERT))
                .toList();
        assertEquals(1, told.size());
        assertEquals("employee-1", told.get(0).actor());
        assertTrue(
                told.get(0).payload().contains("\"label\":\"L2\""), told.get(0).payload());
        assertEquals(
                "LANE_PAIRED",
                first.read(handle -> handle.journal().latest(1).get(0).kind()));
        assertFalse(told.toString().contains(PlayedNetwork.CODE));
    }

    @Test
    void recoversByTheCodeThatTheFirstLaneShowed() {
        invite();
        join(PlayedNetwork.CODE, "L2");
        secondSecrets.remove(SecretStore.PEPPER);
        assertInstanceOf(RecoveryResult.Recovered.class, setup.recover(recoveryCode));
        assertEquals(State.READY, setup.state());
    }

    @Test
    void staysAsItWasWhenItIsRefused() {
        assertEquals("The code is wrong.", refusal(join(PlayedNetwork.CODE, "L2")), "no invite is open");
        invite();
        assertEquals("The code is wrong.", refusal(join("WRONG", "L2")));
        assertTrue(refusal(join(PlayedNetwork.CODE, "l1")).contains("is another lane of this store"));
        assertTrue(refusal(join(PlayedNetwork.CODE, "no!")).contains("1 to 8 letters and digits"));
        assertNothingHappened();
        assertInstanceOf(SetupResult.Done.class, setup.setUp(answers()), "the wizard may still make a new store");
    }

    @Test
    void isKnownAgainWhenTheProductsDidNotArriveAtFirst() {
        invite();
        network.cut.add(SnapshotPart.CATALOG);
        assertTrue(refusal(join(PlayedNetwork.CODE, "L2")).contains("The cable was cut."));
        assertNothingHappened();
        String node = local(LaneRepository.KEY_NODE_ID).orElseThrow();

        invite();
        assertInstanceOf(JoinResult.Joined.class, join(PlayedNetwork.CODE, "L2"));
        assertEquals(Optional.of(node), local(LaneRepository.KEY_NODE_ID));
    }

    @Test
    void goesOnWithProductsThatAreHalfThereWhenItJoinsAgain() {
        invite();
        network.diskFull = true;
        assertTrue(refusal(join(PlayedNetwork.CODE, "L2")).contains("the disk is full"));
        assertNothingHappened();
        network.diskFull = false;
        invite();
        assertInstanceOf(JoinResult.Joined.class, join(PlayedNetwork.CODE, "L2"));
    }

    @Test
    void makesNoNewStoreOfProductsThatAreHalfThere() {
        invite();
        network.diskFull = true;
        assertTrue(refusal(join(PlayedNetwork.CODE, "L2")).contains("the disk is full"));
        assertInstanceOf(SetupResult.Done.class, setup.setUp(answers()));
        assertTrue(network.done.contains("discard"), "what was half there is taken out before");
        assertEquals(Optional.empty(), local("join.taking"));
    }

    @Test
    void bringsThePastSalesWhileItSellsAndThenLetsTheReplicationBegin() {
        invite();
        join(PlayedNetwork.CODE, "L2");
        network.done.clear();
        network.gone = true;
        HistoryFetch history = new HistoryFetch(second, setup);
        open.add(history::stop);
        history.bindSnapshots(network);
        history.bindPairing(network);
        Await.until(
                "the history is here", () -> local(LaneRepository.KEY_HISTORY).isEmpty());
        Await.until("nothing of it is left", () -> !Files.exists(home.resolve("joining")));
        assertEquals(
                List.of("fetch HISTORY", "fetch CATALOG", "install CATALOG", "fetch HISTORY", "install HISTORY"),
                network.done,
                "a snapshot that is gone is taken anew, whole");
        assertEquals(State.READY, setup.state());
    }

    @Test
    void goesOnForThePastSalesAfterAFaultThatNobodyForesaw() {
        invite();
        join(PlayedNetwork.CODE, "L2");
        AtomicInteger faults = new AtomicInteger();
        PlayedNetwork faulty = new PlayedNetwork(first, second) {
            @Override
            public void fetch(String address, SnapshotPart part, Path file, Arrival arrival) {
                if (faults.incrementAndGet() == 1) {
                    throw new IllegalStateException("the keychain is locked");
                }
                super.fetch(address, part, file, arrival);
            }
        };
        HistoryFetch history = new HistoryFetch(second, setup);
        open.add(history::stop);
        history.bindSnapshots(faulty);
        history.bindPairing(faulty);
        Await.until("the history is here", Duration.ofSeconds(90), () -> local(LaneRepository.KEY_HISTORY)
                .isEmpty());
    }

    @Test
    void asksAnotherLaneForThePastSalesWhenTheFirstIsGoneAndSaysHowFarItIs() {
        invite();
        join(PlayedNetwork.CODE, "L2");
        memory.write(handle -> {
            handle.lanes().save(new PairedLane("3".repeat(64), "L3", PairedLane.State.ACTIVE, "10.0.0.3:7450"));
            return true;
        });
        network.away.add(PlayedNetwork.ADDRESS);
        HistoryFetch history = new HistoryFetch(second, setup);
        open.add(history::stop);
        history.bindSnapshots(network);
        history.bindPairing(network);
        Await.until("the history is here", Duration.ofSeconds(90), () -> local(LaneRepository.KEY_HISTORY)
                .isEmpty());
        assertEquals(List.of("10.0.0.3:7450"), network.askedLast);
        assertEquals(List.of("500", "700"), network.progress, "fetched, and 400 of 1000 taken in");
    }

    private Optional<String> local(String key) {
        return memory.read(handle -> handle.lane().get(key));
    }

    private void assertNothingHappened() {
        assertEquals(State.NEEDED, setup.state());
        assertTrue(secondSettings.current().isEmpty());
        assertTrue(secondSecrets.get(SecretStore.PEPPER).isEmpty());
        assertTrue(local(LaneRepository.KEY_WORKSTATION_ID).isEmpty());
    }

    private void invite() {
        Guard guard = Shop.guard(Optional.of(Role.MANAGER));
        var lanes = LanesHarness.open(first, guard, firstSettings, network, firstSecrets);
        open.add(lanes.closing());
        assertInstanceOf(Lanes.InviteResult.Open.class, lanes.lanes().invite());
    }

    private JoinResult join(String code, String label) {
        return setup.join(new JoinRequest("", code, label), progress::add);
    }

    private static String refusal(JoinResult result) {
        return assertInstanceOf(JoinResult.Refused.class, result)
                .problems()
                .get(0)
                .reason();
    }

    private static Answers answers() {
        return new Answers(
                "Corner Spirits", List.of("1 Corner"), "8.875", "$", "L1", "Olive", "West", PIN.toCharArray());
    }

    /** Says where its file is. */
    private final class InFolder extends PassingStore {
        InFolder() {
            super(() -> memory);
        }

        @Override
        public StoreFacts facts() {
            StoreFacts facts = super.facts();
            return new StoreFacts(
                    home.resolve("pos.sqlite").toString(),
                    facts.bytes(),
                    facts.engineVersion(),
                    facts.schemaVersion(),
                    facts.journalMode(),
                    facts.synchronous(),
                    facts.epoch(),
                    facts.freeDiskBytes());
        }
    }
}
