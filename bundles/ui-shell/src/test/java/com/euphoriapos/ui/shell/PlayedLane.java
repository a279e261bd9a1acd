package com.euphoriapos.ui.shell;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.replication.CloudLink.EnrolResult;
import com.euphoriapos.api.replication.Pairing.Nearby;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.api.settings.PosConfig;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.status.StatusBoard;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import com.euphoriapos.domain.TaxTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A lane that behaves: people with PINs, a set-up that can be done, chips that can change. Thread-safe enough for tests. */
public final class PlayedLane implements Session, LaneSetup, StatusBoard {
    public static final Operator DANA = new Operator("e1", "Dana", "Reyes", Role.CASHIER);
    public static final Operator RUTH = new Operator("e2", "Ruth", "Klein", Role.MANAGER);
    public static final Operator INACTIVE = new Operator("e9", "Gone", "Away", Role.CASHIER);
    private static final int FAILURES_ALLOWED = 5;
    private static final int UNLOCK_TRIES = 3;
    private static final Duration LOCK = Duration.ofSeconds(30);
    public static final String CODE = "7KQ2-M9XA-44TD-PLZW";

    /** What opens the store that can be joined here. */
    public static final String INVITE = "7KQ2M9XA44TDPLZWCC";

    /** What lets the lane into the cloud. */
    public static final String CLOUD_CODE = "Q2M9XA44TDPLZW7K";

    public final List<String> tried = new ArrayList<>();
    /** Address, code and label of each attempt to join. */
    public final List<String> joins = new CopyOnWriteArrayList<>();

    public volatile List<Nearby> nearby = List.of();
    public volatile State state = State.READY;
    public volatile boolean demo;
    /** Settings by their names, as managers set them. */
    public final Map<String, String> config = new ConcurrentHashMap<>();

    public final List<String> reasons = new CopyOnWriteArrayList<>();
    private final InstantSource clock;
    private final Map<String, Operator> badges = Map.of("EMP-00042", DANA);
    private volatile Instant lockedUntil = Instant.MIN;
    private volatile int failures;
    private volatile int unlockTries;
    private volatile String endedBecause = "";
    private final Map<String, Operator> pins =
            new ConcurrentHashMap<>(Map.of("1111", DANA, "222222", RUTH, "9999", INACTIVE));
    private final List<Session.Listener> sessionListeners = new CopyOnWriteArrayList<>();
    private final List<LaneSetup.Listener> setupListeners = new CopyOnWriteArrayList<>();
    private final List<StatusBoard.Listener> statusListeners = new CopyOnWriteArrayList<>();
    private volatile List<StatusItem> items = List.of();
    private volatile Optional<Operator> current = Optional.empty();
    private volatile List<Operator> staff = List.of(DANA, RUTH);
    private volatile Optional<StoreSettings> settings = Optional.empty();

    private PlayedLane(InstantSource clock) {
        this.clock = clock;
    }

    /** A lane of a store that is set up. */
    public static PlayedLane ready() {
        return ready(InstantSource.system());
    }

    /** One whose lock follows that clock. */
    public static PlayedLane ready(InstantSource clock) {
        PlayedLane lane = new PlayedLane(clock);
        lane.settings = Optional.of(store("Main St Spirits", "L1", false));
        return lane;
    }

    /** A machine that nothing was done on. */
    public static PlayedLane fresh() {
        PlayedLane lane = new PlayedLane(InstantSource.system());
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
        return attempt(pins.get(typed));
    }

    @Override
    public SignInResult signInByBadge(String code) {
        tried.add(code);
        return attempt(badges.get(code));
    }

    private SignInResult attempt(@Nullable Operator found) {
        if (!lockedFor().isZero()) {
            return new SignInResult.LockedOut(lockedFor());
        }
        if (found == null || found.equals(INACTIVE)) {
            failed();
            return found == null ? new SignInResult.WrongPin() : new SignInResult.EmployeeInactive();
        }
        failures = 0;
        become(Optional.of(found), "");
        return new SignInResult.SignedIn(found);
    }

    private void failed() {
        if (++failures >= FAILURES_ALLOWED) {
            lockFor(LOCK.multipliedBy(1L << Math.min(failures - FAILURES_ALLOWED, 5)));
        }
    }

    /** Sign-in is locked from now on, as it may be after a start. */
    public void lockFor(Duration duration) {
        lockedUntil = clock.instant().plus(duration);
    }

    @Override
    public Duration lockedFor() {
        Duration left =
                lockedUntil.equals(Instant.MIN) ? Duration.ZERO : Duration.between(clock.instant(), lockedUntil);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public SignInResult unlock(char[] pin) {
        Operator found = pins.get(new String(pin));
        Arrays.fill(pin, '\0');
        if (++unlockTries > UNLOCK_TRIES) {
            return new SignInResult.LockedOut(lockedFor());
        }
        if (found == null || !found.may(Permission.UNLOCK_SIGN_IN)) {
            failed();
            return new SignInResult.WrongPin();
        }
        failures = 0;
        unlockTries = 0;
        lockedUntil = Instant.MIN;
        return new SignInResult.SignedIn(found);
    }

    @Override
    public void signOut() {
        signOut("");
    }

    @Override
    public void signOut(String reason) {
        reasons.add(reason);
        become(Optional.empty(), reason);
    }

    @Override
    public String endedBecause() {
        return endedBecause;
    }

    /** What they may do changed while they are signed in, or their session ended for that reason. */
    public void become(Optional<Operator> operator, String reason) {
        current = operator;
        endedBecause = reason;
        sessionListeners.forEach(l -> l.sessionChanged(current));
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

    /** Recovery code, address and code of each attempt to enrol. */
    public final List<String> enrolments = new CopyOnWriteArrayList<>();

    @Override
    public EnrolResult enrol(String recoveryCode, String address, String code) {
        enrolments.add(recoveryCode + " " + address + " " + code);
        if (!address.contains(".")) {
            return new EnrolResult.Refused("Its name is not found.", EnrolResult.Part.ADDRESS);
        }
        return code.equals(CLOUD_CODE)
                ? new EnrolResult.Enrolled("Main St Spirits")
                : new EnrolResult.Refused("The cloud says: unknown code", EnrolResult.Part.CODE);
    }

    @Override
    public List<Nearby> nearby() {
        return nearby;
    }

    @Override
    public JoinResult join(JoinRequest request, Consumer<JoinProgress> progress) {
        joins.add(request.address() + " " + request.code() + " " + request.workstationId());
        progress.accept(new JoinProgress(JoinProgress.Step.RECEIVING, 1_234_000, 0));
        if (!request.code().equals(INVITE)) {
            return new JoinResult.Refused(List.of(new FieldProblem("code", "No lane knows this code.")));
        }
        if (request.workstationId().equals("L1")) {
            return new JoinResult.Refused(List.of(new FieldProblem("workstationId", "L1 is another lane.")));
        }
        settings = Optional.of(store("Main St Spirits", request.workstationId(), false));
        become(State.READY);
        return new JoinResult.Joined("Main St Spirits");
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

    /** What roles may do here, when a test says so. */
    public volatile RolePolicy roles = RolePolicy.DEFAULT;

    /** The settings service of this lane. */
    public Settings settings() {
        return new Settings() {
            @Override
            public Optional<StoreSettings> current() {
                return settings;
            }

            @Override
            public RolePolicy roles() {
                return roles;
            }
        };
    }

    private PosConfig posConfig() {
        return new PosConfig() {
            @Override
            public void addListener(Listener listener) {}

            @Override
            public void removeListener(Listener listener) {}

            @Override
            public List<Key> keys() {
                return List.of();
            }

            @Override
            public String getConfig(String key) {
                throw new ForbiddenException("Nobody is signed in.");
            }

            @Override
            public Optional<String> beforeSignIn(String key) {
                return Optional.ofNullable(config.get(key));
            }

            @Override
            public SetResult setConfig(String key, String value) {
                return new SetResult.Forbidden("Nobody is signed in.");
            }
        };
    }

    /** Puts all its services where the window looks for them. */
    public void bindTo(Lane lane) {
        lane.setup().bind(this);
        lane.settings().bind(settings());
        lane.config().bind(posConfig());
        lane.status().bind(this);
        lane.session().bind(this);
    }
}
