package com.euphoriapos.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.core.employee.People;
import com.euphoriapos.core.pin.PinCheck;
import com.euphoriapos.core.pin.PinChecks;
import com.euphoriapos.domain.Role;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever somebody does to the lane who knows no PIN, they get no more guesses than the lockout allows. */
class LockoutProperties {
    private enum Deed {
        GUESS,
        GUESS_AT_UNLOCKING,
        GUESS_BADGE,
        WAIT_TEN_SECONDS,
        WAIT_THREE_MINUTES,
        SET_THE_CLOCK_A_DAY_ON,
        SET_THE_CLOCK_A_DAY_BACK,
        RESTART,
        KILL
    }

    @Property(tries = 150)
    void givesNoMoreGuessesThanTheLockoutAllows(@ForAll("deeds") List<Deed> deeds) {
        try (People people = new People()) {
            people.add("dana", Role.CASHIER, "4071");
            Lane lane = new Lane(people);
            deeds.forEach(lane::does);
            lane.close();
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        Arbitrary<Deed> any = Arbitraries.of(Deed.class);
        Arbitrary<Deed> mostlyGuesses = Arbitraries.of(Deed.GUESS, Deed.GUESS, Deed.GUESS_AT_UNLOCKING);
        return Arbitraries.oneOf(any, mostlyGuesses).list().ofMinSize(5).ofMaxSize(40);
    }

    /** A lane in somebody's hands, who measures time by their own watch. */
    private static final class Lane {
        private final People people;
        private PinCheck checks;
        private PinSession session;
        private long seconds;
        private int failures;
        private int unlocksOfThisLock;
        private long lockedUntil;

        Lane(People people) {
            this.people = people;
            start();
        }

        void does(Deed deed) {
            switch (deed) {
                case GUESS -> guess(session.signIn("9999".toCharArray()), false);
                case GUESS_AT_UNLOCKING -> guess(session.unlock("9999".toCharArray()), true);
                case GUESS_BADGE -> guess(session.signInByBadge("BADGE-0000"), false);
                case WAIT_TEN_SECONDS -> passes(10);
                case WAIT_THREE_MINUTES -> passes(180);
                case SET_THE_CLOCK_A_DAY_ON -> set(1);
                case SET_THE_CLOCK_A_DAY_BACK -> set(-1);
                case RESTART -> {
                    PinChecks.stop(checks);
                    start();
                }
                case KILL -> start();
            }
        }

        void close() {
            SessionHarness.stop(session);
        }

        private void guess(SignInResult result, boolean unlocking) {
            boolean checked = people.hashing.checked().size() == 1;
            boolean locked = seconds < lockedUntil;
            boolean mayUnlock = unlocking && unlocksOfThisLock < 3;
            // A killed lane may be locked for longer than the watch says, never for a shorter time.
            assertTrue(!checked || !locked || mayUnlock, "a guess during a lock");
            assertEquals(checked, result instanceof SignInResult.WrongPin);
            if (checked) {
                unlocksOfThisLock = locked ? unlocksOfThisLock + 1 : 0;
                failures++;
                if (failures >= 5) {
                    lockedUntil = seconds + Math.min(900, 30L << Math.min(failures - 5, 5));
                }
            }
        }

        private void passes(long more) {
            seconds += more;
            people.clock.advance(Duration.ofSeconds(more));
        }

        private void set(int days) {
            people.clock.set(people.clock.instant().plus(Duration.ofDays(days)));
        }

        private void start() {
            if (session != null) {
                close();
            }
            checks = PinChecks.counted(people.store, people.settings, people.secrets, people.hashing, people.clock);
            session = SessionHarness.over(people.store, people.settings, checks, people.clock);
        }
    }
}
