package com.euphoriapos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.ui.kit.input.ScanContext.Intake;
import com.euphoriapos.ui.kit.input.ScanInput;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.present.testing.RecordingMessages;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import com.euphoriapos.ui.kit.sound.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInScansTest {
    private static final String BADGE = "EMP-00042";
    private static final String BOTTLE = "012345678905";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-06T12:41:00Z"));
    private final PlayedLane played = PlayedLane.ready(clock);
    private final Lane lane = new Lane(new DirectUiThread());
    private final SteppedBackground background = new SteppedBackground();
    private final SignInPresenter presenter = new SignInPresenter(lane, background, clock, new RecordingMessages(), "");
    private final List<Tone> tones = new ArrayList<>();
    private final List<SignInState> states = new ArrayList<>();
    private boolean asking = true;
    private final SignInScans scans = new SignInScans(presenter, () -> asking, tones::add);

    @BeforeEach
    void show() {
        played.config.put(SignInPresenter.BADGES, "true");
        played.bindTo(lane);
        presenter.attach(new SignInView() {
            @Override
            public void render(SignInState state) {
                states.add(state);
            }

            @Override
            public void shake() {}
        });
        presenter.shown();
        background.finish();
    }

    @Test
    void signsInByABadgeOffTheScreensThread() {
        boolean[] done = new boolean[1];
        scans.scan(input("]C0" + BADGE), () -> done[0] = true);

        assertTrue(pin().busy());
        assertFalse(done[0], "what is scanned next waits");
        assertEquals(Intake.QUEUE, scans.intake());
        background.finish();
        assertTrue(done[0]);
        assertEquals(Intake.TAKE, scans.intake());
        assertEquals(PlayedLane.DANA, lane.operator().orElseThrow());
        assertEquals(List.of(BADGE), played.tried);
    }

    @Test
    void saysTheSameForAnUnknownBadgeAsForAWrongPin() {
        scan("EMP-99999");
        assertEquals(PinDesk.WRONG_OR_BADGE, pin().said());
        "4711".chars().forEach(c -> presenter.digit((char) c));
        presenter.submit();
        background.finish();
        assertEquals(PinDesk.WRONG_OR_BADGE, pin().said());
    }

    @Test
    void takesNoBottleForABadgeHoweverOftenItIsScanned() {
        for (int i = 0; i < 6; i++) {
            scan(BOTTLE);
        }
        assertEquals("That is no badge. Try again, or a PIN", pin().said());
        assertEquals(List.of(), played.tried);
        assertEquals(6, tones.size());
        assertEquals("", pin().closed());
    }

    @Test
    void locksAfterFiveUnknownBadgesToo() {
        for (int i = 0; i < 5; i++) {
            scan("EMP-9999" + i);
        }
        assertEquals("Too many wrong PINs. Sign-in opens in 0:30", pin().said());
        scan(BADGE);
        assertEquals(5, played.tried.size());
        clock.advance(Duration.ofSeconds(31));
        scan(BADGE);
        assertTrue(lane.operator().isPresent());
    }

    @Test
    void soundsDullWhereBadgesAreNotUsedOrTheSignInIsNotInFront() {
        played.config.clear();
        scan(BADGE);
        played.config.put(SignInPresenter.BADGES, "true");
        asking = false;
        scan(BADGE);

        assertEquals(List.of(Tone.HELD, Tone.HELD), tones);
        assertEquals(List.of(), played.tried);
        assertEquals("", pin().said());
        assertEquals(0, pin().typed());
    }

    @Test
    void triesNothingThatWasHeldBackForTheSaleWhenTheLaneLocked() {
        ScanInput held = input("COUPON-0001");
        clock.advance(Duration.ofSeconds(1));
        presenter.shown();
        background.finish();
        scans.scan(held, () -> {});
        assertEquals(List.of(), played.tried);
        assertEquals(List.of(Tone.HELD), tones);
    }

    @Test
    void letsScansWaitWhileAPinIsChecked() {
        boolean[] free = new boolean[1];
        presenter.onFree(() -> free[0] = true);
        presenter.digit('1');
        presenter.submit();
        assertEquals(Intake.QUEUE, scans.intake());
        background.finish();
        assertTrue(free[0]);
        assertEquals(Intake.TAKE, scans.intake());
    }

    private PinState pin() {
        return states.get(states.size() - 1).pin();
    }

    private void scan(String code) {
        boolean[] done = new boolean[1];
        scans.scan(input(code), () -> done[0] = true);
        background.finish();
        assertTrue(done[0]);
    }

    private ScanInput input(String code) {
        return new ScanInput(code, null, "test", clock.instant());
    }
}
