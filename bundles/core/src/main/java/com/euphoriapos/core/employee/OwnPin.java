package com.euphoriapos.core.employee;

import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.core.employee.Staff.Outcome;
import com.euphoriapos.core.pin.PinCheck;
import com.euphoriapos.core.pin.PinMaker;
import com.euphoriapos.core.pin.PinPolicy;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Somebody changes their own PIN. Both the old PIN and the wish for one that a colleague has count for the lane's lockout: otherwise the
 * new PIN would be a way to find out other people's.
 */
record OwnPin(PinCheck checks, PinMaker maker, Staff staff) {
    private static final String TAKEN = "This PIN can't be used. Choose another.";

    Outcome change(char[] oldPin, char[] newPin) {
        return staff.when(Permission.SELL, actor -> checks.oneAtATime(() -> checked(actor, oldPin, newPin)));
    }

    private Outcome checked(Operator actor, char[] oldPin, char[] newPin) {
        PinCheck.Attempt attempt = (failure, at) -> entry(actor, failure, at);
        PinCheck.Outcome old = checks.pin(oldPin, attempt);
        if (old instanceof PinCheck.Outcome.Locked locked) {
            return Outcome.refused("oldPin", "Too many wrong PINs. Try again in " + words(locked.remaining()) + ".");
        }
        if (old instanceof PinCheck.Outcome.Unavailable unavailable) {
            return Outcome.unavailable(unavailable.reason());
        }
        if (!(old instanceof PinCheck.Outcome.Right right)) {
            return Outcome.refused("oldPin", "This is not your PIN.");
        }
        if (!right.employee().id().equals(actor.employeeId())) {
            checks.fails("not-own-pin", right.employee().id(), attempt);
            return Outcome.refused("oldPin", "This is not your PIN.");
        }
        Optional<String> problem = Arrays.equals(oldPin, newPin)
                ? Optional.of("This is the PIN that you have. Choose another.")
                : PinPolicy.problem(newPin, actor.role());
        return problem.map(why -> Outcome.refused("pin", why)).orElseGet(() -> maker.pin(newPin)
                .map(made -> stored(actor, made, attempt))
                .orElseGet(Staff::secretsLost));
    }

    private Outcome stored(Operator actor, PinMaker.Made made, PinCheck.Attempt attempt) {
        AtomicBoolean taken = new AtomicBoolean();
        Outcome outcome = staff.change(actor.employeeId(), actor, (handle, before, trace) -> {
            EmployeeRecord person = Edits.withPin(before, made, trace.at());
            if (StoredEmployees.pinTaken(handle, person)) {
                taken.set(true);
                return Outcome.refused("pin", TAKEN);
            }
            trace.did(handle, "PIN_CHANGED", new Trace.Change(PersonPart.PIN, before, person));
            return Outcome.done(person);
        });
        if (taken.get()) {
            checks.fails("pin-taken", actor.employeeId(), attempt);
        }
        return outcome;
    }

    private JournalRepository.Entry entry(Operator actor, PinCheck.Failure failure, Instant at) {
        String detail = failure.detail("own-pin", staff.lane());
        return new JournalRepository.Entry(at, "SIGN_IN_FAILED", actor.employeeId(), failure.employeeId(), detail);
    }

    private static String words(Duration remaining) {
        long seconds = Math.max(1, remaining.toSeconds());
        return seconds + (seconds == 1 ? " second" : " seconds");
    }
}
