package com.euphoriapos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.present.testing.RecordingMessages;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInPresenterTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-06T12:41:00Z"));
    private final PlayedLane played = PlayedLane.ready(clock);
    private final Lane lane = new Lane(new DirectUiThread());
    private final SteppedBackground background = new SteppedBackground();
    private final RecordingMessages messages = new RecordingMessages();
    private final SignInPresenter presenter = new SignInPresenter(lane, background, clock, messages, "the demo's PINs");
    private final RecordingView view = new RecordingView();

    @BeforeEach
    void show() {
        played.bindTo(lane);
        presenter.attach(view);
        presenter.shown();
        background.finish();
    }

    @Test
    void showsThePeopleAndTheHour() {
        assertEquals("Good afternoon", view.last().greeting());
        assertEquals("Friday, March 6 · who is at the register?", view.last().day());
        assertEquals(
                List.of("Dana R.", "Ruth K."),
                view.last().people().stream().map(SignInState.Person::name).toList());
    }

    @Test
    void isCompleteWhenThePeopleAreRead() {
        SignInPresenter fresh = new SignInPresenter(lane, background, clock, new RecordingMessages(), "");
        List<Integer> told = new ArrayList<>();
        RecordingView screen = new RecordingView();
        fresh.onKnown(() -> told.add(screen.last().people().size()));
        fresh.attach(screen);
        assertFalse(fresh.complete());
        background.finish();

        assertTrue(fresh.complete());
        assertEquals(List.of(2), told);
    }

    @Test
    void signsInWhoeverThePinBelongsToWhateverTileWasChosen() {
        presenter.choose(PlayedLane.DANA.employeeId());
        type("222222");
        presenter.submit();
        background.finish();

        assertEquals(PlayedLane.RUTH, lane.operator().orElseThrow());
    }

    @Test
    void saysTheSameForAWrongPinAndAnInactiveEmployee() {
        type("4711");
        presenter.submit();
        background.finish();
        String wrong = view.last().pin().said();
        type("9999");
        presenter.submit();
        background.finish();

        assertFalse(wrong.isEmpty());
        assertEquals(wrong, view.last().pin().said());
        assertEquals(2, view.shakes);
        assertEquals(0, view.last().pin().typed());
    }

    @Test
    void checksInTheBackgroundAndTakesNoDigitsMeanwhile() {
        type("1111");
        presenter.submit();

        assertTrue(view.last().pin().busy());
        assertTrue(played.tried.isEmpty());
        type("5");
        presenter.submit();
        background.finish();

        assertEquals(List.of("1111"), played.tried);
        assertEquals(0, view.last().pin().typed());
    }

    @Test
    void saysAtTheFifthWrongPinHowLongItIsLockedAndCountsDown() {
        lockOut();

        assertEquals(
                "Too many wrong PINs. Sign-in opens in 0:30", view.last().pin().said());
        assertFalse(view.last().pin().closed().isEmpty());
        assertEquals(PinState.Unlock.OFFERED, view.last().pin().unlock());
        clock.advance(Duration.ofSeconds(3));
        presenter.tick();
        assertEquals(
                "Too many wrong PINs. Sign-in opens in 0:27", view.last().pin().said());
        type("1111");
        presenter.submit();
        assertEquals(0, view.last().pin().typed());
        assertEquals(5, played.tried.size(), "nothing is tried meanwhile");
        clock.advance(Duration.ofSeconds(27));
        presenter.tick();
        assertEquals("", view.last().pin().closed());
        assertEquals("", view.last().pin().said());
        assertEquals(PinState.Unlock.NONE, view.last().pin().unlock());
    }

    @Test
    void saysAtTheStartThatItIsStillLocked() {
        played.lockFor(Duration.ofSeconds(75));
        presenter.shown();
        assertEquals(
                "Too many wrong PINs. Sign-in opens in 1:15", view.last().pin().said());
    }

    @Test
    void unlocksByThePinOfSomebodyWhoMayAndSignsNobodyIn() {
        lockOut();
        presenter.unlock();
        assertTrue(view.last().pin().unlocking());
        assertEquals("PIN of a shift lead or above", view.last().pin().prompt());
        assertEquals("Sign-in opens by itself in 0:30", view.last().pin().said());
        enter("1111");
        assertEquals(PinDesk.WRONG_UNLOCK, view.last().pin().said());
        type("2");
        assertEquals("Sign-in opens by itself in 1:00", view.last().pin().said());
        enter("22222");

        assertEquals(PinState.Unlock.NONE, view.last().pin().unlock());
        assertEquals("Enter your PIN", view.last().pin().prompt());
        assertEquals(List.of("Ruth K. unlocked the sign-in"), messages.titles());
        assertTrue(lane.operator().isEmpty());
        enter("1111");
        assertEquals(PlayedLane.DANA, lane.operator().orElseThrow());
    }

    @Test
    void unlocksNoMoreWhenTooManyPinsDidNot() {
        lockOut();
        presenter.unlock();
        for (int i = 0; i < 4; i++) {
            enter("4711");
        }

        assertFalse(view.last().pin().unlocking());
        assertEquals(PinState.Unlock.SPENT, view.last().pin().unlock());
        presenter.unlock();
        assertFalse(view.last().pin().unlocking());
        clock.advance(Duration.ofMinutes(15));
        presenter.tick();
        assertEquals(PinState.Unlock.NONE, view.last().pin().unlock());
    }

    @Test
    void keepsWhatAManagerTypesWhenTheLockEndsByItself() {
        lockOut();
        presenter.unlock();
        type("2222");
        clock.advance(Duration.ofSeconds(31));
        presenter.tick();
        enter("22");

        assertEquals(PlayedLane.RUTH, lane.operator().orElseThrow());
    }

    @Test
    void leavesTheUnlockingByEscape() {
        lockOut();
        presenter.unlock();
        type("22");
        presenter.escape();
        assertTrue(view.last().pin().unlocking());
        presenter.escape();
        assertFalse(view.last().pin().unlocking());
        assertEquals(
                "Too many wrong PINs. Sign-in opens in 0:30", view.last().pin().said());
    }

    @Test
    void saysWhoseAccessWasEndedUntilTheNextDigit() {
        enter("1111");
        played.become(Optional.empty(), "deactivated");
        assertEquals("Your access was ended by a manager", view.last().pin().said());
        type("1");
        assertEquals("", view.last().pin().said());
        enter("111");
        played.signOut("idle");
        assertEquals("", view.last().pin().said());
    }

    @Test
    void showsNoNamesWhereTheStoreHidesThem() {
        played.config.put(SignInPresenter.NAMES, "false");
        presenter.tick();
        assertEquals(List.of(), view.last().people());
    }

    @Test
    void asksForABadgeWhereBadgesSignIn() {
        assertEquals("Enter your PIN", view.last().pin().prompt());
        played.config.put(SignInPresenter.BADGES, "true");
        presenter.tick();
        assertEquals("Scan your badge, or enter your PIN", view.last().pin().prompt());
        enter("4711");
        assertEquals(PinDesk.WRONG_OR_BADGE, view.last().pin().said());
    }

    @Test
    void clearsTheErrorWithTheNextDigit() {
        presenter.submit();
        assertEquals("Type your PIN first", view.last().pin().said());
        type("1");
        assertEquals("", view.last().pin().said());
        assertEquals(1, view.last().pin().typed());
        presenter.backspace();
        assertEquals(0, view.last().pin().typed());
    }

    @Test
    void forgetsWhatWasTypedWhenItComesToTheFrontAgain() {
        type("11");
        presenter.choose("e1");
        type("1");
        presenter.shown();

        assertEquals(0, view.last().pin().typed());
        assertEquals("", view.last().chosen());
    }

    @Test
    void showsThePinsOfADemoOnly() {
        assertEquals("", view.last().hint());
        played.demo();
        lane.changed();
        assertEquals("the demo's PINs", view.last().hint());
    }

    @Test
    void greetsByTheHour() {
        assertEquals("Good morning", SignInPresenter.greeting(LocalTime.of(7, 0)));
        assertEquals("Good evening", SignInPresenter.greeting(LocalTime.of(18, 0)));
    }

    private void lockOut() {
        for (int i = 0; i < 5; i++) {
            enter("4711");
        }
    }

    private void enter(String pin) {
        type(pin);
        presenter.submit();
        background.finish();
    }

    private void type(String digits) {
        digits.chars().forEach(c -> presenter.digit((char) c));
    }

    private static final class RecordingView implements SignInView {
        private final List<SignInState> states = new ArrayList<>();
        private int shakes;

        @Override
        public void render(SignInState state) {
            states.add(state);
        }

        @Override
        public void shake() {
            shakes++;
        }

        SignInState last() {
            return states.get(states.size() - 1);
        }
    }
}
