package com.euphoriapos.core.employee;

import com.euphoriapos.api.employee.Employees;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.SettingsUpdates;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.core.Listeners;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.core.employee.Staff.Outcome;
import com.euphoriapos.core.pin.BcryptHashing;
import com.euphoriapos.core.pin.PinCheck;
import com.euphoriapos.core.pin.PinHashing;
import com.euphoriapos.core.pin.PinMaker;
import com.euphoriapos.core.pin.PinPolicy;
import com.euphoriapos.core.session.SessionControl;
import com.euphoriapos.core.settings.RoleValues;
import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.BadgeCode;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The people of the store's table. Thread-safe. */
@Component(service = {Employees.class, EmployeeUpdates.class})
public final class StoredEmployees implements Employees, EmployeeUpdates {
    private static final Logger LOG = LoggerFactory.getLogger(StoredEmployees.class);
    // Says neither who has it nor what is wrong with it.
    private static final String PIN_TAKEN = "This PIN can't be used. Choose another.";
    private static final String BADGE_TAKEN = "This badge can't be used. Take another.";

    private final Store store;
    private final Guard guard;
    private final Settings settings;
    private final SettingsUpdates updates;
    private final SessionControl session;
    private final PinMaker maker;
    private final Staff staff;
    private final OwnPin ownPin;
    private final Listeners<Listener> listeners = new Listeners<>("the employees");

    @Activate
    public StoredEmployees(
            @Reference Store store,
            @Reference Guard guard,
            @Reference Settings settings,
            @Reference SettingsUpdates updates,
            @Reference SessionControl session,
            @Reference PinCheck checks) {
        this(store, guard, settings, updates, session, checks, new BcryptHashing(), Clock.systemUTC());
    }

    StoredEmployees(
            Store store,
            Guard guard,
            Settings settings,
            SettingsUpdates updates,
            SessionControl session,
            PinCheck checks,
            PinHashing hashing,
            Clock clock) {
        this.store = store;
        this.guard = guard;
        this.settings = settings;
        this.updates = updates;
        this.session = session;
        this.maker = new PinMaker(store, checks, hashing);
        this.staff = new Staff(store, guard, settings, clock);
        this.ownPin = new OwnPin(checks, maker, staff);
    }

    @Override
    public List<Employee> all() {
        guard.require(Permission.MANAGE_EMPLOYEES);
        return store.read(
                handle -> handle.employees().all().stream().map(Edits::seen).toList());
    }

    @Override
    public List<FieldProblem> check(Draft draft) {
        return StaffRules.problems(draft, guard.require(Permission.MANAGE_EMPLOYEES));
    }

    @Override
    public EmployeeResult add(Draft draft, char[] pin) {
        return wiping(
                pin,
                () -> managing(actor -> {
                    List<FieldProblem> problems = StaffRules.problems(draft, actor);
                    if (!problems.isEmpty()) {
                        return Outcome.refused(problems);
                    }
                    return withPin(
                            pin,
                            draft.role(),
                            made -> staff.write(actor, (handle, trace) -> {
                                String id = UuidCreator.getTimeOrderedEpoch().toString();
                                EmployeeRecord person = Edits.somebodyNew(id, draft, made, trace.at());
                                if (pinTaken(handle, person)) {
                                    return Outcome.refused("pin", PIN_TAKEN);
                                }
                                trace.added(handle, person);
                                return Outcome.done(person);
                            }));
                }));
    }

    @Override
    public EmployeeResult change(String employeeId, Draft draft) {
        return managing(actor -> {
            List<FieldProblem> problems = StaffRules.problems(draft, actor);
            if (!problems.isEmpty()) {
                return Outcome.refused(problems);
            }
            return staff.change(employeeId, actor, (handle, before, trace) -> {
                EmployeeRecord person = Edits.named(before, draft, trace.at());
                if (person.equals(Edits.withActive(before, before.active(), trace.at()))) {
                    return Outcome.unchanged(before);
                }
                Optional<FieldProblem> problem = StaffRules.lastOne(
                                handle.employees().all(), person)
                        .or(() -> StaffRules.pinTooShort(before, person));
                if (problem.isPresent()) {
                    return Outcome.refused(List.of(problem.get()));
                }
                trace.changed(handle, before, person);
                return Outcome.done(person);
            });
        });
    }

    @Override
    public EmployeeResult setPin(String employeeId, char[] pin) {
        return wiping(
                pin,
                () -> managing(actor -> {
                    Optional<EmployeeRecord> known =
                            store.read(handle -> handle.employees().byId(employeeId));
                    Role role = known.map(EmployeeRecord::role).orElse(Role.OWNER);
                    return withPin(
                            pin,
                            role,
                            made -> staff.change(employeeId, actor, (handle, before, trace) -> {
                                EmployeeRecord person = Edits.withPin(before, made, trace.at());
                                Optional<String> problem = PinPolicy.problem(pin, before.role());
                                if (problem.isPresent() || pinTaken(handle, person)) {
                                    return Outcome.refused("pin", problem.orElse(PIN_TAKEN));
                                }
                                trace.did(handle, "PIN_SET", new Trace.Change(PersonPart.PIN, before, person));
                                return Outcome.done(person);
                            }));
                }));
    }

    @Override
    public EmployeeResult setBadge(String employeeId, String code) {
        return managing(actor -> {
            String plain = BadgeCode.plain(code);
            Optional<String> problem = plain.isEmpty() ? Optional.empty() : BadgeCode.problem(plain);
            if (problem.isPresent()) {
                return Outcome.refused("badge", problem.get());
            }
            Optional<String> lookup = plain.isEmpty() ? Optional.of("") : maker.badge(plain);
            if (lookup.isEmpty()) {
                return Staff.secretsLost();
            }
            return staff.change(employeeId, actor, (handle, before, trace) -> {
                if (before.badgeLookup().equals(lookup.get())) {
                    return Outcome.unchanged(before);
                }
                EmployeeRecord person = Edits.withBadge(before, lookup.get(), trace.at());
                if (badgeTaken(handle, person)) {
                    return Outcome.refused("badge", BADGE_TAKEN);
                }
                trace.badge(handle, before, person);
                return Outcome.done(person);
            });
        });
    }

    @Override
    public EmployeeResult setActive(String employeeId, boolean active) {
        return managing(actor -> staff.change(employeeId, actor, (handle, before, trace) -> {
            if (before.active() == active) {
                return Outcome.unchanged(before);
            }
            EmployeeRecord person = Edits.withActive(before, active, trace.at());
            if (active && pinTaken(handle, person)) {
                return Outcome.refused("pin", "The PIN of before can't be used any longer: set another PIN first.");
            }
            if (active && badgeTaken(handle, person)) {
                return Outcome.refused("badge", "The badge of before is in use: set another badge or none first.");
            }
            Optional<FieldProblem> problem =
                    StaffRules.lastOne(handle.employees().all(), person);
            if (problem.isPresent()) {
                return Outcome.refused(List.of(problem.get()));
            }
            trace.did(
                    handle,
                    active ? "EMPLOYEE_ACTIVATED" : "EMPLOYEE_DEACTIVATED",
                    new Trace.Change(PersonPart.ACTIVE, before, person));
            return Outcome.done(person);
        }));
    }

    @Override
    public EmployeeResult changeOwnPin(char[] oldPin, char[] newPin) {
        return wiping(oldPin, () -> wiping(newPin, () -> told(ownPin.change(oldPin, newPin))));
    }

    @Override
    public RolePolicy roles() {
        return settings.roles();
    }

    @Override
    public EmployeeResult changeRole(Role role, Authority authority) {
        Outcome outcome = staff.when(
                Permission.MANAGE_ROLES,
                actor -> staff.write(actor, (handle, trace) -> {
                    // As stored, not as read last: a change of another role at the same time must not be undone by this
                    // one.
                    RolePolicy before = RoleValues.orDefault(handle.settings().get(RoleValues.KEY));
                    Optional<String> problem = before.problemWith(role, authority);
                    if (problem.isPresent()) {
                        return Outcome.refused("role", problem.get());
                    }
                    if (actor.role() != Role.OWNER
                            && (!actor.role().atLeast(role)
                                    || !actor.authority().covers(authority))) {
                        return Outcome.forbidden(
                                actor.shortName() + " may not allow more than their own role may; an owner may.");
                    }
                    if (before.authority(role).equals(authority)) {
                        return new Outcome(new EmployeeResult.Done(Optional.empty()), Optional.empty());
                    }
                    trace.role(handle, role, before, before.with(role, authority));
                    return new Outcome(new EmployeeResult.Done(Optional.empty()), Optional.empty());
                }));
        if (outcome.result() instanceof EmployeeResult.Done) {
            ownRolesChanged();
        }
        return outcome.result();
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    private EmployeeResult managing(Function<Operator, Outcome> work) {
        return told(staff.when(Permission.MANAGE_EMPLOYEES, work));
    }

    private Outcome withPin(char[] pin, Role role, Function<PinMaker.Made, Outcome> then) {
        return PinPolicy.problem(pin, role)
                .map(problem -> Outcome.refused("pin", problem))
                .orElseGet(() -> maker.pin(pin).map(then).orElseGet(Staff::secretsLost));
    }

    private static EmployeeResult wiping(char[] pin, Supplier<EmployeeResult> work) {
        try {
            return work.get();
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /** Whether somebody else who is active has this PIN; asked in the transaction, so that of two at once one gets it. */
    static boolean pinTaken(StoreHandle handle, EmployeeRecord person) {
        return handle.employees()
                .byPinLookup(person.pinLookup())
                .filter(other -> other.active() && !other.id().equals(person.id()))
                .isPresent();
    }

    private static boolean badgeTaken(StoreHandle handle, EmployeeRecord person) {
        return !person.badgeLookup().isEmpty()
                && handle.employees()
                        .byBadgeLookup(person.badgeLookup())
                        .filter(other -> !other.id().equals(person.id()))
                        .isPresent();
    }

    /** After the commit: the session first, so that nobody acts with what was taken away. */
    private EmployeeResult told(Outcome outcome) {
        outcome.stored().ifPresent(person -> {
            session.personChanged(person);
            tell();
        });
        return outcome.result();
    }

    @Override
    public void peopleChanged(Set<String> employeeIds) {
        for (String id : employeeIds) {
            store.read(handle -> handle.employees().byId(id)).ifPresent(session::personChanged);
        }
        tell();
    }

    @Override
    public void rolesChanged() {
        session.rolesChanged();
        tell();
    }

    private void ownRolesChanged() {
        try {
            updates.reload();
        } catch (StoreException | IllegalStateException e) {
            // It is stored: it holds after the next start at the latest.
            LOG.error("The roles could not be read after a change; the old ones hold until the next start", e);
        }
        rolesChanged();
    }

    private void tell() {
        listeners.tell(Listener::employeesChanged);
    }
}
