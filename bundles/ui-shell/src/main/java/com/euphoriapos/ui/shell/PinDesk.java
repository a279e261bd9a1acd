package com.euphoriapos.ui.shell;

import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.input.PinBuffer;
import com.euphoriapos.ui.kit.present.Background;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PIN that is typed or the badge that is scanned, and what became of it: one check at a time, in the background. How long
 * sign-in is locked is asked for each time, so that a restart or somebody else who unlocks it is seen. Screen's thread only.
 */
final class PinDesk {
    /** The same for a PIN that nobody has and for one whose owner may no longer sign in. */
    static final String WRONG = "This PIN does not open the register";
    /** The same for both of them and for a badge. */
    static final String WRONG_OR_BADGE = "This PIN or badge does not open the register";

    static final String WRONG_UNLOCK = "This PIN does not unlock the sign-in";

    private static final Logger log = LoggerFactory.getLogger(PinDesk.class);
    private static final long SECOND_MILLIS = 1000;

    private final Lane lane;
    private final Gate gate;
    private final Background background;
    private final Listener listener;
    private final PinBuffer pin = new PinBuffer();
    private String error = "";
    private boolean busy;
    private boolean unlocking;
    private boolean spent;
    private boolean wasLocked;
    private boolean broken;

    /** Hears what became of attempts. */
    interface Listener {
        /** Something else is to be shown. */
        void changed();

        /** Nothing was opened. */
        void wrong();

        /** No check is under way any more. */
        void free();

        void unlocked(Operator by);
    }

    PinDesk(Lane lane, Background background, Listener listener) {
        this.lane = lane;
        this.gate = new Gate(lane);
        this.background = background;
        this.listener = listener;
    }

    /** Nothing of the last person stays. */
    void reset() {
        pin.clear();
        error = "";
        unlocking = false;
        settle();
    }

    /** Says something in the place of an error, until the next digit. */
    void say(String sentence) {
        error = sentence;
    }

    void digit(char digit) {
        settle();
        if (busy || closed()) {
            return;
        }
        if (pin.length() == 0) {
            error = "";
        }
        pin.type(digit);
        listener.changed();
    }

    void backspace() {
        if (!busy) {
            pin.backspace();
            listener.changed();
        }
    }

    /** Clears what is typed, else leaves the unlocking. */
    void escape() {
        if (busy) {
            return;
        }
        if (pin.length() == 0) {
            unlocking = false;
            error = "";
        }
        pin.clear();
        listener.changed();
    }

    /** Takes back what is typed for another person. */
    void anew() {
        pin.clear();
        if (!locked()) {
            error = "";
        }
    }

    /** Asks for the PIN that unlocks, or leaves that again. */
    void toggleUnlock() {
        settle();
        if (!busy && wasLocked && !spent) {
            unlocking = !unlocking;
            pin.clear();
            error = "";
            listener.changed();
        }
    }

    /** Checks what is typed. */
    void submit() {
        settle();
        if (busy || closed()) {
            return;
        }
        Optional<Session> session = lane.session().get();
        if (pin.length() == 0) {
            error = "Type your PIN first";
        } else if (session.isEmpty()) {
            error = "The store is not open yet; try again in a moment";
        } else {
            char[] typed = pin.take();
            boolean unlock = unlocking;
            check(() -> unlock ? session.get().unlock(typed) : session.get().signIn(typed), () -> {});
        }
        listener.changed();
    }

    /** Checks a badge; {@code done} runs when the answer is there. */
    void badge(String code, Runnable done) {
        Optional<Session> session = lane.session().get();
        if (busy || session.isEmpty() || locked()) {
            done.run();
            return;
        }
        pin.clear();
        check(() -> session.get().signInByBadge(code), done);
        listener.changed();
    }

    private void check(Callable<SignInResult> work, Runnable done) {
        boolean unlock = unlocking;
        busy = true;
        error = "";
        background.run(
                work,
                result -> {
                    busy = false;
                    answered(result, unlock);
                    finish(done);
                },
                e -> {
                    log.error("sign-in failed", e);
                    busy = false;
                    error = "The PIN could not be checked; try again";
                    finish(done);
                });
    }

    private void finish(Runnable done) {
        // In the diary as the screens are: what is typed before this is not taken.
        log.info("A PIN or badge was checked");
        settle();
        done.run();
        listener.free();
        listener.changed();
    }

    private void answered(SignInResult result, boolean unlock) {
        broken = result instanceof SignInResult.Unavailable;
        if (result instanceof SignInResult.SignedIn in) {
            error = "";
            unlocking = false;
            if (unlock) {
                listener.unlocked(in.operator());
            }
        } else if (result instanceof SignInResult.LockedOut out) {
            spent = unlock;
            unlocking = false;
            // Shown only where the session has no lock to count down.
            wrong(tooMany(out.remaining()));
        } else if (result instanceof SignInResult.Unavailable unavailable) {
            wrong(unavailable.reason());
        } else {
            wrong(unlock ? WRONG_UNLOCK : badges() ? WRONG_OR_BADGE : WRONG);
        }
    }

    private void wrong(String sentence) {
        error = sentence;
        listener.wrong();
    }

    /** Follows the lock: what it stands for ends with it. */
    void settle() {
        boolean locked = locked();
        if (wasLocked && !locked) {
            error = "";
            unlocking = false;
            spent = false;
        }
        if (locked && !wasLocked) {
            pin.clear();
            unlocking = false;
        }
        wasLocked = locked;
    }

    /** Whether nobody can sign in whatever they type, as far as the last attempt told. */
    boolean broken() {
        return broken;
    }

    boolean busy() {
        return busy;
    }

    boolean locked() {
        return !lane.lockedFor().isZero();
    }

    /** Whether badges sign in here. */
    boolean badges() {
        return lane.config(SignInPresenter.BADGES).filter("true"::equals).isPresent();
    }

    private boolean closed() {
        return wasLocked && !unlocking;
    }

    PinState state() {
        Duration left = lane.lockedFor();
        boolean locked = !left.isZero();
        PinState.Unlock unlock = spent ? PinState.Unlock.SPENT : PinState.Unlock.OFFERED;
        String why = spent
                ? "Too many PINs did not unlock it: wait until the count-down ends"
                : "Wait until the count-down ends, or let somebody unlock the sign-in";
        return new PinState(
                unlocking && locked,
                prompt(locked),
                pin.length(),
                locked && (!unlocking || error.isEmpty()) ? countDown(left) : error,
                !(locked && unlocking && error.isEmpty()),
                busy,
                locked && !unlocking ? why : "",
                locked ? unlock : PinState.Unlock.NONE);
    }

    private String prompt(boolean locked) {
        if (!locked) {
            return badges() ? "Scan your badge, or enter your PIN" : "Enter your PIN";
        }
        if (unlocking) {
            return "PIN of " + gate.roleAtLeast(Permission.UNLOCK_SIGN_IN);
        }
        return spent ? "Only waiting opens the sign-in now" : "Sign-in is locked";
    }

    private String countDown(Duration left) {
        return unlocking ? "Sign-in opens by itself in " + clock(left) : tooMany(left);
    }

    private static String tooMany(Duration left) {
        return "Too many wrong PINs. Sign-in opens in " + clock(left);
    }

    /** "0:27"; a begun second counts. */
    private static String clock(Duration left) {
        long seconds = (left.toMillis() + SECOND_MILLIS - 1) / SECOND_MILLIS;
        return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    }
}
