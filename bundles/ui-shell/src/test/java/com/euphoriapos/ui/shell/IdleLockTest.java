package com.euphoriapos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.ui.kit.present.testing.DirectBackground;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.present.testing.RecordingMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdleLockTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-06T12:41:00Z"));
    private final PlayedLane played = PlayedLane.ready(clock);
    private final Lane lane = new Lane(new DirectUiThread());
    private final ShellPresenter shell = new ShellPresenter(lane, new DirectBackground(), new RecordingMessages());
    private final IdleLock idle = new IdleLock(lane, shell, clock, clock::nanoTime);
    private final PlayedShell view = new PlayedShell();
    private final PlayedScreen sale = new PlayedScreen("sale");

    @BeforeEach
    void signIn() {
        played.bindTo(lane);
        shell.add(sale);
        shell.attach(view);
        played.signIn("1111".toCharArray());
        idle.tick();
    }

    @Test
    void locksAfterTwoMinutesUnlessTheStoreSaysOtherwise() {
        pass(119);
        assertTrue(shell.working());
        pass(1);
        assertEquals("sign-in", view.last());
        assertEquals(List.of("idle"), played.reasons);
    }

    @Test
    void followsTheStoresSettingAtOnce() {
        played.config.put(IdleLock.MINUTES, "15");
        pass(899);
        assertTrue(shell.working());
        played.config.put(IdleLock.MINUTES, "1");
        pass(1);
        assertEquals("sign-in", view.last());
    }

    @Test
    void takesTwoMinutesForASettingThatIsNone() {
        played.config.put(IdleLock.MINUTES, "0");
        pass(119);
        assertTrue(shell.working());
        pass(1);
        assertEquals("sign-in", view.last());
    }

    @Test
    void warnsFifteenSecondsBeforeAndStaysWhenSomebodyTouches() {
        pass(104);
        assertEquals("", idle.notice());
        pass(1);
        assertEquals("Locking in 15 s, touch to stay", idle.notice());
        pass(14);
        assertEquals("Locking in 1 s, touch to stay", idle.notice());
        idle.used();
        assertEquals("", idle.notice());
        pass(104);
        assertTrue(shell.working());
        assertEquals("", idle.notice());
    }

    @Test
    void waitsForAPaymentThatIsBeingCommitted() {
        sale.busy = true;
        pass(180);
        assertTrue(shell.working());
        assertEquals("Locking when this is done", idle.notice());
        sale.busy = false;
        pass(1);
        assertEquals("sign-in", view.last());
    }

    @Test
    void countsTheTimeThatTheMachineSlept() {
        clock.set(clock.instant().plus(Duration.ofHours(8)));
        pass(0);
        assertEquals("sign-in", view.last());
    }

    @Test
    void locksInTimeAlthoughSomebodySetTheClockBack() {
        pass(60);
        clock.set(clock.instant().minus(Duration.ofHours(8)));
        pass(60);
        assertEquals("sign-in", view.last());
    }

    @Test
    void startsToCountAtTheSignIn() {
        shell.lock();
        pass(600);
        played.signIn("1111".toCharArray());
        pass(119);
        assertTrue(shell.working());
    }

    private void pass(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        idle.tick();
    }
}
