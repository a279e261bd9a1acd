package com.euphoriapos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInPresenterTest {
    private final PlayedLane played = PlayedLane.ready();
    private final Lane lane = new Lane(new DirectUiThread());
    private final SteppedBackground background = new SteppedBackground();
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-06T12:41:00Z"));
    private final SignInPresenter presenter = new SignInPresenter(lane, background, clock, "the demo's PINs");
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
        String wrong = view.last().error();
        type("9999");
        presenter.submit();
        background.finish();

        assertFalse(wrong.isEmpty());
        assertEquals(wrong, view.last().error());
        assertEquals(2, view.shakes);
        assertEquals(0, view.last().typed());
    }

    @Test
    void checksInTheBackgroundAndTakesNoDigitsMeanwhile() {
        type("1111");
        presenter.submit();

        assertTrue(view.last().busy());
        assertTrue(played.tried.isEmpty());
        type("5");
        presenter.submit();
        background.finish();

        assertEquals(List.of("1111"), played.tried);
        assertEquals(0, view.last().typed());
    }

    @Test
    void countsDownWhileLockedOut() {
        played.lockOut = Duration.ofSeconds(30);
        type("1");
        presenter.submit();
        background.finish();
        assertTrue(view.last().locked());
        clock.advance(Duration.ofSeconds(20));
        presenter.tick();

        assertEquals("Too many wrong PINs; try again in 11 s", view.last().error());
        type("1");
        assertEquals(0, view.last().typed());
        clock.advance(Duration.ofSeconds(10));
        presenter.tick();
        assertFalse(view.last().locked());
        assertEquals("", view.last().error());
    }

    @Test
    void clearsTheErrorWithTheNextDigit() {
        presenter.submit();
        assertEquals("Type your PIN first", view.last().error());
        type("1");
        assertEquals("", view.last().error());
        assertEquals(1, view.last().typed());
        presenter.backspace();
        assertEquals(0, view.last().typed());
    }

    @Test
    void forgetsWhatWasTypedWhenItComesToTheFrontAgain() {
        type("11");
        presenter.choose("e1");
        type("1");
        presenter.shown();

        assertEquals(0, view.last().typed());
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
