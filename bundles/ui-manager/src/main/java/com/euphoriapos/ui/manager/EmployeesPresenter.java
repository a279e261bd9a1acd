package com.euphoriapos.ui.manager;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.employee.Employees;
import com.euphoriapos.api.employee.Employees.Employee;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Role;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.manager.EmployeesState.Row;
import com.euphoriapos.ui.manager.PersonSaving.Saved;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The people of the store: searched, added, changed. Unsaved changes are asked about where they stand, before anything else
 * takes their place. Screen's thread only; the store is asked in the background.
 */
public final class EmployeesPresenter extends EditingPresenter<EmployeesView> {
    private static final Logger log = LoggerFactory.getLogger(EmployeesPresenter.class);

    private final Employees people;
    private final Supplier<Optional<Operator>> operator;
    private final Background background;
    private final Reading<List<Employee>> reading;
    private List<Employee> all = List.of();
    private String search = "";
    private String problem = "";
    private boolean loaded;
    private int stamps;
    private @Nullable PersonEditing editing;

    /**
     * @param operator who is signed in now
     * @param leave goes back to the screen before
     */
    public EmployeesPresenter(
            Employees people, Supplier<Optional<Operator>> operator, Background background, Runnable leave) {
        super(leave);
        this.people = people;
        this.operator = operator;
        this.background = background;
        this.reading = new Reading<>(background, people::all, this::wasRead, this::couldNotRead);
    }

    @Override
    public void read() {
        reading.begin();
    }

    @Override
    public void hidden() {
        search = "";
        super.hidden();
    }

    public void search(String text) {
        search = text;
        render();
    }

    /** A row was chosen. */
    public void choose(String id) {
        PersonEditing now = editing;
        if (now != null && now.id().equals(Optional.of(id))) {
            return;
        }
        all.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .ifPresent(person -> unlessUnsaved(() -> open(person)));
    }

    /** Somebody new. */
    public void add() {
        unlessUnsaved(() -> open(null));
    }

    @Override
    public void back() {
        PersonEditing now = editing;
        if (busy()) {
            return;
        }
        if (asking() || now == null) {
            super.back();
        } else if (now.scanning()) {
            scanBadge(false);
        } else {
            cancel();
        }
    }

    /** Closes the card. */
    public void cancel() {
        unlessUnsaved(this::drop);
    }

    public void firstName(String text) {
        edit(() -> current().firstName(text));
    }

    public void lastName(String text) {
        edit(() -> current().lastName(text));
    }

    public void role(Role role) {
        edit(() -> current().role(role));
    }

    public void active(boolean on) {
        edit(() -> current().active(on));
    }

    /** How many digits stand in the two PIN fields; the digits themselves come with {@link #save}. */
    public void pinTyped(int digits, int again) {
        edit(() -> current().pinTyped(digits, again));
    }

    /** Whether the next scan becomes the badge. */
    public void scanBadge(boolean on) {
        edit(() -> current().scanning(on));
    }

    public void removeBadge() {
        edit(() -> current().removeBadge());
    }

    /** Whether a scan would become somebody's badge now. */
    public boolean takesBadge() {
        PersonEditing now = editing;
        return now != null && now.scanning() && !now.busy();
    }

    /** Something was scanned while this screen is in front. */
    public void scanned(String data) {
        if (takesBadge()) {
            edit(() -> current().badge(data));
        } else {
            say("That scan was not used: choose “Scan the badge” first");
        }
    }

    /** Stores what was changed; both arrays are wiped. */
    public void save(char[] pin, char[] again) {
        PersonEditing now = editing;
        boolean can = now != null && !now.busy() && now.readOnly().isEmpty();
        if (now != null && can && (now.changed() || now.id().isEmpty()) && now.check(pin, again)) {
            now.busy(true);
            PersonSaving saving = now.saving(pin.clone());
            background.run(() -> saving.run(people), saved -> stored(now, saved), e -> couldNotStore(now, e));
        }
        Arrays.fill(pin, '\0');
        Arrays.fill(again, '\0');
        render();
    }

    private PersonEditing current() {
        PersonEditing now = editing;
        if (now == null) {
            throw new IllegalStateException("nobody is being changed");
        }
        return now;
    }

    private void edit(Runnable change) {
        PersonEditing now = editing;
        if (now != null && !now.busy() && now.readOnly().isEmpty()) {
            change.run();
            render();
        }
    }

    @Override
    protected boolean busy() {
        PersonEditing now = editing;
        return now != null && now.busy();
    }

    @Override
    protected boolean unsaved() {
        PersonEditing now = editing;
        return now != null && now.changed() && now.readOnly().isEmpty();
    }

    /** Closes the card. */
    @Override
    protected void drop() {
        editing = null;
    }

    private void open(@Nullable Employee person) {
        Optional<Operator> now = operator.get();
        Role own = now.map(Operator::role).orElse(Role.CASHIER);
        boolean self = person != null
                && now.map(each -> each.employeeId().equals(person.id())).orElse(false);
        editing = new PersonEditing(() -> ++stamps, person, own, self);
    }

    private void wasRead(List<Employee> found) {
        loaded = true;
        problem = "";
        all = List.copyOf(found);
        PersonEditing now = editing;
        if (now != null) {
            now.id().flatMap(this::person).ifPresent(now::reread);
        }
        render();
    }

    private void couldNotRead(Exception e) {
        loaded = true;
        all = List.of();
        problem = Failure.sentence(
                e, log, "the employees could not be read", "The list could not be read; the log says why");
        render();
    }

    private Optional<Employee> person(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private void stored(PersonEditing of, Saved saved) {
        boolean added = of.id().isEmpty();
        of.stored(saved);
        Employee latest = saved.latest();
        if (saved.whole() && editing == of && latest != null) {
            open(latest);
            say(of.name() + (added ? " was added" : " was changed"));
        } else if (added && latest != null) {
            say(of.name() + " was added, but not everything was taken");
        }
        render();
        read();
    }

    private void couldNotStore(PersonEditing of, Exception e) {
        log.error("an employee could not be stored", e);
        String sentence = e instanceof ForbiddenException
                ? String.valueOf(e.getMessage())
                : "That failed; the log says why. Look at the list before you try again.";
        of.stored(new Saved(null, false, List.of(), sentence));
        render();
        read();
    }

    @Override
    protected void render() {
        EmployeesView now = view();
        if (now == null) {
            return;
        }
        String self = operator.get().map(Operator::employeeId).orElse("");
        List<Row> rows = PeopleRows.of(all, search, self);
        PersonEditing form = editing;
        String chosen = form == null ? "" : form.id().orElse("");
        now.render(new EmployeesState(
                rows, search, chosen, Optional.ofNullable(form).map(each -> each.form(asking())), problem, loaded));
    }
}
