package com.euphoriapos.ui.shell;

import com.euphoriapos.api.replication.CloudLink.EnrolResult;
import com.euphoriapos.api.replication.Pairing.Nearby;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.setup.LaneSetup.FieldProblem;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.CloudInvite;
import com.euphoriapos.ui.kit.present.Presenter;
import com.euphoriapos.ui.kit.present.UiThread;
import com.euphoriapos.ui.shell.WizardState.Step;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first start: a new store in three steps and a fourth that can be left out, or joining one that is there. The recovery code is
 * shown until its last group was typed. Screen's thread only.
 */
public final class WizardPresenter extends Presenter<WizardView> {
    private static final Logger log = LoggerFactory.getLogger(WizardPresenter.class);
    private static final int GROUP = 4;
    /** Of the code that another lane shows, without dashes. */
    private static final int CODE_LENGTH = 18;
    /** Of the cloud's code, without dashes. */
    private static final int CLOUD_CODE_LENGTH = 16;
    /** A scanned code has its lane's addresses behind strokes; a typed one has neither stops nor colons. */
    private static final String LANE_ADDRESS = "[^/]*[.:][^/]*";

    private static final List<List<String>> FIELDS = List.of(WizardInput.STORE_FIELDS, WizardInput.JOIN_FIELDS);

    private final Lane lane;
    private final Background background;
    private final Runnable finished;
    private final JoinDesk joins;
    private Step step = Step.START;
    private @Nullable Step logged;
    private Map<String, String> errors = Map.of();
    private String problem = "";
    private boolean busy;
    private boolean settingUp;
    private String code = "";
    private String printed = "";
    private String cloudOf = "";

    /** @param finished called when the code was confirmed, or the store was joined */
    public WizardPresenter(Lane lane, Background background, UiThread ui, Runnable finished) {
        this.lane = lane;
        this.background = background;
        this.finished = finished;
        this.joins = new JoinDesk(lane, background, ui, this::render);
    }

    @Override
    protected void attached(WizardView newView) {
        render();
    }

    /** Whether the wizard must stay in front although the lane is set up. */
    public boolean holds() {
        // The lane is ready a moment before the answer with the code is here.
        return settingUp || joins.joining() || step == Step.CODE || step == Step.CLOUD;
    }

    /** The answer to the first question: this is a new store's first lane. */
    public void newStore() {
        leaveStart(Step.STORE);
    }

    /** The answer to the first question: the store is there already. */
    public void joinStore() {
        leaveStart(Step.JOIN);
        joins.look();
    }

    private void leaveStart(Step next) {
        if (step == Step.START) {
            step = next;
            render();
        }
    }

    /** Called each second: who is nearby may have changed. */
    public void tick() {
        if (step == Step.JOIN && !joins.joining()) {
            joins.look();
        }
    }

    /** Whether it waits for the code of a store, or of its cloud. */
    public boolean takesScans() {
        return joinTakesScans() || step == Step.CLOUD && !busy && cloudOf.isEmpty();
    }

    /**
     * Whether the scan is the code that it waits for. What is too short for one, and what can only be the address of a lane, was
     * typed: the keys of somebody quick can arrive as fast as a scanner's.
     */
    public boolean takes(String text) {
        if (!takesScans()) {
            return false;
        }
        String plain = text.strip();
        return step == Step.CLOUD
                ? plain.length() >= CLOUD_CODE_LENGTH
                : plain.length() >= CODE_LENGTH && !plain.matches(LANE_ADDRESS);
    }

    private boolean joinTakesScans() {
        boolean needed =
                lane.setup().get().map(LaneSetup::state).orElse(LaneSetup.State.READY) == LaneSetup.State.NEEDED;
        return needed && step == Step.JOIN && !joins.joining();
    }

    /** Something was scanned: the code that another lane shows, with where that lane is; or what lets the lane into the cloud. */
    public void scanned(String text) {
        WizardView now = view();
        if (now == null || !takes(text)) {
            return;
        }
        if (step == Step.CLOUD) {
            CloudInvite scanned = CloudInvite.of(text);
            fill(WizardInput.CLOUD_ADDRESS, scanned.address());
            fill(WizardInput.CLOUD_CODE, scanned.code());
        } else {
            now.fill(WizardInput.JOIN_CODE, text.strip());
        }
        clear();
        render();
    }

    private void fill(String field, String text) {
        WizardView now = view();
        if (now != null && !text.isEmpty()) {
            now.fill(field, text);
        }
    }

    /** A lane in the list was chosen. */
    public void choose(Nearby nearby) {
        WizardView now = view();
        if (now != null && joinTakesScans()) {
            now.fill(WizardInput.JOIN_ADDRESS, nearby.address());
        }
    }

    /** What stands in a field is no longer what something was said about. */
    public void typed(String field) {
        Map<String, String> left = new LinkedHashMap<>(errors);
        left.remove(field);
        if (field.equals(WizardInput.PIN)) {
            // That the two differ is said at the second.
            left.remove(WizardInput.PIN_AGAIN);
        }
        if (!left.equals(errors) || !problem.isEmpty()) {
            errors = left;
            problem = "";
            render();
        }
    }

    /** Checks the step and goes on; the input's PINs are wiped. */
    public void next(WizardInput input) {
        Optional<LaneSetup> setup = lane.setup().get();
        if (busy() || step == Step.CODE || step == Step.START || setup.isEmpty()) {
            input.wipe();
            return;
        }
        clear();
        if (step == Step.CLOUD) {
            input.wipe();
            enrol(setup.get(), input);
        } else if (step == Step.JOIN) {
            input.wipe();
            join(setup.get(), input);
        } else if (step == Step.STORE) {
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

    private void join(LaneSetup setup, WizardInput input) {
        String code = input.text(WizardInput.JOIN_CODE);
        String label = input.text(WizardInput.JOIN_LABEL);
        if (code.isEmpty()) {
            errors = Map.of(WizardInput.JOIN_CODE, "Type or scan the code that the other lane shows");
        } else {
            joins.join(
                    setup,
                    new LaneSetup.JoinRequest(input.text(WizardInput.JOIN_ADDRESS), code, label),
                    this::refused,
                    this::joined);
        }
    }

    private void refused(List<FieldProblem> problems) {
        take(problems);
        render();
    }

    private void joined() {
        WizardView now = view();
        if (now != null) {
            // It was good for one lane; nobody needs to read it here.
            now.fill(WizardInput.JOIN_CODE, "");
        }
        step = Step.START;
        render();
        finished.run();
    }

    private void enrol(LaneSetup setup, WizardInput input) {
        CloudInvite given = CloudInvite.of(input.text(WizardInput.CLOUD_ADDRESS), input.text(WizardInput.CLOUD_CODE));
        fill(WizardInput.CLOUD_ADDRESS, given.address());
        fill(WizardInput.CLOUD_CODE, given.code());
        if (!cloudOf.isEmpty()) {
            end();
        } else if (given.address().isEmpty()) {
            errors = Map.of(WizardInput.CLOUD_ADDRESS, "Type where the cloud is, or choose “Later, in Lanes”");
        } else if (given.code().isEmpty()) {
            errors = Map.of(WizardInput.CLOUD_CODE, "Type or scan the one-time code, or choose “Later, in Lanes”");
        } else {
            String proof = code;
            ask(() -> setup.enrol(proof, given.address(), given.code()), this::enrolled);
        }
    }

    private void enrolled(EnrolResult result) {
        WizardView now = view();
        if (result instanceof EnrolResult.Enrolled done) {
            cloudOf = done.storeName();
            if (now != null) {
                // It was good for one lane; nobody needs to read it here.
                now.fill(WizardInput.CLOUD_CODE, "");
            }
        } else if (result instanceof EnrolResult.Refused refused) {
            switch (refused.about()) {
                case ADDRESS -> errors = Map.of(WizardInput.CLOUD_ADDRESS, refused.reason());
                case CODE -> errors = Map.of(WizardInput.CLOUD_CODE, refused.reason());
                case OTHER -> problem = refused.reason();
            }
        }
    }

    /** No cloud, or not now: a manager can do it in Lanes at any time. */
    public void later() {
        if (!busy && step == Step.CLOUD) {
            end();
        }
    }

    private void end() {
        // Shown once and kept nowhere; until now it was what proves that here the lane is set up.
        code = "";
        cloudOf = "";
        clear();
        step = Step.START;
        render();
        finished.run();
    }

    /** Back to the step before; after the set-up there is none. */
    public void back() {
        if (step == Step.CLOUD) {
            later();
        } else if (!busy() && step != Step.CODE && step != Step.START) {
            step = step == Step.OWNER ? Step.STORE : Step.START;
            clear();
            render();
        }
    }

    private boolean busy() {
        return busy || joins.joining();
    }

    private void clear() {
        errors = Map.of();
        problem = "";
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
        printed = "";
        clear();
        step = Step.CLOUD;
        render();
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
            String field = step == Step.JOIN && each.field().equals(WizardInput.WORKSTATION)
                    ? WizardInput.JOIN_LABEL
                    : each.field();
            if (FIELDS.stream().anyMatch(of -> of.contains(field)) || field.startsWith("owner")) {
                found.putIfAbsent(field, each.reason());
            } else {
                problem = each.reason();
            }
        }
        errors = found;
    }

    private <T> void ask(Callable<T> work, Consumer<T> answer) {
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
            now.render(new WizardState(
                    step,
                    errors,
                    problem,
                    busy(),
                    step == Step.CODE ? groups(code) : List.of(),
                    printed,
                    joins.state(),
                    cloudOf));
            logShown();
        }
    }

    /** In the diary, as for a screen. */
    private void logShown() {
        if (step != logged) {
            logged = step;
            log.info("The wizard shows {}", step.name().toLowerCase(Locale.ROOT));
        }
    }
}
