package com.euphoriapos.ui.manager;

import com.euphoriapos.api.employee.Employees;
import com.euphoriapos.api.employee.Employees.Draft;
import com.euphoriapos.api.employee.Employees.Employee;
import com.euphoriapos.api.employee.Employees.EmployeeResult;
import com.euphoriapos.api.employee.Employees.FieldProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one Save does, step by step. The first refusal ends it; what was done before it stays, and is told.
 *
 * @param before the person as stored, null for somebody new
 * @param draft names and role, null where they stay
 * @param pin the new PIN, empty where it stays; wiped by {@link #run}
 * @param badge the new badge's code, empty to take it away, null where it stays
 * @param active whether they may sign in, null where that stays
 */
record PersonSaving(
        @Nullable Employee before,
        @Nullable Draft draft,
        char[] pin,
        @Nullable String badge,
        @Nullable Boolean active) {

    /**
     * What came of it.
     *
     * @param latest the person after what was stored, null when somebody new was not added
     * @param pinStored whether the PIN is the new one
     * @param refusal why a step was not done where no field is to blame, empty otherwise
     */
    record Saved(@Nullable Employee latest, boolean pinStored, List<FieldProblem> problems, String refusal) {
        boolean whole() {
            return problems.isEmpty() && refusal.isEmpty();
        }
    }

    /** Does it; on a thread that may wait. */
    Saved run(Employees people) {
        Employee latest = before;
        boolean pinStored = false;
        try {
            for (Step step : steps(people)) {
                EmployeeResult result = step.work().apply(latest);
                if (result instanceof EmployeeResult.Done done) {
                    latest = done.employee().orElse(latest);
                    pinStored |= step.setsPin();
                } else {
                    return new Saved(latest, pinStored, problems(result), refusal(result));
                }
            }
            return new Saved(latest, pinStored, List.of(), "");
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private static List<FieldProblem> problems(EmployeeResult result) {
        return result instanceof EmployeeResult.Refused refused ? refused.problems() : List.of();
    }

    private static String refusal(EmployeeResult result) {
        if (result instanceof EmployeeResult.Forbidden forbidden) {
            return forbidden.reason();
        }
        return result instanceof EmployeeResult.Unavailable unavailable ? unavailable.reason() : "";
    }

    private List<Step> steps(Employees people) {
        List<Step> steps = new ArrayList<>();
        Draft names = draft;
        boolean newcomer = before == null;
        Step setPin = new Step(true, latest -> people.setPin(id(latest), pin.clone()));
        boolean pinFirst = pin.length > 0 && asksForLonger();
        if (pinFirst) {
            steps.add(setPin);
        }
        if (names != null && newcomer) {
            steps.add(new Step(true, latest -> people.add(names, pin.clone())));
        } else if (names != null) {
            steps.add(new Step(false, latest -> people.change(id(latest), names)));
        }
        if (pin.length > 0 && !newcomer && !pinFirst) {
            steps.add(setPin);
        }
        String code = badge;
        if (code != null) {
            steps.add(new Step(false, latest -> people.setBadge(id(latest), code)));
        }
        Boolean state = active;
        if (state != null) {
            steps.add(new Step(false, latest -> people.setActive(id(latest), state)));
        }
        return steps;
    }

    /** A role with longer PINs is given to somebody who has one; a role with shorter ones comes before the shorter PIN. */
    private boolean asksForLonger() {
        return before != null
                && draft != null
                && draft.role().pinLengthMin() > before.role().pinLengthMin();
    }

    private static String id(@Nullable Employee latest) {
        if (latest == null) {
            throw new IllegalStateException("the person was added without an answer");
        }
        return latest.id();
    }

    private record Step(boolean setsPin, Function<@Nullable Employee, EmployeeResult> work) {}
}
