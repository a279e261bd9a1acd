package com.euphoriapos.core.employee;

import com.euphoriapos.api.employee.Employees.Draft;
import com.euphoriapos.api.employee.Employees.FieldProblem;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who may be changed by whom into what. Pure. */
final class StaffRules {
    static final int NAME_MAX = 40;

    private StaffRules() {}

    /** What is wrong with names and role, as somebody types them. */
    static List<FieldProblem> problems(Draft draft, Operator actor) {
        List<FieldProblem> problems = new ArrayList<>();
        if (draft.firstName().isBlank()) {
            problems.add(new FieldProblem("firstName", "There has to be a first name."));
        }
        nameProblem(draft.firstName()).ifPresent(why -> problems.add(new FieldProblem("firstName", why)));
        nameProblem(draft.lastName()).ifPresent(why -> problems.add(new FieldProblem("lastName", why)));
        if (!actor.role().atLeast(draft.role())) {
            problems.add(new FieldProblem(
                    "role",
                    actor.shortName() + " can't give this role; " + draft.role().withArticle() + " can."));
        }
        return problems;
    }

    /** Why the actor may not change the person, in a sentence; empty when they may. */
    static Optional<String> untouchable(EmployeeRecord person, Operator actor) {
        return actor.role().atLeast(person.role())
                ? Optional.empty()
                : Optional.of(actor.shortName() + " may not change "
                        + person.role().withArticle() + "; " + person.role().withArticle() + " may.");
    }

    /**
     * What would leave the store without somebody who may everything: the last active owner stays one, or, in a store that never had one,
     * the last active manager.
     */
    static Optional<FieldProblem> lastOne(List<EmployeeRecord> everybody, EmployeeRecord changed) {
        boolean anyOwner = everybody.stream().anyMatch(person -> isActive(person, Role.OWNER));
        Role needed = anyOwner ? Role.OWNER : Role.MANAGER;
        boolean had = everybody.stream().anyMatch(person -> isActive(person, needed));
        boolean has = isActive(changed, needed)
                || everybody.stream()
                        .filter(person -> !person.id().equals(changed.id()))
                        .anyMatch(person -> isActive(person, needed));
        if (!had || has) {
            return Optional.empty();
        }
        String who = "This is the last active " + needed.title().toLowerCase(Locale.ROOT);
        return Optional.of(
                changed.active()
                        ? new FieldProblem("role", who + ", and has to stay one.")
                        : new FieldProblem("active", who + ", and has to stay active."));
    }

    /** Why somebody can't get a role with the PIN that they have. */
    static Optional<FieldProblem> pinTooShort(EmployeeRecord before, EmployeeRecord changed) {
        int least = changed.role().pinLengthMin();
        boolean longer = least > before.role().pinLengthMin();
        return longer && before.pinLength() < least
                ? Optional.of(new FieldProblem(
                        "pin", "A PIN of this role has at least " + least + " digits: set another PIN first."))
                : Optional.empty();
    }

    private static boolean isActive(EmployeeRecord person, Role least) {
        return person.active() && person.role().atLeast(least);
    }

    static Optional<String> nameProblem(String name) {
        String stripped = name.strip();
        if (stripped.length() > NAME_MAX) {
            return Optional.of("A name has at most " + NAME_MAX + " characters.");
        }
        return stripped.chars().anyMatch(Character::isISOControl)
                ? Optional.of("A name has letters, not control characters.")
                : Optional.empty();
    }
}
