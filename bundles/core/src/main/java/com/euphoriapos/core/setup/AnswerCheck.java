package com.euphoriapos.core.setup;

import com.euphoriapos.api.setup.LaneSetup.Answers;
import com.euphoriapos.api.setup.LaneSetup.FieldProblem;
import com.euphoriapos.core.lane.LaneRules;
import com.euphoriapos.core.pin.PinPolicy;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the wizard's answers one by one. */
final class AnswerCheck {
    private static final int NAME_MAX = 60;
    private static final int LINES_MAX = 6;
    private static final int CURRENCY_MAX = 3;

    private final List<FieldProblem> problems = new ArrayList<>();

    private AnswerCheck() {}

    static List<FieldProblem> problems(Answers answers) {
        AnswerCheck check = new AnswerCheck();
        check.name("storeName", answers.storeName(), "The store needs a name.");
        check.address(answers.addressLines());
        check.taxPercent(answers.taxPercent());
        check.currency(answers.currencySymbol());
        check.workstationId(answers.workstationId());
        check.name("ownerFirstName", answers.ownerFirstName(), "The owner needs a first name.");
        check.length("ownerLastName", answers.ownerLastName(), NAME_MAX);
        PinPolicy.problem(answers.ownerPin(), Role.OWNER).ifPresent(reason -> check.found("ownerPin", reason));
        return List.copyOf(check.problems);
    }

    private void name(String field, String value, String whenBlank) {
        if (value.isBlank()) {
            found(field, whenBlank);
        } else {
            length(field, value, NAME_MAX);
        }
    }

    private void length(String field, String value, int max) {
        if (value.strip().length() > max) {
            found(field, "At most " + max + " characters.");
        } else if (value.strip().chars().anyMatch(Character::isISOControl)) {
            found(field, "No line breaks and no control characters.");
        }
    }

    private void address(List<String> lines) {
        if (lines.size() > LINES_MAX) {
            found("addressLines", "At most " + LINES_MAX + " lines.");
        }
        lines.forEach(line -> length("addressLines", line, NAME_MAX));
    }

    private void taxPercent(String percent) {
        try {
            Rate.ofPercent(percent.strip());
        } catch (IllegalArgumentException e) {
            found("taxPercent", "A tax rate is a percentage from 0 to 100 with at most four decimals, such as 8.875.");
        }
    }

    private void currency(String symbol) {
        if (symbol.isBlank()) {
            found("currencySymbol", "A currency symbol is needed, such as $.");
        } else {
            length("currencySymbol", symbol, CURRENCY_MAX);
        }
    }

    private void workstationId(String id) {
        labelProblem(id).ifPresent(problem -> problems.add(problem));
    }

    /** What is wrong with the label of a lane. */
    static Optional<FieldProblem> labelProblem(String id) {
        return LaneRules.isLabel(id.strip())
                ? Optional.empty()
                : Optional.of(new FieldProblem(
                        "workstationId",
                        "A workstation id is 1 to 8 letters and digits, such as L1, and no other lane has it."));
    }

    private void found(String field, String reason) {
        problems.add(new FieldProblem(field, reason));
    }
}
