package com.euphoriapos.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.euphoriapos.api.employee.Employees.EmployeeResult;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.core.employee.People;
import com.euphoriapos.core.employee.StoredEmployees;
import com.euphoriapos.core.pin.PinCheck;
import com.euphoriapos.core.pin.PinChecks;
import com.euphoriapos.core.pin.PinHashing;
import com.euphoriapos.domain.Role;
import com.euphoriapos.testkit.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionRaceTest {
    private final People people = new People();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @AfterEach
    void stop() {
        threads.shutdownNow();
        people.close();
    }

    @Test
    void letsNobodyOutrunTheLockoutByGuessingInParallel() throws Exception {
        people.add("dana", Role.CASHIER, "4071");
        List<Callable<SignInResult>> guesses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            guesses.add(() -> people.session.signIn("9999".toCharArray()));
        }
        int wrong = 0;
        for (Future<SignInResult> guess : threads.invokeAll(guesses)) {
            wrong += guess.get() instanceof SignInResult.WrongPin ? 1 : 0;
        }
        assertEquals(5, wrong);
        assertEquals(5, people.hashing.checked().size());
    }

    @Test
    void endsASessionThatBeganWhileItsOwnerWasDeactivated() throws Exception {
        people.add("ruth", Role.MANAGER, "607153");
        people.add("dana", Role.CASHIER, "4071");
        SlowHashing slow = new SlowHashing(people.hashing);
        PinCheck checks = PinChecks.counted(people.store, people.settings, people.secrets, slow, people.clock);
        PinSession session = SessionHarness.over(people.store, people.settings, checks, people.clock);
        try {
            session.signIn("607153".toCharArray());
            slow.hold();
            Future<SignInResult> signIn = threads.submit(() -> session.signIn("4071".toCharArray()));
            slow.awaitHeld();
            // The row was read as active; the deactivation is stored before the check is through.
            StoredEmployees employees = people.employees(new Guard(session, people.settings), session);
            Future<EmployeeResult> deactivation = threads.submit(() -> employees.setActive("dana", false));
            Await.until(
                    "the deactivation is stored", () -> !people.person("dana").active());
            slow.release();

            assertInstanceOf(SignInResult.SignedIn.class, signIn.get(60, TimeUnit.SECONDS));
            assertInstanceOf(EmployeeResult.Done.class, deactivation.get(60, TimeUnit.SECONDS));
            assertEquals(Optional.empty(), session.current());
            assertEquals("deactivated", session.endedBecause());
        } finally {
            slow.release();
            SessionHarness.stop(session);
        }
    }

    /** Hashing whose checks wait while they are held. */
    private static final class SlowHashing implements PinHashing {
        private final PinHashing real;
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private final CountDownLatch held = new CountDownLatch(1);

        SlowHashing(PinHashing real) {
            this.real = real;
        }

        void hold() {
            gate = new CountDownLatch(1);
        }

        void awaitHeld() throws InterruptedException {
            if (!held.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody checks");
            }
        }

        void release() {
            gate.countDown();
        }

        @Override
        public String hash(char[] pin, int cost) {
            return real.hash(pin, cost);
        }

        @Override
        public boolean matches(char[] pin, String hash) {
            if (gate.getCount() > 0) {
                held.countDown();
                try {
                    gate.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return real.matches(pin, hash);
        }
    }
}
