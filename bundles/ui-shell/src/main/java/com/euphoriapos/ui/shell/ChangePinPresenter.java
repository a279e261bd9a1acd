package com.euphoriapos.ui.shell;

import com.euphoriapos.api.employee.Employees;
import com.euphoriapos.api.employee.Employees.EmployeeResult;
import com.euphoriapos.api.employee.Employees.FieldProblem;
import com.euphoriapos.ui.kit.input.PinBuffer;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.Presenter;
import com.euphoriapos.ui.shell.ChangePinState.Entry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The person signed in changes their own PIN: the old one, the new one twice. Nothing typed outlives the screen. Screen's thread only. */
public final class ChangePinPresenter extends Presenter<ChangePinView> {
    private static final Logger log = LoggerFactory.getLogger(ChangePinPresenter.class);
    /** The field that the answer names when the old PIN was wrong. */
    private static final String OLD_FIELD = "oldPin";

    private final Supplier<Optional<Employees>> employees;
    private final Background background;
    private final Runnable leave;
    private final Map<Entry, PinBuffer> typed = new EnumMap<>(Entry.class);
    private Entry entry = Entry.OLD;
    private String error = "";
    private boolean busy;
    private boolean done;
    /** Counts the visits: an answer to an earlier one is not shown to the next person. */
    private int visit;

    /** @param leave goes back to the screen before */
    public ChangePinPresenter(Supplier<Optional<Employees>> employees, Background background, Runnable leave) {
        this.employees = employees;
        this.background = background;
        this.leave = leave;
        for (Entry each : Entry.values()) {
            typed.put(each, new PinBuffer());
        }
    }

    @Override
    protected void attached(ChangePinView newView) {
        render();
    }

    @Override
    protected void detached() {
        forget();
    }

    /** The screen came to the front, or goes: nothing of a person stays. */
    public void anew() {
        forget();
        visit++;
        busy = false;
        done = false;
        error = "";
        render();
    }

    /** A digit was typed or tapped. */
    public void digit(char digit) {
        if (!busy && !done) {
            error = "";
            buffer(entry).type(digit);
            render();
        }
    }

    /** Takes the last digit back; in an empty entry goes to the one before. */
    public void backspace() {
        if (busy || done) {
            return;
        }
        if (buffer(entry).length() == 0 && entry != Entry.OLD) {
            entry = Entry.values()[entry.ordinal() - 1];
        } else {
            buffer(entry).backspace();
        }
        render();
    }

    /** Goes on to the next entry, and after the last one changes the PIN; when that is done, leaves. */
    public void next() {
        if (done) {
            leave.run();
        } else if (!busy) {
            if (buffer(entry).length() == 0) {
                error = entry == Entry.OLD ? "Type the PIN that you have now" : "Type the new PIN";
            } else if (entry != Entry.AGAIN) {
                error = "";
                entry = Entry.values()[entry.ordinal() + 1];
            } else {
                change();
            }
            render();
        }
    }

    /** Leaves with nothing changed. */
    public void back() {
        if (!busy) {
            leave.run();
        }
    }

    private void change() {
        char[] again = buffer(Entry.AGAIN).take();
        char[] fresh = buffer(Entry.NEW).take();
        boolean same = Arrays.equals(again, fresh);
        Arrays.fill(again, '\0');
        Optional<Employees> service = employees.get();
        if (!same || service.isEmpty()) {
            Arrays.fill(fresh, '\0');
            entry = Entry.NEW;
            wrong(same ? "The store is not open; try again in a moment" : "The two differ; type the new PIN again");
            return;
        }
        busy = true;
        error = "";
        char[] old = buffer(Entry.OLD).copy();
        int asked = visit;
        background.run(
                () -> service.get().changeOwnPin(old, fresh), result -> answered(asked, result), e -> failed(asked, e));
    }

    private void answered(int asked, EmployeeResult result) {
        if (asked != visit) {
            return;
        }
        busy = false;
        if (result instanceof EmployeeResult.Done) {
            forget();
            done = true;
        } else if (result instanceof EmployeeResult.Refused refused) {
            refused(refused.problems());
        } else if (result instanceof EmployeeResult.Forbidden forbidden) {
            startAgain(forbidden.reason());
        } else if (result instanceof EmployeeResult.Unavailable unavailable) {
            startAgain(unavailable.reason());
        }
        render();
    }

    private void refused(List<FieldProblem> problems) {
        boolean old = problems.stream().anyMatch(p -> p.field().equals(OLD_FIELD));
        String reason =
                problems.isEmpty() ? "This PIN can't be used" : problems.get(0).reason();
        if (old) {
            startAgain(reason);
        } else {
            entry = Entry.NEW;
            wrong(reason);
        }
    }

    private void failed(int asked, Exception e) {
        log.error("a PIN could not be changed", e);
        if (asked == visit) {
            busy = false;
            startAgain("The PIN could not be changed; try again");
            render();
        }
    }

    private void startAgain(String reason) {
        forget();
        wrong(reason);
    }

    private void wrong(String sentence) {
        error = sentence;
        ChangePinView now = view();
        if (now != null) {
            now.shake();
        }
    }

    private void forget() {
        typed.values().forEach(PinBuffer::clear);
        entry = Entry.OLD;
    }

    private PinBuffer buffer(Entry of) {
        return Objects.requireNonNull(typed.get(of));
    }

    private void render() {
        ChangePinView now = view();
        if (now != null) {
            List<Integer> lengths =
                    typed.values().stream().map(PinBuffer::length).toList();
            now.render(new ChangePinState(entry, lengths, error, busy, done));
        }
    }
}
