package com.euphoriapos.ui.shell;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Locks the lane when nobody used it for some minutes, after a warning in the lane bar. Mere movement of a mouse is not use: on a
 * counter that shakes it would never end. Screen's thread only.
 */
public final class IdleLock {
    /** The reason that the journal gets. */
    static final String REASON = "idle";
    /** The setting: whole minutes, 1 to 15. */
    static final String MINUTES = "idle_lock_minutes";

    private static final Logger log = LoggerFactory.getLogger(IdleLock.class);
    private static final int MINUTES_USUAL = 2;
    private static final int MINUTES_MAX = 15;
    private static final Duration WARNING = Duration.ofSeconds(15);
    private static final long MILLIS = 1000;

    private final Lane lane;
    private final ShellPresenter shell;
    private final IdleTimer timer;
    private Runnable changed = () -> {};
    private String notice = "";

    /** @param nanoTime such as {@link System#nanoTime()} */
    public IdleLock(Lane lane, ShellPresenter shell, InstantSource clock, LongSupplier nanoTime) {
        this.lane = lane;
        this.shell = shell;
        this.timer = new IdleTimer(clock, nanoTime);
    }

    /** Calls back when {@link #notice} changed. */
    public void onNotice(Runnable listener) {
        changed = listener;
    }

    /** A key, a touch or a scan. */
    public void used() {
        timer.used();
        say("");
    }

    /** Called each second. */
    public void tick() {
        if (!shell.working()) {
            used();
            return;
        }
        Duration left = limit().minus(timer.idle());
        if (left.compareTo(WARNING) > 0) {
            say("");
        } else if (!left.isNegative() && !left.isZero()) {
            say("Locking in " + (left.toMillis() + MILLIS - 1) / MILLIS + " s, touch to stay");
        } else if (shell.busy()) {
            say("Locking when this is done");
        } else {
            log.info("Nobody used the register for {} min, it locks", limit().toMinutes());
            say("");
            shell.lock(REASON);
        }
    }

    /** What the lane bar says of it; mostly nothing. */
    public String notice() {
        return notice;
    }

    private void say(String words) {
        if (!words.equals(notice)) {
            notice = words;
            changed.run();
        }
    }

    private Duration limit() {
        return Duration.ofMinutes(
                lane.config(MINUTES).flatMap(IdleLock::minutes).orElse(MINUTES_USUAL));
    }

    private static Optional<Integer> minutes(String text) {
        try {
            int minutes = Integer.parseInt(text.strip());
            return minutes >= 1 && minutes <= MINUTES_MAX ? Optional.of(minutes) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
