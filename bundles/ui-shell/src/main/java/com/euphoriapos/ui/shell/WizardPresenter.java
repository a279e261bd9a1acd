package com.euphoriapos.ui.shell;

import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.setup.LaneSetup.FieldProblem;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.Presenter;
import com.euphoriapos.ui.shell.WizardState.Step;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first start in three steps. The recovery code is shown until its last group was typed. Screen's thread only. */
public final class WizardPresenter extends Presenter<WizardView> {
    private static final Logger log = LoggerFactory.getLogger(WizardPresenter.class);
    private static final int GROUP = 4;

    private final Lane lane;
    private final Background background;
    private final Runnable finished;
    private Step step = Step.STORE;
    private Map<String, String> errors = Map.of();
    private String problem = "";
    private boolean busy;
    private boolean settingUp;
    private String code = "";
    private String printed = "";

    /** @param finished called when the code was confirmed */
    public WizardPresenter(Lane lane, Background background, Runnable finished) {
        this.lane = lane;
        this.background = background;
        this.finished = finished;
    }

    @Override
    protected void attached(WizardView newView) {
        render();
    }

    /** Whether the wizard must stay in front although the lane is set up. */
    public boolean holds() {
        // The lane is ready a moment before the answer with the code is here.
        return settingUp || step == Step.CODE;
    }

    /** Checks the step and goes on; the input's PINs are wiped. */
    public void next(WizardInput input) {
        Optional<LaneSetup> setup = lane.setup().get();
        if (busy || step == Step.CODE || setup.isEmpty()) {
            input.wipe();
            return;
        }
        errors = Map.of();
        problem = "";
        if (step == Step.STORE) {
            LaneSetup.Answers answers = answers(input, input.pin().clone());
            input.wipe();
            ask(() -> setup.get().check(answers), this::storeChecked);
        } else if (!Arrays.equals(input.pin(), input.pinAgain())) {
            input.wipe();
            errors = Map.of(WizardInput.PIN_AGAIN, "The two PINs differ");
        } else {
            LaneSetup.Answers answers = answers(input, input.pin().clone());
            input.wipe();
            settingUp = true;
            ask(() -> setup.get().setUp(answers), this::setUp);
        }
        render();
    }

    /** Back to the step before; after the set-up there is none. */
    public void back() {
        if (!busy && step == Step.OWNER) {
            step = Step.STORE;
            errors = Map.of();
            render();
        }
    }

    /** Prints the recovery code. */
    public void print() {
        Optional<LaneSetup> setup = lane.setup().get();
        if (!busy && step == Step.CODE && setup.isPresent()) {
            String toPrint = code;
            ask(() -> setup.get().printRecoveryCode(toPrint), sentence -> printed = sentence);
            render();
        }
    }

    /** The person typed the last group of the code: it was really written down. */
    public void finish(String lastGroup) {
        if (step != Step.CODE) {
            return;
        }
        List<String> groups = groups(code);
        if (!plain(lastGroup).equals(plain(groups.get(groups.size() - 1)))) {
            errors = Map.of("confirm", "This is not the last group of the code above");
            render();
            return;
        }
        // The code is shown once and kept nowhere.
        code = "";
        printed = "";
        errors = Map.of();
        step = Step.STORE;
        render();
        finished.run();
    }

    private void storeChecked(List<FieldProblem> problems) {
        take(problems.stream()
                .filter(p -> WizardInput.STORE_FIELDS.contains(p.field()))
                .toList());
        if (errors.isEmpty()) {
            step = Step.OWNER;
        }
    }

    private void setUp(LaneSetup.SetupResult result) {
        if (result instanceof LaneSetup.SetupResult.Done done) {
            code = done.recoveryCode();
            step = Step.CODE;
        } else if (result instanceof LaneSetup.SetupResult.Refused refused) {
            take(refused.problems());
            if (errors.keySet().stream().anyMatch(WizardInput.STORE_FIELDS::contains)) {
                step = Step.STORE;
            }
        }
    }

    private void take(List<FieldProblem> problems) {
        Map<String, String> found = new LinkedHashMap<>();
        for (FieldProblem each : problems) {
            if (WizardInput.STORE_FIELDS.contains(each.field()) || each.field().startsWith("owner")) {
                found.putIfAbsent(each.field(), each.reason());
            } else {
                problem = each.reason();
            }
        }
        errors = found;
    }

    private <T> void ask(java.util.concurrent.Callable<T> work, Consumer<T> answer) {
        busy = true;
        background.run(
                work,
                result -> {
                    busy = false;
                    settingUp = false;
                    answer.accept(result);
                    render();
                },
                e -> {
                    log.error("the set-up failed", e);
                    busy = false;
                    settingUp = false;
                    problem = "That did not work; nothing was changed. The log says why.";
                    render();
                });
    }

    private static LaneSetup.Answers answers(WizardInput input, char[] pin) {
        return new LaneSetup.Answers(
                input.text(WizardInput.STORE_NAME),
                input.addressLines(),
                input.text(WizardInput.TAX_PERCENT),
                input.text(WizardInput.CURRENCY),
                input.text(WizardInput.WORKSTATION),
                input.text(WizardInput.FIRST_NAME),
                input.text(WizardInput.LAST_NAME),
                pin);
    }

    /** The code in groups, as it has them, or else by four. */
    static List<String> groups(String code) {
        if (code.isEmpty()) {
            return List.of();
        }
        if (code.matches(".*[\\s-].*")) {
            return Stream.of(code.strip().split("[\\s-]+")).toList();
        }
        return Stream.of(code.split("(?<=\\G.{" + GROUP + "})")).toList();
    }

    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private void render() {
        WizardView now = view();
        if (now != null) {
            now.render(new WizardState(step, errors, problem, busy, groups(code), printed));
        }
    }
}
