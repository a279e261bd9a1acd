package com.euphoriapos.ui.manager.testing;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.employee.Employees;
import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The people of a store in memory, with the rules that managers meet: roles, PINs and badges of one's own, the last owner. */
public final class MemoryEmployees implements Employees {
    private final MemorySession session;
    private final Map<String, Employee> people = new LinkedHashMap<>();
    private final Map<String, String> pins = new LinkedHashMap<>();
    private final Map<String, String> badges = new LinkedHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private RolePolicy policy = RolePolicy.DEFAULT;
    private boolean broken;

    public MemoryEmployees(MemorySession session) {
        this.session = session;
    }

    /** Adds somebody with a PIN, without asking who may. */
    public MemoryEmployees with(Employee person, String pin) {
        people.put(person.id(), person);
        pins.put(person.id(), pin);
        if (person.hasBadge()) {
            badges.put(person.id(), "BADGE-" + person.id());
        }
        return this;
    }

    public static Employee person(String id, String firstName, String lastName, Role role) {
        return new Employee(id, firstName, lastName, role, true, false, false);
    }

    /** From now on the store cannot be read or written. */
    public void breakDown() {
        broken = true;
    }

    public Employee get(String id) {
        Employee found = people.get(id);
        if (found == null) {
            throw new IllegalArgumentException("nobody " + id);
        }
        return found;
    }

    public String pin(String id) {
        return pins.getOrDefault(id, "");
    }

    public String badge(String id) {
        return badges.getOrDefault(id, "");
    }

    /** What was asked to be changed, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public List<Employee> all() {
        Optional<String> forbidden = forbidden(Permission.MANAGE_EMPLOYEES);
        if (forbidden.isPresent()) {
            throw new ForbiddenException(forbidden.get());
        }
        if (broken) {
            throw new IllegalStateException("the disk is gone");
        }
        return people.values().stream()
                .sorted(Comparator.comparing((Employee each) -> !each.active()).thenComparing(Employee::firstName))
                .toList();
    }

    @Override
    public List<FieldProblem> check(Draft draft) {
        if (draft.firstName().length() > 40) {
            return List.of(new FieldProblem("firstName", "A name has at most 40 characters."));
        }
        return List.of();
    }

    @Override
    public EmployeeResult add(Draft draft, char[] pin) {
        String id = "e" + (people.size() + 1);
        return change("add", Optional.empty(), draft.role(), () -> {
            List<FieldProblem> problems = new ArrayList<>(check(draft));
            problems.addAll(pinProblems(id, draft.role(), pin));
            if (problems.isEmpty()) {
                pins.put(id, new String(pin));
                people.put(id, person(id, draft.firstName(), draft.lastName(), draft.role()));
            }
            Arrays.fill(pin, '\0');
            return answer(id, problems);
        });
    }

    @Override
    public EmployeeResult change(String employeeId, Draft draft) {
        return change("change", Optional.of(employeeId), draft.role(), () -> {
            List<FieldProblem> problems = new ArrayList<>(check(draft));
            Employee was = get(employeeId);
            if (was.role() == Role.OWNER && draft.role() != Role.OWNER && lastOwner(was)) {
                problems.add(new FieldProblem("role", "The last active owner keeps the role."));
            }
            boolean longer = draft.role().pinLengthMin() > was.role().pinLengthMin();
            if (longer && pin(employeeId).length() < draft.role().pinLengthMin()) {
                problems.add(new FieldProblem("pin", "A PIN of this role is longer: set another PIN first."));
            }
            if (problems.isEmpty()) {
                people.put(
                        employeeId,
                        new Employee(
                                employeeId,
                                draft.firstName(),
                                draft.lastName(),
                                draft.role(),
                                was.active(),
                                false,
                                was.hasBadge()));
            }
            return answer(employeeId, problems);
        });
    }

    @Override
    public EmployeeResult setPin(String employeeId, char[] pin) {
        return change("setPin", Optional.of(employeeId), Role.CASHIER, () -> {
            List<FieldProblem> problems =
                    pinProblems(employeeId, get(employeeId).role(), pin);
            if (problems.isEmpty()) {
                pins.put(employeeId, new String(pin));
            }
            Arrays.fill(pin, '\0');
            return answer(employeeId, problems);
        });
    }

    @Override
    public EmployeeResult setBadge(String employeeId, String code) {
        return change("setBadge", Optional.of(employeeId), Role.CASHIER, () -> {
            boolean taken = !code.isEmpty()
                    && badges.entrySet().stream()
                            .anyMatch(each -> each.getValue().equals(code)
                                    && !each.getKey().equals(employeeId));
            if (taken) {
                return answer(employeeId, List.of(new FieldProblem("badge", "This badge is in use.")));
            }
            badges.put(employeeId, code);
            Employee was = get(employeeId);
            people.put(employeeId, copy(was, was.active(), !code.isEmpty()));
            return answer(employeeId, List.of());
        });
    }

    @Override
    public EmployeeResult setActive(String employeeId, boolean active) {
        return change("setActive", Optional.of(employeeId), Role.CASHIER, () -> {
            Employee was = get(employeeId);
            if (!active && was.role() == Role.OWNER && lastOwner(was)) {
                return answer(employeeId, List.of(new FieldProblem("active", "The last active owner stays active.")));
            }
            people.put(employeeId, copy(was, active, was.hasBadge()));
            return answer(employeeId, List.of());
        });
    }

    @Override
    public EmployeeResult changeOwnPin(char[] oldPin, char[] newPin) {
        throw new IllegalStateException("not on this screen");
    }

    @Override
    public RolePolicy roles() {
        return policy;
    }

    @Override
    public EmployeeResult changeRole(Role role, Authority authority) {
        calls.add("changeRole " + role);
        Optional<String> forbidden = forbidden(Permission.MANAGE_ROLES);
        if (forbidden.isPresent()) {
            return new EmployeeResult.Forbidden(forbidden.get());
        }
        if (broken) {
            return new EmployeeResult.Unavailable("The store cannot be written.");
        }
        Optional<String> problem = policy.problemWith(role, authority);
        if (problem.isPresent()) {
            return new EmployeeResult.Refused(List.of(new FieldProblem("role", problem.get())));
        }
        policy = policy.with(role, authority);
        listeners.forEach(Listener::employeesChanged);
        return new EmployeeResult.Done(Optional.empty());
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    private static Employee copy(Employee was, boolean active, boolean hasBadge) {
        return new Employee(was.id(), was.firstName(), was.lastName(), was.role(), active, was.pinTooShort(), hasBadge);
    }

    private boolean lastOwner(Employee who) {
        return who.active()
                && people.values().stream()
                                .filter(each -> each.active() && each.role() == Role.OWNER)
                                .count()
                        == 1;
    }

    private List<FieldProblem> pinProblems(String id, Role role, char[] pin) {
        String digits = new String(pin);
        if (digits.length() < role.pinLengthMin()) {
            return List.of(new FieldProblem("pin", "The PIN is too short."));
        }
        boolean taken = pins.entrySet().stream()
                .anyMatch(each -> each.getValue().equals(digits)
                        && !each.getKey().equals(id)
                        && get(each.getKey()).active());
        return taken ? List.of(new FieldProblem("pin", "This PIN is taken; choose another.")) : List.of();
    }

    private EmployeeResult change(String what, Optional<String> id, Role given, Supplier<EmployeeResult> work) {
        calls.add(what + id.map(each -> " " + each).orElse(""));
        Optional<String> forbidden = forbidden(Permission.MANAGE_EMPLOYEES);
        if (forbidden.isPresent()) {
            return new EmployeeResult.Forbidden(forbidden.get());
        }
        Role own = session.current().map(Operator::role).orElse(Role.CASHIER);
        boolean above = !own.atLeast(given)
                || id.isPresent() && !own.atLeast(get(id.get()).role());
        if (above) {
            return new EmployeeResult.Forbidden("Only an owner may do that.");
        }
        if (broken) {
            return new EmployeeResult.Unavailable("The store cannot be written.");
        }
        EmployeeResult result = work.get();
        listeners.forEach(Listener::employeesChanged);
        return result;
    }

    private EmployeeResult answer(String id, List<FieldProblem> problems) {
        return problems.isEmpty()
                ? new EmployeeResult.Done(Optional.of(get(id)))
                : new EmployeeResult.Refused(problems);
    }

    private Optional<String> forbidden(Permission needed) {
        Optional<Operator> operator = session.current();
        if (operator.isPresent() && operator.get().may(needed)) {
            return Optional.empty();
        }
        String who = operator.map(Operator::shortName).orElse("Nobody");
        return Optional.of(who + " may not do that; a manager may.");
    }
}
