package com.euphoriapos.ui.manager;

import com.euphoriapos.api.employee.Employees.Draft;
import com.euphoriapos.api.employee.Employees.Employee;
import com.euphoriapos.api.employee.Employees.FieldProblem;
import com.euphoriapos.domain.BadgeCode;
import com.euphoriapos.domain.Role;
import com.euphoriapos.ui.manager.PersonForm.RoleChoice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Somebody while they are changed or added: how they were, what was typed, what is wrong with it. PINs are never kept here. */
final class PersonEditing {
    private static final String BADGE = "badge";
    private static final List<String> FIELDS =
            List.of("firstName", "lastName", "role", "pin", "pinAgain", BADGE, "active");

    private final IntSupplier stamps;
    private final Role own;
    private final boolean self;
    private final Map<String, String> errors = new HashMap<>();
    private @Nullable Employee before;
    private int stamp;
    private String firstName;
    private String lastName;
    private Role role;
    private boolean active;
    private int pinTyped;
    private int againTyped;
    private @Nullable String badge;
    private boolean scanning;
    private boolean busy;

    /**
     * @param stamps gives a new number each time
     * @param before the person as stored, null for somebody new
     * @param own the role of the person signed in
     * @param self whether they change themselves
     */
    PersonEditing(IntSupplier stamps, @Nullable Employee before, Role own, boolean self) {
        this.stamps = stamps;
        this.stamp = stamps.getAsInt();
        this.own = own;
        this.self = self;
        this.before = before;
        firstName = before == null ? "" : before.firstName();
        lastName = before == null ? "" : before.lastName();
        role = before == null ? Role.CASHIER : before.role();
        active = before == null || before.active();
    }

    /** Empty for somebody new. */
    Optional<String> id() {
        return Optional.ofNullable(before).map(Employee::id);
    }

    String name() {
        return (firstName.strip() + " " + lastName.strip()).strip();
    }

    Draft draft() {
        return new Draft(firstName.strip(), lastName.strip(), role);
    }

    void firstName(String text) {
        firstName = text;
        errors.remove("firstName");
    }

    void lastName(String text) {
        lastName = text;
        errors.remove("lastName");
    }

    void role(Role chosen) {
        role = chosen;
        errors.remove("role");
        errors.remove("pin");
    }

    void active(boolean on) {
        active = on;
        errors.remove("active");
    }

    /** How many digits stand in the two PIN fields. */
    void pinTyped(int digits, int again) {
        if (digits != pinTyped) {
            errors.remove("pin");
        }
        errors.remove("pinAgain");
        pinTyped = digits;
        againTyped = again;
    }

    boolean scanning() {
        return scanning;
    }

    void scanning(boolean on) {
        scanning = on;
        errors.remove(BADGE);
    }

    /** A scan became the badge, or is none. */
    void badge(String scanned) {
        String code = BadgeCode.plain(scanned);
        Optional<String> problem = BadgeCode.problem(code);
        if (problem.isPresent()) {
            errors.put(BADGE, problem.get());
        } else {
            badge = code;
            scanning = false;
            errors.remove(BADGE);
        }
    }

    void removeBadge() {
        scanning = false;
        errors.remove(BADGE);
        badge = hadBadge() ? "" : null;
    }

    boolean busy() {
        return busy;
    }

    void busy(boolean on) {
        busy = on;
    }

    /** Why nothing can be changed; empty when it can. */
    String readOnly() {
        Employee was = before;
        if (was == null || own.atLeast(was.role())) {
            return "";
        }
        return "Only " + RoleWords.atLeast(was.role()) + " may change "
                + was.role().withArticle() + ".";
    }

    boolean changed() {
        Employee was = before;
        boolean typed = pinTyped > 0 || againTyped > 0 || badge != null;
        if (was == null) {
            return typed || !name().isEmpty() || role != Role.CASHIER;
        }
        return typed || active != was.active() || draftChanged(was);
    }

    private boolean draftChanged(Employee was) {
        Draft now = draft();
        return !now.firstName().equals(was.firstName())
                || !now.lastName().equals(was.lastName())
                || now.role() != was.role();
    }

    /** Finds what needs no look at the store; false when something is wrong. */
    boolean check(char[] pin, char[] again) {
        errors.clear();
        if (firstName.isBlank()) {
            errors.put("firstName", "Type the first name.");
        }
        if (pin.length > 0 || again.length > 0 || before == null) {
            checkPin(pin, again);
        }
        return errors.isEmpty();
    }

    private void checkPin(char[] pin, char[] again) {
        int least = role.pinLengthMin();
        for (char digit : pin) {
            if (digit < '0' || digit > '9') {
                errors.put("pin", "A PIN has digits only.");
                return;
            }
        }
        if (pin.length < least) {
            errors.put("pin", "At least " + least + " digits for " + role.withArticle() + ".");
        } else if (!Arrays.equals(pin, again)) {
            errors.put("pinAgain", "The two PINs differ.");
        }
    }

    /** What one Save has to do. */
    PersonSaving saving(char[] pin) {
        Employee was = before;
        boolean names = was == null || draftChanged(was);
        Boolean state = was == null || active == was.active() ? null : (Boolean) active;
        return new PersonSaving(was, names ? draft() : null, pin, badge, state);
    }

    /** Takes what was stored as the new state; what could not be stored stays as typed. */
    void stored(PersonSaving.Saved saved) {
        busy = false;
        errors.clear();
        List<FieldProblem> problems = saved.problems();
        problems.forEach(each -> errors.put(FIELDS.contains(each.field()) ? each.field() : "form", each.reason()));
        if (!saved.refusal().isEmpty()) {
            errors.put("form", saved.refusal());
        }
        before = saved.latest() == null ? before : saved.latest();
        if (saved.pinStored()) {
            pinTyped = 0;
            againTyped = 0;
            stamp = stamps.getAsInt();
        }
        if (problems.stream().anyMatch(each -> each.field().equals(BADGE))) {
            badge = null;
        }
    }

    /** The list was read again: nobody's typing is touched by it. */
    void reread(Employee latest) {
        if (!busy && !changed()) {
            before = latest;
            firstName = latest.firstName();
            lastName = latest.lastName();
            role = latest.role();
            active = latest.active();
            stamp = stamps.getAsInt();
        }
    }

    private boolean hadBadge() {
        Employee was = before;
        return was != null && was.hasBadge();
    }

    PersonForm form(boolean asking) {
        Employee was = before;
        String title = was == null ? "New employee" : (was.firstName() + " " + was.lastName()).strip();
        List<RoleChoice> roles = new ArrayList<>();
        for (Role each : Role.values()) {
            String against = own.atLeast(each)
                    ? ""
                    : "Only " + RoleWords.atLeast(each) + " may make somebody " + each.withArticle() + ".";
            roles.add(new RoleChoice(each, against));
        }
        return new PersonForm(
                stamp,
                title,
                was == null,
                firstName,
                lastName,
                role,
                active,
                readOnly(),
                roles,
                pinRule(was),
                badgeWords(),
                badge == null ? hadBadge() : !badge.isEmpty(),
                scanning,
                activeNote(was),
                errors,
                changed(),
                busy,
                asking);
    }

    private String pinRule(@Nullable Employee was) {
        String least = "at least " + role.pinLengthMin() + " digits";
        if (was == null) {
            return RoleWords.sentence(least) + ", not easy to guess";
        }
        if (was.needsNewPin()) {
            return "Somebody else got this PIN on another lane: set a new one";
        }
        if (was.pinTooShort()) {
            return "The role needs a new PIN, " + least;
        }
        return role.pinLengthMin() > was.role().pinLengthMin()
                ? "Empty keeps a PIN that has " + least
                : "Empty keeps it. A new one has " + least;
    }

    private String badgeWords() {
        if (scanning) {
            return "Scan the badge now";
        }
        if (badge != null) {
            return badge.isEmpty() ? "Will be taken away when you save" : "Scanned; it counts when you save";
        }
        return hadBadge() ? "Has a badge" : "No badge";
    }

    private String activeNote(@Nullable Employee was) {
        if (was == null || active || !was.active()) {
            return "";
        }
        return self ? "You will be signed out at once" : "Ends their session at once";
    }
}
