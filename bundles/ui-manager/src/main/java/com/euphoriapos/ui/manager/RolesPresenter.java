package com.euphoriapos.ui.manager;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.employee.Employees;
import com.euphoriapos.api.employee.Employees.EmployeeResult;
import com.euphoriapos.api.employee.Employees.FieldProblem;
import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.Formats;
import com.euphoriapos.ui.manager.RolesState.Check;
import com.euphoriapos.ui.manager.RolesState.Limit;
import com.euphoriapos.ui.manager.RolesState.LimitRow;
import com.euphoriapos.ui.manager.RolesState.PermissionRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the roles may do: one role is changed at a time and saved whole, because each must at every moment fit between its
 * neighbours. Screen's thread only.
 */
public final class RolesPresenter extends EditingPresenter<RolesView> {
    private static final Logger log = LoggerFactory.getLogger(RolesPresenter.class);

    private final Employees people;
    private final Supplier<Optional<Operator>> operator;
    private final Background background;
    private RolePolicy policy = RolePolicy.DEFAULT;
    private RoleDraft draft = RoleDraft.of(Role.CASHIER, Role.CASHIER.defaultAuthority());
    private String refusal = "";
    private int stamp;
    private boolean busy;

    /**
     * @param operator who is signed in now
     * @param leave goes back to the screen before
     */
    public RolesPresenter(
            Employees people, Supplier<Optional<Operator>> operator, Background background, Runnable leave) {
        super(leave);
        this.people = people;
        this.operator = operator;
        this.background = background;
    }

    @Override
    protected void attached(RolesView newView) {
        read();
    }

    /** What is being changed here stays. */
    @Override
    public void read() {
        boolean untouched = !unsaved();
        policy = people.roles();
        if (untouched && !busy) {
            take(draft.role());
        }
        render();
    }

    /** Shows the limits of a role. */
    public void choose(Role role) {
        if (role != draft.role()) {
            unlessUnsaved(() -> take(role));
        }
    }

    /** A cell was tapped. */
    public void toggle(Role role, Permission permission) {
        if (role != draft.role()) {
            unlessUnsaved(() -> {
                take(role);
                toggleChosen(permission);
            });
        } else if (!asking()) {
            toggleChosen(permission);
        }
    }

    private void toggleChosen(Permission permission) {
        String against = readOnly();
        if (!against.isEmpty()) {
            say(against);
        } else if (!busy) {
            refusal = "";
            draft = draft.toggled(permission);
        }
        render();
    }

    public void percent(String text) {
        edit(draft.withPercent(text));
    }

    public void amount(String text) {
        edit(draft.withAmount(text));
    }

    private void edit(RoleDraft next) {
        if (!busy && readOnly().isEmpty()) {
            refusal = "";
            draft = next;
            render();
        }
    }

    /** Stores the role. */
    public void save() {
        Optional<Authority> authority = draft.authority();
        boolean can = !busy && readOnly().isEmpty() && unsaved() && problem().isEmpty();
        if (can && authority.isPresent()) {
            busy = true;
            refusal = "";
            Role role = draft.role();
            background.run(() -> people.changeRole(role, authority.get()), this::stored, this::couldNotStore);
            render();
        }
    }

    /** Takes back what was changed. */
    public void cancel() {
        if (!busy) {
            throwAway();
        }
    }

    @Override
    protected boolean busy() {
        return busy;
    }

    @Override
    protected void drop() {
        take(draft.role());
    }

    private void take(Role role) {
        draft = RoleDraft.of(role, policy.authority(role));
        refusal = "";
        stamp++;
    }

    @Override
    protected boolean unsaved() {
        RoleDraft before = RoleDraft.of(draft.role(), policy.authority(draft.role()));
        Optional<Authority> now = draft.authority();
        return now.isEmpty() ? !draft.equals(before) : !now.get().equals(policy.authority(draft.role()));
    }

    /** Why the chosen role cannot be changed by this person; empty when it can. */
    private String readOnly() {
        if (draft.role() == Role.OWNER) {
            return "Owners may everything; that can't be changed.";
        }
        boolean may =
                operator.get().map(each -> each.may(Permission.MANAGE_ROLES)).orElse(false);
        if (may) {
            return "";
        }
        Role least = Stream.of(Role.values())
                .filter(role -> policy.authority(role).may(Permission.MANAGE_ROLES))
                .findFirst()
                .orElse(Role.OWNER);
        return "Only " + RoleWords.atLeast(least) + " may change what roles may do.";
    }

    private String problem() {
        return draft.authority()
                .flatMap(authority -> policy.problemWith(draft.role(), authority))
                .orElse("");
    }

    private void stored(EmployeeResult result) {
        busy = false;
        if (result instanceof EmployeeResult.Done) {
            policy = people.roles();
            take(draft.role());
            say(draft.role().title() + " was changed; it counts at once");
        } else if (result instanceof EmployeeResult.Refused refused) {
            refusal = String.join(
                    " ", refused.problems().stream().map(FieldProblem::reason).toList());
        } else if (result instanceof EmployeeResult.Forbidden forbidden) {
            refusal = forbidden.reason();
        } else if (result instanceof EmployeeResult.Unavailable unavailable) {
            refusal = unavailable.reason();
        }
        render();
    }

    private void couldNotStore(Exception e) {
        log.error("the role could not be changed", e);
        busy = false;
        refusal = e instanceof ForbiddenException ? String.valueOf(e.getMessage()) : "That failed; the log says why";
        render();
    }

    @Override
    protected void render() {
        RolesView now = view();
        if (now == null) {
            return;
        }
        List<PermissionRow> rows = new ArrayList<>();
        for (Permission permission : Permission.values()) {
            rows.add(new PermissionRow(
                    permission,
                    Stream.of(Role.values())
                            .map(role -> check(role, permission))
                            .toList()));
        }
        List<LimitRow> limits = List.of(
                new LimitRow("Largest % off a line", limits(this::percentOf, draft.percentWrong(policy))),
                new LimitRow("Largest amount", limits(this::amountOf, draft.amountWrong(policy))));
        now.render(new RolesState(
                stamp,
                rows,
                limits,
                draft.role(),
                draft.percent(),
                draft.amount(),
                readOnly(),
                problem(),
                errors(),
                unsaved(),
                busy,
                asking()));
    }

    private Check check(Role role, Permission permission) {
        if (role != draft.role()) {
            return new Check(policy.authority(role).may(permission), false);
        }
        return new Check(draft.permissions().contains(permission), draft.wrong(policy, permission));
    }

    private List<Limit> limits(Function<Role, String> words, boolean wrong) {
        return Stream.of(Role.values())
                .map(role -> new Limit(words.apply(role), wrong && role == draft.role()))
                .toList();
    }

    private Authority shown(Role role) {
        Authority stored = policy.authority(role);
        return role == draft.role() ? draft.authority().orElse(stored) : stored;
    }

    private String percentOf(Role role) {
        return shown(role).largestPercent().percent() + " %";
    }

    private String amountOf(Role role) {
        Authority authority = shown(role);
        return authority.largestAmount().equals(Authority.NO_LIMIT)
                ? "no limit"
                : Formats.money(authority.largestAmount().cents());
    }

    private Map<String, String> errors() {
        Map<String, String> errors = new HashMap<>();
        errors.put("percent", draft.percentError());
        errors.put("amount", draft.amountError());
        errors.put("form", refusal);
        errors.values().removeIf(String::isEmpty);
        return errors;
    }
}
