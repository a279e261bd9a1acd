package com.euphoriapos.core.session;

import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.core.Listeners;
import com.euphoriapos.core.Workers;
import com.euphoriapos.core.pin.PinCheck;
import com.euphoriapos.core.pin.PinCheck.Outcome;
import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.BadgeCode;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs in by PIN or badge. What a check found and what follows from it are one step, before the next attempt. */
@Component(
        service = {Session.class, SessionControl.class},
        immediate = true)
public final class PinSession implements Session, SessionControl {
    private static final Logger LOG = LoggerFactory.getLogger(PinSession.class);
    private static final String THREAD = "session-journal";
    private static final String KEY_PRESSED = "key";
    private static final String DEACTIVATED = "deactivated";
    private static final int SIGN_OUTS_WAITING_MAX = 32;
    private static final long STOP_MILLIS = 5_000;

    private final Store store;
    private final Settings settings;
    private final PinCheck checks;
    private final Clock clock;
    private final ExecutorService background;
    private final ReentrantLock change = new ReentrantLock();
    private final Listeners<Listener> listeners = new Listeners<>("the session");
    private volatile Optional<Operator> current = Optional.empty();
    private volatile String endedBecause = "";

    @Activate
    public PinSession(@Reference Store store, @Reference Settings settings, @Reference PinCheck checks) {
        this(store, settings, checks, Clock.systemUTC());
    }

    PinSession(Store store, Settings settings, PinCheck checks, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.checks = checks;
        this.clock = clock;
        this.background = Workers.single(THREAD, SIGN_OUTS_WAITING_MAX, new ThreadPoolExecutor.AbortPolicy());
    }

    @Deactivate
    void stop() {
        Workers.stop(background, THREAD, STOP_MILLIS);
    }

    @Override
    public SignInResult signIn(char[] pin) {
        return wiping(
                pin,
                () -> result(
                        checks.pin(pin, (failure, at) -> entries().failed("sign-in", failure, at)),
                        employee -> signedIn(employee, "pin")));
    }

    @Override
    public SignInResult signInByBadge(String code) {
        if (!settings.badgeSignIn()) {
            return new SignInResult.Unavailable("Badges don't sign in here. Enter your PIN.");
        }
        return checks.oneAtATime(() -> result(
                checks.badge(BadgeCode.plain(code), (failure, at) -> entries().failed("badge", failure, at)),
                employee -> signedIn(employee, "badge")));
    }

    @Override
    public SignInResult unlock(char[] pin) {
        PinCheck.Attempt attempt = (failure, at) -> entries().failed("unlock", failure, at);
        return wiping(pin, () -> result(checks.unlockingPin(pin, attempt), employee -> unlockedBy(employee, attempt)));
    }

    @Override
    public Duration lockedFor() {
        return checks.lockedFor();
    }

    @Override
    public void signOut() {
        signOut(KEY_PRESSED);
    }

    @Override
    public void signOut(String reason) {
        signOut(reason, before -> Optional.empty());
    }

    @Override
    public String endedBecause() {
        return endedBecause;
    }

    @Override
    public Optional<Operator> current() {
        return current.map(this::present);
    }

    @Override
    public List<Operator> staff() {
        return store.read(handle -> handle.employees().all().stream()
                .filter(EmployeeRecord::active)
                .map(employee -> employee.operator(settings.roles()))
                .toList());
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    @Override
    public void personChanged(EmployeeRecord employee) {
        // After an attempt that runs, which may have read the person as they were and sign them in.
        checks.oneAtATime(() -> {
            EmployeeRecord now = stored(employee);
            UnaryOperator<Optional<Operator>> next =
                    before -> before.filter(operator -> operator.employeeId().equals(now.id()))
                                    .isEmpty()
                            ? before
                            : Optional.of(now).filter(EmployeeRecord::active).map(this::operator);
            signOut(DEACTIVATED, next);
            return Boolean.TRUE;
        });
    }

    @Override
    public void rolesChanged() {
        become("", before -> before.map(this::present));
    }

    /** As stored now: of two changes at once the one that was stored last must not be the one that is told first. */
    private EmployeeRecord stored(EmployeeRecord told) {
        try {
            return store.read(handle -> handle.employees().byId(told.id())).orElse(told);
        } catch (StoreException e) {
            LOG.error(
                    "A change of the person signed in is taken as told, the store can't be read: {}",
                    e.getMessage(),
                    e);
            return told;
        }
    }

    private SignInResult wiping(char[] pin, Supplier<SignInResult> attempt) {
        try {
            return checks.oneAtATime(attempt);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private SignInResult result(Outcome outcome, Function<EmployeeRecord, SignInResult> whenRight) {
        if (outcome instanceof Outcome.Right right) {
            return whenRight.apply(right.employee());
        }
        if (outcome instanceof Outcome.Inactive) {
            return new SignInResult.EmployeeInactive();
        }
        if (outcome instanceof Outcome.Locked locked) {
            return new SignInResult.LockedOut(locked.remaining());
        }
        return outcome instanceof Outcome.Unavailable unavailable
                ? new SignInResult.Unavailable(unavailable.reason())
                : new SignInResult.WrongPin();
    }

    private SignInResult signedIn(EmployeeRecord employee, String by) {
        Operator operator = operator(employee);
        written(() -> checks.accepted(entries().signedIn(operator, by, clock.instant())));
        become("", before -> Optional.of(operator));
        return new SignInResult.SignedIn(operator);
    }

    private SignInResult unlockedBy(EmployeeRecord employee, PinCheck.Attempt attempt) {
        Operator operator = operator(employee);
        if (!operator.may(Permission.UNLOCK_SIGN_IN)) {
            checks.fails("may-not-unlock", operator.employeeId(), attempt);
            return new SignInResult.WrongPin();
        }
        written(() -> checks.unlocked(entries().unlocked(operator, clock.instant())));
        return new SignInResult.SignedIn(operator);
    }

    /** A disk that fails keeps nobody out: what can't be written is logged. */
    private static void written(Runnable entry) {
        try {
            entry.run();
        } catch (StoreException e) {
            LOG.error("A sign-in is missing in the journal: {}", e.getMessage(), e);
        }
    }

    private void signOut(String reason, UnaryOperator<Optional<Operator>> next) {
        Optional<Operator> before = become(reason, next);
        boolean gone = before.isPresent() && next.apply(before).isEmpty();
        if (gone) {
            Operator operator = before.get();
            try {
                // Not here: the event thread may be calling, and the journal is on the disk.
                background.execute(() -> write(entries().signedOut(operator, reason, clock.instant())));
            } catch (RejectedExecutionException e) {
                LOG.error("The sign-out of {} is missing in the journal", operator.employeeId(), e);
            }
        }
    }

    private void write(JournalRepository.Entry entry) {
        try {
            store.write(handle -> {
                handle.journal().append(entry);
                return Boolean.TRUE;
            });
        } catch (StoreException e) {
            LOG.error("A sign-out is missing in the journal: {}", e.getMessage(), e);
        }
    }

    /** Changes who is signed in and tells it, in the order of the changes; returns who was before. */
    private Optional<Operator> become(String reason, UnaryOperator<Optional<Operator>> step) {
        change.lock();
        try {
            Optional<Operator> before = current;
            Optional<Operator> next = step.apply(before);
            if (before.isPresent() && next.isEmpty()) {
                endedBecause = reason;
            }
            current = next;
            if (!before.equals(next)) {
                listeners.tell(listener -> listener.sessionChanged(next));
            }
            return before;
        } finally {
            change.unlock();
        }
    }

    private Operator operator(EmployeeRecord employee) {
        return employee.operator(settings.roles());
    }

    /** With what the role may now. */
    private Operator present(Operator operator) {
        Authority now = settings.roles().authority(operator.role());
        return now.equals(operator.authority())
                ? operator
                : new Operator(operator.employeeId(), operator.firstName(), operator.lastName(), operator.role(), now);
    }

    private SessionEntries entries() {
        return new SessionEntries(
                settings.current().map(StoreSettings::workstationId).orElse(""));
    }
}
