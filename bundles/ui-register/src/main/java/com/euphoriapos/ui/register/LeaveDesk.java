package com.euphoriapos.ui.register;

import com.euphoriapos.api.approval.ApprovalRequest;
import com.euphoriapos.api.approval.ApprovalResult;
import com.euphoriapos.domain.Role;
import com.euphoriapos.ui.kit.input.PinBuffer;
import com.euphoriapos.ui.kit.present.Formats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Another person allows an act with a reason and the PIN. The act is done at once when it is allowed. Screen's thread only. */
final class LeaveDesk implements ActDesk {
    /** The same for a PIN that nobody has and for one whose owner may no longer sign in. */
    static final String WRONG = "This PIN does not allow it";

    private static final String CHANGED = "The sale has changed meanwhile. Type the PIN again";

    private static final Logger log = LoggerFactory.getLogger(LeaveDesk.class);

    private final Acts acts;
    private final Attempt attempt;
    private final Attempt.Asked asked;
    private final ApprovalRequest request;
    private final PinBuffer pin = new PinBuffer();
    private int reason;
    private String error;
    private boolean busy;
    private boolean used;
    private @Nullable Instant lockedUntil;

    /** @param notice what it says first, or empty */
    LeaveDesk(Acts acts, Attempt attempt, ApprovalRequest request, String notice) {
        this.acts = acts;
        this.attempt = attempt;
        this.asked = attempt.asked().get();
        this.request = request;
        this.reason = attempt.reasons().indexOf(attempt.reason());
        this.error = notice;
    }

    @Override
    public ActSheet sheet() {
        return new ActSheet.Approval(
                asked.title(),
                asked.from(),
                asked.to(),
                request.why(),
                who(request.rolesAllowing()),
                attempt.reasons(),
                reason,
                reason < 0,
                pin.length(),
                words(),
                busy,
                lockedUntil != null);
    }

    /** "A shift lead, a manager or an owner may allow it": owners may everything, so there is always somebody. */
    static String who(List<Role> roles) {
        List<String> names = roles.stream()
                .map(role -> role.title().toLowerCase(Locale.ROOT))
                .toList();
        int last = names.size() - 1;
        String all = last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
        return "PIN of " + ("aeiou".indexOf(all.charAt(0)) < 0 ? "a " : "an ") + all;
    }

    @Override
    public void digit(char digit) {
        if (reason < 0) {
            reason(digit - '1');
        } else {
            pad(digit);
        }
    }

    @Override
    public void pad(char digit) {
        if (lockedUntil == null) {
            error = "";
            pin.type(digit);
            acts.changed();
        }
    }

    /** Behind the first digit lies the reason. */
    @Override
    public void backspace() {
        if (pin.length() > 0) {
            pin.backspace();
        } else {
            reason = -1;
        }
        acts.changed();
    }

    @Override
    public void reason(int index) {
        if (index >= 0 && index < attempt.reasons().size()) {
            reason = index;
            error = "";
            acts.changed();
        }
    }

    @Override
    public void enter() {
        if (lockedUntil != null) {
            return;
        }
        if (reason < 0) {
            error = "Choose why first";
        } else if (pin.length() == 0) {
            error = "Somebody else types the PIN";
        } else {
            check();
        }
        acts.changed();
    }

    private void check() {
        busy = true;
        error = "";
        char[] typed = pin.take();
        String why = attempt.reasons().get(reason);
        acts.tools()
                .work()
                .run(() -> acts.services().approvals().approve(request.id(), typed, why), this::checked, this::failed);
    }

    private void checked(ApprovalResult result) {
        if (!acts.shows(this)) {
            return;
        }
        busy = false;
        if (result instanceof ApprovalResult.Approved approved) {
            perform(approved);
        } else if (result instanceof ApprovalResult.Expired) {
            busy = true;
            acts.attempt(again(), "That took too long. Type the PIN again");
        } else if (result instanceof ApprovalResult.LockedOut locked) {
            lockedUntil = acts.clock().instant().plus(locked.remaining());
            acts.shake();
        } else {
            error = problem(result);
            acts.shake();
        }
        if (!busy) {
            log.info("Leave was refused");
        }
        acts.changed();
    }

    private static String problem(ApprovalResult result) {
        if (result instanceof ApprovalResult.MayNot mayNot) {
            return mayNot.reason();
        }
        return result instanceof ApprovalResult.Unavailable unavailable ? unavailable.reason() : WRONG;
    }

    private void perform(ApprovalResult.Approved approved) {
        busy = true;
        used = true;
        acts.tools()
                .work()
                .run(
                        () -> attempt.call().apply(Optional.of(approved.approval())),
                        result ->
                                acts.answered(again(), result, new Acts.Answer(this, approved.approverName(), CHANGED)),
                        acts::failed);
    }

    private Attempt again() {
        String chosen = reason < 0 ? "" : attempt.reasons().get(reason);
        return new Attempt(attempt.asked(), attempt.reasons(), chosen, attempt.call(), attempt.done());
    }

    private void failed(Exception e) {
        if (acts.shows(this)) {
            acts.failed(e);
        }
    }

    @Override
    public boolean busy() {
        return busy;
    }

    @Override
    public void closed() {
        pin.clear();
        if (!used) {
            acts.services().approvals().withdraw(request.id());
        }
    }

    @Override
    public void tick() {
        Instant until = lockedUntil;
        if (until != null) {
            if (!acts.clock().instant().isBefore(until)) {
                lockedUntil = null;
            }
            acts.changed();
        }
    }

    private String words() {
        Instant until = lockedUntil;
        if (until == null) {
            return error;
        }
        long seconds =
                Math.max(1, Duration.between(acts.clock().instant(), until).toSeconds() + 1);
        return "Too many wrong PINs; try again in " + Formats.duration(seconds);
    }
}
