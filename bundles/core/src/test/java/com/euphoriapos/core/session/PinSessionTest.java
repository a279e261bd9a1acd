package com.euphoriapos.core.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.core.pin.CountingHashing;
import com.euphoriapos.core.pin.PinCheck;
import com.euphoriapos.core.pin.PinChecks;
import com.euphoriapos.core.pin.PinHash;
import com.euphoriapos.core.pin.PinHashing;
import com.euphoriapos.core.pin.PinLookup;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.TaxTable;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.testkit.MemorySecretStore;
import com.euphoriapos.testkit.MemoryStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PinSessionTest {
    private static final byte[] PEPPER = "pepper-of-this-test-only".getBytes(StandardCharsets.US_ASCII);
    private static final Instant START = Instant.parse("2026-07-01T12:00:00Z");

    private final MemoryStore store = new MemoryStore();
    private final MemorySecretStore secrets = new MemorySecretStore();
    private final CountingHashing hashing = new CountingHashing();
    private final ManualClock clock = new ManualClock(START);
    private final List<PinSession> opened = new ArrayList<>();
    private Optional<StoreSettings> settings = Optional.of(settings(false));
    private PinCheck checks;
    private PinSession session;

    @BeforeEach
    void people() {
        secrets.put(SecretStore.PEPPER, PEPPER);
        for (int i = 0; i < 50; i++) {
            save("e" + i, Integer.toString(7_100 + i), true, hash(Integer.toString(7_100 + i)));
        }
        save("gone", "7777", false, hash("7777"));
        session = start();
    }

    @AfterEach
    void stop() {
        opened.forEach(PinSession::stop);
    }

    @Test
    void signsInWhoeverThePinBelongsToWithOneCheck() {
        SignInResult result = signIn("7142");

        Operator operator =
                assertInstanceOf(SignInResult.SignedIn.class, result).operator();
        assertEquals("e42", operator.employeeId());
        assertEquals(Optional.of(operator), session.current());
        assertEquals(1, hashing.checked().size());
        assertEquals(List.of("SIGN_IN e42 e42 {\"by\":\"pin\",\"lane\":\"L1\"}"), acts(1));
    }

    @Test
    void checksExactlyOnceWhateverComesOut() {
        store.write(handle -> {
            handle.lane().put(PinHashing.KEY_COST, "12");
            return 0;
        });
        assertInstanceOf(SignInResult.WrongPin.class, signIn("0815"));
        assertEquals(List.of(PinHash.ofNobody(12)), hashing.checked());
        assertInstanceOf(SignInResult.EmployeeInactive.class, signIn("7777"));
        assertEquals(1, hashing.checked().size());
        assertInstanceOf(SignInResult.WrongPin.class, signIn(""));
        assertEquals(1, hashing.checked().size());
    }

    @Test
    void tellsWrongAndInactiveApartInTheJournalWithoutThePin() {
        signIn("0815");
        signIn("7777");

        assertEquals(
                List.of(
                        "SIGN_IN_FAILED  gone {\"reason\":\"inactive\",\"at\":\"sign-in\",\"failures\":2,\"lockedSeconds\":0,\"lane\":\"L1\"}",
                        "SIGN_IN_FAILED   {\"reason\":\"wrong-pin\",\"at\":\"sign-in\",\"failures\":1,\"lockedSeconds\":0,\"lane\":\"L1\"}"),
                acts(2));
    }

    @Test
    void wipesThePin() {
        char[] pin = "7100".toCharArray();
        session.signIn(pin);
        assertArrayEquals(new char[4], pin);
    }

    @Test
    void takesOtherFormsOfBcryptAndLetsABadHashHurtOnlyItsOwner() {
        save("b", "8300", true, "$2b" + hash("8300").substring(3));
        save("y", "8400", true, "$2y" + hash("8400").substring(3));
        save("broken", "8500", true, "$2a$10$broken");
        save("empty", "8600", true, "");

        assertInstanceOf(SignInResult.SignedIn.class, signIn("8300"));
        assertInstanceOf(SignInResult.SignedIn.class, signIn("8400"));
        hashing.checked();
        assertInstanceOf(SignInResult.WrongPin.class, signIn("8500"));
        assertEquals(1, hashing.checked().size());
        assertTrue(acts(1).get(0).contains("unreadable-hash"));
        assertInstanceOf(SignInResult.WrongPin.class, signIn("8600"));
        assertInstanceOf(SignInResult.SignedIn.class, signIn("7100"));
    }

    @Test
    void locksTheLaneAfterFiveFailuresForLongerAndLonger() {
        fail(4);
        assertInstanceOf(SignInResult.SignedIn.class, signIn("7100"));
        fail(5);
        hashing.checked();
        assertEquals(new SignInResult.LockedOut(Duration.ofSeconds(30)), signIn("7100"));
        assertEquals(0, hashing.checked().size());

        long[] seconds = {30, 60, 120, 240, 480, 900, 900};
        for (long expected : seconds) {
            assertEquals(new SignInResult.LockedOut(Duration.ofSeconds(expected)), signIn("7100"));
            clock.advance(Duration.ofSeconds(expected));
            assertInstanceOf(SignInResult.WrongPin.class, signIn("0815"));
        }
        clock.advance(Duration.ofMinutes(15));
        assertInstanceOf(SignInResult.SignedIn.class, signIn("7100"));
        fail(4);
        assertInstanceOf(SignInResult.SignedIn.class, signIn("7100"));
    }

    @Test
    void doesNotTrustAClockThatSomebodySets() {
        fail(5);
        clock.set(START.plus(Duration.ofDays(1)));
        assertInstanceOf(SignInResult.LockedOut.class, signIn("7100"));
        clock.set(START.minus(Duration.ofDays(1)));
        clock.advance(Duration.ofSeconds(30));
        assertInstanceOf(SignInResult.SignedIn.class, signIn("7100"));
    }

    @Test
    void staysLockedOverARestartWhereverTheClockIsSet() {
        fail(5);
        clock.advance(Duration.ofSeconds(10));
        PinChecks.stop(checks);
        session = start();
        assertEquals(new SignInResult.LockedOut(Duration.ofSeconds(20)), signIn("7100"));

        // Killed: what was kept last counts in full.
        clock.advance(Duration.ofSeconds(5));
        for (int days : new int[] {1, -1, 365, -365}) {
            clock.set(START.plus(Duration.ofDays(days)));
            session = start();
            assertEquals(Duration.ofSeconds(20), session.lockedFor());
            assertEquals(new SignInResult.LockedOut(Duration.ofSeconds(20)), signIn("7100"));
        }
        clock.advance(Duration.ofSeconds(20));
        assertInstanceOf(SignInResult.WrongPin.class, signIn("0815"));
        assertEquals(new SignInResult.LockedOut(Duration.ofSeconds(60)), signIn("7100"));
    }

    @Test
    void isNotLockedAgainAfterALockThatHadEndedBeforeTheStop() {
        fail(5);
        clock.advance(Duration.ofSeconds(30));
        PinChecks.stop(checks);
        session = start();
        assertInstanceOf(SignInResult.SignedIn.class, signIn("7100"));
        session = start();
        fail(4);
        assertInstanceOf(SignInResult.SignedIn.class, signIn("7100"));
    }

    @Test
    void isUnlockedBySomebodyWhoMayWithNobodySignedIn() {
        save("lead", "507100", Role.SHIFT_LEAD);
        fail(5);
        hashing.checked();
        Operator lead = assertInstanceOf(SignInResult.SignedIn.class, session.unlock("507100".toCharArray()))
                .operator();

        assertEquals("lead", lead.employeeId());
        assertEquals(1, hashing.checked().size());
        assertEquals(Duration.ZERO, session.lockedFor());
        assertEquals(Optional.empty(), session.current());
        assertEquals(List.of("SIGN_IN_UNLOCKED lead lead {\"by\":\"pin\",\"lane\":\"L1\"}"), acts(1));
        fail(4);
        assertInstanceOf(SignInResult.SignedIn.class, signIn("7100"));
    }

    @Test
    void letsThreeTryToUnlockWhileALockLastsEvenOverARestart() {
        save("lead", "507100", Role.SHIFT_LEAD);
        fail(5);
        hashing.checked();
        char[] cashiers = "7100".toCharArray();
        assertInstanceOf(SignInResult.WrongPin.class, session.unlock(cashiers));
        assertArrayEquals(new char[4], cashiers);
        assertEquals(Duration.ofSeconds(60), session.lockedFor());
        assertTrue(acts(2).get(1).contains("\"reason\":\"may-not-unlock\",\"at\":\"unlock\""));
        assertTrue(acts(1).get(0).startsWith("SIGN_IN_LOCKED   {\"failures\":6,\"lockedSeconds\":60"));
        assertInstanceOf(SignInResult.WrongPin.class, session.unlock("0815".toCharArray()));
        session = start();
        assertInstanceOf(SignInResult.EmployeeInactive.class, session.unlock("7777".toCharArray()));
        assertEquals(3, hashing.checked().size());

        assertEquals(new SignInResult.LockedOut(Duration.ofSeconds(240)), session.unlock("507100".toCharArray()));
        assertEquals(0, hashing.checked().size());
        clock.advance(Duration.ofSeconds(240));
        assertInstanceOf(SignInResult.SignedIn.class, signIn("7100"));
    }

    @Test
    void saysThatTheSecretsAreThoseOfAnotherStore() {
        store.write(handle -> {
            handle.lane().put(PinLookup.KEY_MARK, PinLookup.mark(PEPPER));
            return 0;
        });
        assertInstanceOf(SignInResult.SignedIn.class, signIn("7100"));
        hashing.checked();

        secrets.put(SecretStore.PEPPER, new byte[] {1, 2, 3});

        assertEquals(
                new SignInResult.Unavailable("The lane's secrets are lost. The recovery code brings them back."),
                signIn("7100"));
        assertEquals(0, hashing.checked().size());
    }

    @Test
    void anOwnPinInBetweenBuysNoMoreGuesses() {
        save("lead", "507100", Role.SHIFT_LEAD);
        for (int i = 0; i < 4; i++) {
            fail(4);
            assertInstanceOf(SignInResult.SignedIn.class, signIn("7100"));
        }
        // Not even a restart in between.
        session = start();
        fail(4);

        assertEquals(new SignInResult.LockedOut(Duration.ofSeconds(30)), signIn("7100"));
        clock.advance(Duration.ofSeconds(30));
        assertInstanceOf(SignInResult.SignedIn.class, signIn("7100"));
        fail(1);
        assertEquals(Duration.ofSeconds(60), session.lockedFor());
        assertInstanceOf(SignInResult.SignedIn.class, session.unlock("507100".toCharArray()));
        fail(4);
        assertEquals(Duration.ZERO, session.lockedFor());
    }

    @Test
    void mistypedPinsAreForgottenWithTime() {
        for (int i = 0; i < 12; i++) {
            fail(4);
            assertInstanceOf(SignInResult.SignedIn.class, signIn("7100"));
            clock.advance(Duration.ofMinutes(20));
        }
        assertEquals(Duration.ZERO, session.lockedFor());
        clock.advance(Duration.ofMinutes(100));
        assertInstanceOf(SignInResult.SignedIn.class, signIn("7100"));
        assertEquals(Optional.empty(), store.read(handle -> handle.lane().get("session.lockout")));
    }

    @Test
    void countsTriesToUnlockAnewForTheNextLock() {
        save("lead", "507100", Role.SHIFT_LEAD);
        fail(5);
        for (int i = 0; i < 3; i++) {
            session.unlock("0815".toCharArray());
        }
        clock.advance(Duration.ofMinutes(4));
        fail(1);
        assertInstanceOf(SignInResult.SignedIn.class, session.unlock("507100".toCharArray()));
    }

    @Test
    void locksOnceWhenTheKeptLockoutWasTamperedWith() {
        store.write(handle -> {
            handle.lane().put("session.lockout", "{\"failures\":\"none\"}");
            return 0;
        });
        session = start();
        assertEquals(new SignInResult.LockedOut(Duration.ofSeconds(30)), signIn("7100"));
    }

    @Test
    void refusesTheDemosPinsOutsideTheDemo() {
        save("easy", "1111", true, hash("1111"));
        assertInstanceOf(SignInResult.WrongPin.class, signIn("1111"));
        settings = Optional.of(settings(true));
        assertInstanceOf(SignInResult.SignedIn.class, signIn("1111"));
    }

    @Test
    void saysWhyNothingCanBeChecked() {
        secrets.lock(true);
        assertInstanceOf(SignInResult.Unavailable.class, signIn("7100"));
        secrets.lock(false);
        secrets.lose();
        SignInResult lost = signIn("7100");
        assertTrue(
                assertInstanceOf(SignInResult.Unavailable.class, lost).reason().contains("recovery code"));
        settings = Optional.empty();
        SignInResult needed = signIn("7100");
        assertTrue(assertInstanceOf(SignInResult.Unavailable.class, needed)
                .reason()
                .contains("not set up"));
    }

    @Test
    void letsPeopleInWhenTheJournalCanNotBeWritten() {
        store.failAll(true);
        assertInstanceOf(SignInResult.SignedIn.class, signIn("7100"));
        fail(5);
        assertInstanceOf(SignInResult.LockedOut.class, signIn("7100"));
    }

    @Test
    void tellsWhoComesAndGoesAndWritesTheSignOut() {
        List<String> heard = new ArrayList<>();
        session.addListener(
                operator -> heard.add(operator.map(Operator::employeeId).orElse("nobody")));

        signIn("7100");
        signIn("7101");
        session.signOut();
        session.signOut();

        assertEquals(List.of("e0", "e1", "nobody"), heard);
        Await.until("the sign-out is written", () -> acts(1).get(0).startsWith("SIGN_OUT e1"));
    }

    @Test
    void listsTheActivePeople() {
        assertEquals(50, session.staff().size());
        assertFalse(session.staff().stream().anyMatch(o -> o.employeeId().equals("gone")));
    }

    private SignInResult signIn(String pin) {
        return session.signIn(pin.toCharArray());
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertInstanceOf(SignInResult.WrongPin.class, signIn("0815"));
        }
    }

    private PinSession start() {
        checks = PinChecks.counted(store, () -> settings, secrets, hashing, clock);
        PinSession started = new PinSession(store, () -> settings, checks, clock);
        opened.add(started);
        return started;
    }

    private void save(String id, String pin, boolean active, String hash) {
        String lookup = PinLookup.of(PEPPER, pin.toCharArray());
        store.write(handle -> {
            handle.employees().save(new EmployeeRecord(id, id, "Test", Role.CASHIER, lookup, hash, active, START));
            return 0;
        });
    }

    private void save(String id, String pin, Role role) {
        String lookup = PinLookup.of(PEPPER, pin.toCharArray());
        store.write(handle -> {
            handle.employees().save(new EmployeeRecord(id, id, "Test", role, lookup, hash(pin), true, START));
            return 0;
        });
    }

    private String hash(String pin) {
        return hashing.hash(pin.toCharArray(), PinHashing.COST_MIN);
    }

    private List<String> acts(int limit) {
        return store.read(handle -> handle.journal().latest(limit).stream()
                .map(e -> e.kind() + " " + e.actor() + " " + e.subject() + " " + e.detail())
                .toList());
    }

    private static StoreSettings settings(boolean demo) {
        return new StoreSettings("Test", List.of(), List.of(), TaxTable.of(Rate.ZERO), "$", ZoneOffset.UTC, "L1", demo);
    }
}
