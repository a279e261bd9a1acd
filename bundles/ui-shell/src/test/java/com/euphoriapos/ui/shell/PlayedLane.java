package com.euphoriapos.ui.shell;

import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.status.StatusBoard;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.TaxTable;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A lane that behaves: people with PINs, a set-up that can be done, chips that can change. Thread-safe enough for tests. */
public final class PlayedLane implements Session, LaneSetup, StatusBoard {
    public static final Operator DANA = new Operator("e1", "Dana", "Reyes", Role.CASHIER);
    public static final Operator RUTH = new Operator("e2", "Ruth", "Klein", Role.MANAGER);
    public static final Operator INACTIVE = new Operator("e9", "Gone", "Away", Role.CASHIER);
    public static final String CODE = "7KQ2-M9XA-44TD-PLZW";

    public final List<String> tried = new ArrayList<>();
    public volatile State state = State.READY;
    public volatile boolean demo;
    public volatile Duration lockOut = Duration.ZERO;
    private final Map<String, Operator> pins =
            new java.util.concurrent.ConcurrentHashMap<>(Map.of("1111", DANA, "222222", RUTH, "9999", INACTIVE));
    private final List<Session.Listener> sessionListeners = new CopyOnWriteArrayList<>();
    private final List<LaneSetup.Listener> setupListeners = new CopyOnWriteArrayList<>();
    private final List<StatusBoard.Listener> statusListeners = new CopyOnWriteArrayList<>();
    private volatile List<StatusItem> items = List.of();
    private volatile Optional<Operator> current = Optional.empty();
    private volatile List<Operator> staff = List.of(DANA, RUTH);
    private volatile Optional<StoreSettings> settings = Optional.empty();

    /** A lane of a store that is set up. */
    public static PlayedLane ready() {
        PlayedLane lane = new PlayedLane();
        lane.settings = Optional.of(store("Main St Spirits", "L1", false));
        return lane;
    }

    /** A machine that nothing was done on. */
    public static PlayedLane fresh() {
        PlayedLane lane = new PlayedLane();
        lane.state = State.NEEDED;
        return lane;
    }

    private static StoreSettings store(String name, String workstation, boolean demo) {
        return new StoreSettings(
                name,
                List.of("12 Main St"),
                List.of(),
                TaxTable.of(new Rate(70_000)),
                "$",
                ZoneId.of("UTC"),
                workstation,
                demo);
    }

    public PlayedLane demo() {
        settings = Optional.of(store("Demo store", "L1", true));
        return this;
    }

    public void staff(List<Operator> people) {
        staff = people;
    }

    public void items(StatusItem... now) {
        items = List.of(now);
        statusListeners.forEach(l -> l.statusChanged(items));
    }

    @Override
    public SignInResult signIn(char[] pin) {
        String typed = new String(pin);
        Arrays.fill(pin, '\0');
        tried.add(typed);
        if (!lockOut.isZero()) {
            return new SignInResult.LockedOut(lockOut);
        }
        Operator found = pins.get(typed);
        if (found == null) {
            return new SignInResult.WrongPin();
        }
        if (found.equals(INACTIVE)) {
            return new SignInResult.EmployeeInactive();
        }
        current = Optional.of(found);
        sessionListeners.forEach(l -> l.sessionChanged(current));
        return new SignInResult.SignedIn(found);
    }

    @Override
    public void signOut() {
        current = Optional.empty();
        sessionListeners.forEach(l -> l.sessionChanged(current));
    }

    @Override
    public SignInResult signInByBadge(String code) {
        return new SignInResult.WrongPin();
    }

    @Override
    public SignInResult unlock(char[] pin) {
        return new SignInResult.WrongPin();
    }

    @Override
    public Duration lockedFor() {
        return lockOut;
    }

    @Override
    public void signOut(String reason) {
        signOut();
    }

    @Override
    public String endedBecause() {
        return "";
    }

    @Override
    public Optional<Operator> current() {
        return current;
    }

    @Override
    public List<Operator> staff() {
        return staff;
    }

    @Override
    public void addListener(Session.Listener listener) {
        sessionListeners.add(listener);
    }

    @Override
    public void removeListener(Session.Listener listener) {
        sessionListeners.remove(listener);
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public List<FieldProblem> check(Answers answers) {
        List<FieldProblem> problems = new ArrayList<>();
        if (answers.storeName().isBlank()) {
            problems.add(new FieldProblem("storeName", "The store needs a name"));
        }
        try {
            Rate.ofPercent(answers.taxPercent());
        } catch (IllegalArgumentException e) {
            problems.add(new FieldProblem("taxPercent", "A number such as 8.875, from 0 to 100"));
        }
        if (!answers.workstationId().matches("[A-Za-z0-9]{1,8}")) {
            problems.add(new FieldProblem("workstationId", "1 to 8 letters and digits, such as L1"));
        }
        if (answers.ownerFirstName().isBlank()) {
            problems.add(new FieldProblem("ownerFirstName", "The owner needs a name"));
        }
        if (answers.ownerPin().length < 6) {
            problems.add(new FieldProblem("ownerPin", "The owner's PIN has at least 6 digits"));
        }
        return problems;
    }

    @Override
    public SetupResult setUp(Answers answers) {
        List<FieldProblem> problems = check(answers);
        if (!problems.isEmpty()) {
            return new SetupResult.Refused(problems);
        }
        Operator owner = new Operator("e0", answers.ownerFirstName(), answers.ownerLastName(), Role.OWNER);
        pins.put(new String(answers.ownerPin()), owner);
        staff = List.of(owner);
        settings = Optional.of(store(answers.storeName(), answers.workstationId(), false));
        become(State.READY);
        return new SetupResult.Done(CODE);
    }

    public void become(State next) {
        state = next;
        setupListeners.forEach(l -> l.setupChanged(next));
    }

    @Override
    public void setUpDemo() {
        demo();
        become(State.READY);
    }

    @Override
    public RecoveryResult recover(String recoveryCode) {
        if (!recoveryCode.equals(CODE)) {
            return new RecoveryResult.Refused("This is not the store's recovery code");
        }
        become(State.READY);
        return new RecoveryResult.Recovered();
    }

    @Override
    public String printRecoveryCode(String recoveryCode) {
        return "No receipt printer is connected; write the code down.";
    }

    @Override
    public void addListener(LaneSetup.Listener listener) {
        setupListeners.add(listener);
    }

    @Override
    public void removeListener(LaneSetup.Listener listener) {
        setupListeners.remove(listener);
    }

    @Override
    public List<StatusItem> items() {
        return items;
    }

    @Override
    public void addListener(StatusBoard.Listener listener) {
        statusListeners.add(listener);
    }

    @Override
    public void removeListener(StatusBoard.Listener listener) {
        statusListeners.remove(listener);
    }

    /** The settings service of this lane. */
    public Settings settings() {
        return () -> settings;
    }

    /** Puts all its services where the window looks for them. */
    public void bindTo(Lane lane) {
        lane.setup().bind(this);
        lane.settings().bind(settings());
        lane.status().bind(this);
        lane.session().bind(this);
    }
}
