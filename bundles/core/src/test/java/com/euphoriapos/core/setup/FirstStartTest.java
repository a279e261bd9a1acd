package com.euphoriapos.core.setup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.CloudLink;
import com.euphoriapos.api.replication.CloudLink.EnrolResult;
import com.euphoriapos.api.replication.Replication;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.SettingsUpdates;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.setup.LaneSetup.Answers;
import com.euphoriapos.api.setup.LaneSetup.FieldProblem;
import com.euphoriapos.api.setup.LaneSetup.RecoveryResult;
import com.euphoriapos.api.setup.LaneSetup.SetupResult;
import com.euphoriapos.api.setup.LaneSetup.State;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.core.pin.CountingHashing;
import com.euphoriapos.core.pin.PinLookup;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.testkit.MemorySecretStore;
import com.euphoriapos.testkit.MemoryStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FirstStartTest {
    private static final String PIN = "471190";

    private final MemoryStore store = new MemoryStore();
    private final MemorySecretStore secrets = new MemorySecretStore();
    private final PlainSettings settings = new PlainSettings();
    private final ManualClock clock = new ManualClock(Instant.parse("2026-07-01T12:00:00Z"));
    private final List<State> heard = new ArrayList<>();
    private final FirstStart setup = start();

    @Test
    void needsASetupOnAnEmptyLane() {
        assertEquals(State.NEEDED, setup.state());
        assertInstanceOf(RecoveryResult.Refused.class, setup.recover("ABCD"));
    }

    @Test
    void makesTheStoreItsOwnerAndTheLanesIdentity() {
        String code = done(setup.setUp(answers(PIN)));

        assertEquals(State.READY, setup.state());
        assertEquals(List.of(State.READY), heard);
        StoreSettings made = settings.current().orElseThrow();
        assertEquals("Corner Spirits", made.storeName());
        assertEquals(88_750, made.taxTable().rate("standard").partsPerMillion());
        assertEquals("L3", made.workstationId());
        assertFalse(made.demo());
        byte[] pepper = secrets.get(SecretStore.PEPPER).orElseThrow();
        assertArrayEquals(RecoveryCode.parse(code).pepper(), pepper);
        store.read(handle -> {
            EmployeeRecord owner = handle.employees()
                    .byPinLookup(PinLookup.of(pepper, PIN.toCharArray()))
                    .orElseThrow();
            assertEquals(Role.OWNER, owner.role());
            assertEquals(1, handle.employees().all().size());
            assertTrue(
                    handle.lane().get(LaneRepository.KEY_NODE_ID).orElseThrow().matches("[0-9a-f]{64}"));
            assertEquals("STORE_SET_UP", handle.journal().latest(1).get(0).kind());
            return 0;
        });
    }

    @Test
    void tellsOtherLanesOfTheOwnerAndNobodyOfTheDemo() {
        done(setup.setUp(answers(PIN)));
        List<OutboxRepository.Row> rows = store.read(handle -> handle.outbox().after(0, 99));
        assertEquals("employee:upsert", rows.get(0).message().topic());
        assertTrue(rows.get(0).message().payload().contains("\"role\":\"OWNER\",\"active\":true,\"pinLength\":6"));
        assertFalse(rows.toString().contains(PIN));
        assertFalse(rows.toString().contains(NewStore.KEY_VERIFIER));
        assertEquals(rows.get(0).group(), rows.get(rows.size() - 1).group());
    }

    @Test
    void refusesASecondSetup() {
        String code = done(setup.setUp(answers(PIN)));
        byte[] pepper = secrets.get(SecretStore.PEPPER).orElseThrow();

        assertInstanceOf(SetupResult.Refused.class, setup.setUp(answers(PIN)));
        assertInstanceOf(SetupResult.Refused.class, start().setUp(answers(PIN)));
        assertThrows(IllegalStateException.class, setup::setUpDemo);

        assertArrayEquals(pepper, secrets.get(SecretStore.PEPPER).orElseThrow());
        assertEquals(Optional.of(PinLookup.mark(pepper)), store.read(handle -> handle.lane()
                .get(PinLookup.KEY_MARK)));
        assertFalse(code.isBlank());
    }

    @Test
    void namesEachBadAnswerAndChangesNothing() {
        Answers bad = new Answers(" ", List.of("x\ny"), "101", "", "L-1", "", "R\u0007", "1111".toCharArray());

        SetupResult.Refused refused = assertInstanceOf(SetupResult.Refused.class, setup.setUp(bad));

        Set<String> fields =
                refused.problems().stream().map(FieldProblem::field).collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "storeName",
                        "addressLines",
                        "taxPercent",
                        "currencySymbol",
                        "workstationId",
                        "ownerFirstName",
                        "ownerLastName",
                        "ownerPin"),
                fields);
        assertEquals(State.NEEDED, setup.state());
        assertTrue(secrets.get(SecretStore.PEPPER).isEmpty());
        assertArrayEquals(new char[4], bad.ownerPin());
    }

    @Test
    void canBeDoneAgainAfterTheDiskFailed() {
        store.failNext(MemoryStore.Moment.AT_COMMIT, StoreException.Reason.DISK_FULL);
        assertInstanceOf(SetupResult.Refused.class, setup.setUp(answers(PIN)));
        assertEquals(State.NEEDED, setup.state());
        secrets.lock(true);
        assertInstanceOf(SetupResult.Refused.class, setup.setUp(answers(PIN)));
        secrets.lock(false);

        done(setup.setUp(answers(PIN)));

        assertEquals(State.READY, setup.state());
    }

    @Test
    void bringsTheSecretsBackFromTheCodeAndFromNoOther() {
        String code = done(setup.setUp(answers(PIN)));
        byte[] pepper = secrets.get(SecretStore.PEPPER).orElseThrow();
        secrets.lose();
        FirstStart again = start();
        assertEquals(State.SECRETS_LOST, again.state());

        String other = RecoveryCode.random(new java.security.SecureRandom()).text();
        assertInstanceOf(RecoveryResult.Refused.class, again.recover(other));
        assertInstanceOf(RecoveryResult.Refused.class, again.recover("hello"));
        assertInstanceOf(SetupResult.Refused.class, again.setUp(answers(PIN)));
        assertTrue(secrets.get(SecretStore.PEPPER).isEmpty());
        assertEquals(State.SECRETS_LOST, again.state());

        assertEquals(new RecoveryResult.Recovered(), again.recover(" " + code.toLowerCase(Locale.ROOT)));
        assertArrayEquals(pepper, secrets.get(SecretStore.PEPPER).orElseThrow());
        assertTrue(secrets.get(SecretStore.LANE_KEY).isPresent());
        assertEquals(State.READY, again.state());
    }

    @Test
    void givesTheLaneTheNameOfItsKeyAlsoWhenTheDiskFailedBetweenThem() {
        String code = done(setup.setUp(answers(PIN)));
        String before = nodeId();
        secrets.lose();
        store.failNext(MemoryStore.Moment.AT_COMMIT, StoreException.Reason.DISK_FULL);
        assertInstanceOf(RecoveryResult.Refused.class, setup.recover(code));
        assertEquals(State.SECRETS_LOST, setup.state());

        assertEquals(new RecoveryResult.Recovered(), setup.recover(code));

        assertNotEquals(before, nodeId());
    }

    private String nodeId() {
        return store.read(handle -> handle.lane().get(LaneRepository.KEY_NODE_ID))
                .orElseThrow();
    }

    @Test
    void takesAKeychainOutOfReachForNoLoss() {
        String code = done(setup.setUp(answers(PIN)));
        byte[] key = secrets.get(SecretStore.LANE_KEY).orElseThrow();
        secrets.lock(true);
        FirstStart again = start();
        assertEquals(State.SECRETS_UNREACHABLE, again.state());
        assertInstanceOf(RecoveryResult.Refused.class, again.recover(code));

        secrets.lock(false);
        assertEquals(State.READY, again.state());
        assertArrayEquals(key, secrets.get(SecretStore.LANE_KEY).orElseThrow());
    }

    @Test
    void findsItsStateAnewWhenAnotherStoreTakesOver() {
        done(setup.setUp(answers(PIN)));
        FirstStart lane = start();
        MemorySecretStore keychain = new MemorySecretStore();

        lane.bindSecrets(keychain);
        assertEquals(State.SECRETS_LOST, lane.state());
        keychain.put(SecretStore.PEPPER, new byte[] {1});
        assertEquals(State.READY, lane.state());
        lane.bindSecrets(secrets);
        lane.unbindSecrets(keychain);
        keychain.lose();
        assertEquals(State.READY, lane.state());
    }

    @Test
    void setsTheDemoUpAsOftenAsAsked() {
        List<Instant> loaded = new ArrayList<>();
        setup.with((handle, at) -> loaded.add(at), null);

        setup.setUpDemo();
        setup.setUpDemo();
        secrets.lose();
        start().with((handle, at) -> loaded.add(at), null).setUpDemo();

        assertEquals(2, loaded.size());
        assertEquals(0L, (long) store.read(handle -> handle.outbox().count()));
        assertTrue(settings.current().orElseThrow().demo());
        byte[] pepper = secrets.get(SecretStore.PEPPER).orElseThrow();
        store.read(handle -> {
            assertEquals(2, handle.employees().all().size());
            EmployeeRecord dana = handle.employees()
                    .byPinLookup(PinLookup.of(pepper, "1111".toCharArray()))
                    .orElseThrow();
            assertEquals("Dana R.", dana.operator(RolePolicy.DEFAULT).shortName());
            EmployeeRecord ruth = handle.employees()
                    .byPinLookup(PinLookup.of(pepper, "222222".toCharArray()))
                    .orElseThrow();
            assertEquals("Ruth K.", ruth.operator(RolePolicy.DEFAULT).shortName());
            assertEquals(Role.MANAGER, ruth.role());
            return 0;
        });
        assertInstanceOf(SetupResult.Refused.class, setup.setUp(answers(PIN)));
    }

    @Test
    void enrolsOnlyForWhoeverSetTheLaneUp() {
        List<String> asked = new ArrayList<>();
        setup.with(new PlainCloud(asked));
        String code = done(setup.setUp(answers(PIN)));

        for (String wrong :
                List.of("", "ABCD", RecoveryCode.random(new SecureRandom()).text())) {
            assertInstanceOf(EnrolResult.Refused.class, setup.enrol(wrong, "https://cloud.example", "CODE"));
        }
        assertEquals(List.of(), asked);
        assertEquals(new EnrolResult.Enrolled("Corner Spirits"), setup.enrol(code, "https://cloud.example", "CODE"));
        assertEquals(List.of("https://cloud.example CODE"), asked);
    }

    @Test
    void enrolsNowhereBeforeItIsSetUpOrWithoutThePartThatTalks() {
        setup.with(new PlainCloud(new ArrayList<>()));
        String any = RecoveryCode.random(new SecureRandom()).text();
        assertInstanceOf(EnrolResult.Refused.class, setup.enrol(any, "https://cloud.example", "CODE"));
        FirstStart alone = start();
        String code = done(alone.setUp(answers(PIN)));
        assertInstanceOf(EnrolResult.Refused.class, alone.enrol(code, "https://cloud.example", "CODE"));
    }

    /** A cloud that lets in whoever asks. */
    private record PlainCloud(List<String> asked) implements CloudLink {
        @Override
        public Status status() {
            return Status.NONE;
        }

        @Override
        public EnrolResult enrol(String address, String code) {
            asked.add(address + " " + code);
            return new EnrolResult.Enrolled("Corner Spirits");
        }

        @Override
        public Optional<String> push() {
            return Optional.empty();
        }

        @Override
        public Optional<String> pull() {
            return Optional.empty();
        }

        @Override
        public List<Replication.Finding> reconcile() {
            return List.of();
        }

        @Override
        public void addListener(Listener listener) {}

        @Override
        public void removeListener(Listener listener) {}
    }

    @Test
    void saysThatThereIsNoPrinterForTheCode() {
        assertTrue(setup.printRecoveryCode("anything").contains("no receipt printer"));
    }

    private static Answers answers(String pin) {
        return new Answers(
                " Corner Spirits ", List.of("1 High St", " "), "8.875", "$", "L3", "Olga", "Novak", pin.toCharArray());
    }

    private FirstStart start() {
        FirstStart started = new FirstStart(store, settings, settings, new CountingHashing(), clock).with(secrets);
        started.addListener(heard::add);
        return started;
    }

    private static String done(SetupResult result) {
        SetupResult.Done done = assertInstanceOf(SetupResult.Done.class, result);
        assertFalse(done.toString().contains(done.recoveryCode()));
        return done.recoveryCode();
    }

    /** Settings that appear with the commit that saved them. */
    private final class PlainSettings implements Settings, SettingsUpdates {
        private Optional<StoreSettings> saved = Optional.empty();
        private Optional<StoreSettings> current = Optional.empty();

        @Override
        public Optional<StoreSettings> current() {
            return current;
        }

        @Override
        public void save(StoreHandle handle, StoreSettings newSettings, Instant at) {
            saved = Optional.of(newSettings);
            handle.lane().put("saved", "yes");
        }

        @Override
        public void reload() {
            current = store.read(handle -> handle.lane().get("saved")).flatMap(yes -> saved);
        }
    }
}
