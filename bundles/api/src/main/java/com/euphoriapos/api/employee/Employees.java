package com.euphoriapos.api.employee;

import com.euphoriapos.api.access.Requires;
import com.euphoriapos.api.access.Unrestricted;
import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The people of the store. Nobody changes somebody of a more trusted role than their own, or gives such a role. Each change stands in
 * the journal and in the event log of the same transaction. PINs are wiped by the callee, never shown, logged or exported. Thread-safe;
 * reads and writes the store, and setting a PIN hashes it (about 100 ms): not on the event thread.
 *
 * <p>Methods that read throw {@link com.euphoriapos.api.access.ForbiddenException}; those that change answer
 * {@link EmployeeResult.Forbidden}.
 */
@ProviderType
public interface Employees {
    /** All, active first, by first name. */
    @Requires(Permission.MANAGE_EMPLOYEES)
    List<Employee> all();

    /** What is wrong with a draft, field by field; nothing is changed. The PIN is not looked at. */
    @Requires(Permission.MANAGE_EMPLOYEES)
    List<FieldProblem> check(Draft draft);

    /** Adds somebody with a PIN that nobody active has; two at once for one PIN: one gets it. */
    @Requires(Permission.MANAGE_EMPLOYEES)
    EmployeeResult add(Draft draft, char[] pin);

    /**
     * Changes names and role. The last active owner keeps the role; in a store that has no owner, the last active manager. A role with
     * longer PINs is given only to somebody whose PIN is long enough: {@link #setPin} a long one first, else field {@code pin} is refused.
     */
    @Requires(Permission.MANAGE_EMPLOYEES)
    EmployeeResult change(String employeeId, Draft draft);

    /** Sets another PIN; refused when it is short, not digits, easy to guess or taken. */
    @Requires(Permission.MANAGE_EMPLOYEES)
    EmployeeResult setPin(String employeeId, char[] pin);

    /**
     * Sets or, with an empty code, takes away the badge that signs in. A badge that is in use is refused, and a code that
     * {@link com.euphoriapos.domain.BadgeCode#problem} refuses after {@link com.euphoriapos.domain.BadgeCode#plain}.
     */
    @Requires(Permission.MANAGE_EMPLOYEES)
    EmployeeResult setBadge(String employeeId, String code);

    /**
     * Lets somebody sign in or no longer; the latter ends their session at once. The last active owner stays active. Somebody whose
     * PIN or badge was given to another meanwhile is refused until they have one of their own.
     */
    @Requires(Permission.MANAGE_EMPLOYEES)
    EmployeeResult setActive(String employeeId, boolean active);

    /**
     * The person signed in changes their own PIN; the old one is checked first and counts for the lockout (field {@code oldPin}), and so
     * does a new one that somebody has (field {@code pin}). Both arrays are wiped.
     */
    @Requires(Permission.SELL)
    EmployeeResult changeOwnPin(char[] oldPin, char[] newPin);

    /** What the roles may do; returns at once. */
    @Unrestricted("says what roles may do, nothing of people or sales")
    RolePolicy roles();

    /**
     * Changes what a role may do; owners may everything, for ever. Only an owner gives more than their own role may. Whoever is signed in
     * may at once what their role may now.
     */
    @Requires(Permission.MANAGE_ROLES)
    EmployeeResult changeRole(Role role, Authority authority);

    /** Adds a listener, called after each change on the thread that made it. */
    @Unrestricted("hears only that something changed")
    void addListener(Listener listener);

    @Unrestricted("forgets only")
    void removeListener(Listener listener);

    /**
     * Somebody as managers see them.
     *
     * @param pinTooShort whether the PIN is shorter than the role asks for and should be set anew; no where its length is not known
     * @param hasBadge whether a badge signs them in
     * @param needsNewPin whether somebody else got the same PIN on another lane, and got it first: it signs this one in no longer
     */
    record Employee(
            String id,
            String firstName,
            String lastName,
            Role role,
            boolean active,
            boolean pinTooShort,
            boolean hasBadge,
            boolean needsNewPin) {
        /** Somebody whose PIN is nobody else's. */
        public Employee(
                String id,
                String firstName,
                String lastName,
                Role role,
                boolean active,
                boolean pinTooShort,
                boolean hasBadge) {
            this(id, firstName, lastName, role, active, pinTooShort, hasBadge, false);
        }

        /** First name and initial: "Dana R." */
        public String shortName() {
            return lastName.isBlank() ? firstName : firstName + " " + lastName.charAt(0) + ".";
        }
    }

    /** What a manager types; names of 1 to 40 characters, the last one may be empty. */
    record Draft(String firstName, String lastName, Role role) {}

    /** What is wrong with a field: {@code firstName}, {@code lastName}, {@code role}, {@code pin}, {@code oldPin}, {@code badge}, {@code active}. */
    record FieldProblem(String field, String reason) {}

    /** What became of a change. */
    sealed interface EmployeeResult {
        /** Done; the person after the change, none where a role was changed. */
        record Done(Optional<Employee> employee) implements EmployeeResult {}

        /** Nothing was changed. */
        record Refused(List<FieldProblem> problems) implements EmployeeResult {
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        /** {@code FORBIDDEN}: the sentence says who may. */
        record Forbidden(String reason) implements EmployeeResult {}

        /** It could not be stored or checked; nothing was changed. */
        record Unavailable(String reason) implements EmployeeResult {}
    }

    /** Hears of changes of people or roles. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        void employeesChanged();
    }
}
