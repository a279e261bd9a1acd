package com.euphoriapos.core.session;

import com.euphoriapos.api.secret.SecretException;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.core.Workers;
import com.euphoriapos.core.pin.BcryptHashing;
import com.euphoriapos.core.pin.PinHash;
import com.euphoriapos.core.pin.PinHashing;
import com.euphoriapos.core.pin.PinLookup;
import com.euphoriapos.core.pin.PinPolicy;
import com.euphoriapos.core.session.SessionJournal.Failure;
import com.euphoriapos.domain.Operator;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs in by PIN. Attempts run one at a time, so that guessing in parallel can't outrun the lockout. */
@Component(service = Session.class, immediate = true)
public final class PinSession implements Session {
    private static final Logger LOG = LoggerFactory.getLogger(PinSession.class);
    private static final String THREAD = "session-journal";
    private static final int SIGN_OUTS_WAITING_MAX = 32;
    private static final long STOP_MILLIS = 5_000;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable SecretStore secrets;

    private final Store store;
    private final Settings settings;
    private final PinHashing hashing;
    private final Clock clock;
    private final SessionJournal journal;
    private final Lockout lockout;
    private final ExecutorService background;
    private final ReentrantLock attempt = new ReentrantLock();
    private final ReentrantLock change = new ReentrantLock();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<Operator> current = Optional.empty();

    @Activate
    public PinSession(@Reference Store store, @Reference Settings settings) {
        this(store, settings, new BcryptHashing(), Clock.systemUTC(), System::nanoTime);
    }

    PinSession(Store store, Settings settings, PinHashing hashing, Clock clock, LongSupplier nanoTime) {
        this.store = store;
        this.settings = settings;
        this.hashing = hashing;
        this.clock = clock;
        this.journal = new SessionJournal(store);
        this.lockout = new Lockout(clock, nanoTime);
        this.background = Workers.single(THREAD, SIGN_OUTS_WAITING_MAX, new ThreadPoolExecutor.AbortPolicy());
        journal.lockout().ifPresent(lockout::restore);
    }

    /** For tests, which have no container that injects it. */
    PinSession with(SecretStore secretStore) {
        secrets = secretStore;
        return this;
    }

    @Deactivate
    void stop() {
        Workers.stop(background, THREAD, STOP_MILLIS);
    }

    @Override
    public SignInResult signIn(char[] pin) {
        attempt.lock();
        try {
            Duration locked = lockout.remaining();
            return locked.isZero() ? checked(pin) : new SignInResult.LockedOut(locked);
        } catch (StoreException e) {
            LOG.error("Nobody can sign in, the store can't be read: {}", e.getMessage(), e);
            return new SignInResult.Unavailable("The store's data can't be read. Call support.");
        } catch (SecretException e) {
            LOG.error("Nobody can sign in, the secret store can't be read: {}", e.getMessage(), e);
            if (e.isUnreachable()) {
                return new SignInResult.Unavailable(
                        "The keychain of this machine can't be reached. Unlock it, then try again.");
            }
            return new SignInResult.Unavailable("The lane's secrets can't be read. Call support.");
        } finally {
            Arrays.fill(pin, '\0');
            attempt.unlock();
        }
    }

    @Override
    public void signOut() {
        Optional<Operator> gone = become(Optional.empty());
        gone.ifPresent(operator -> {
            try {
                // Not here: the event thread may be calling, and the journal is on the disk.
                background.execute(() -> journal.signedOut(operator, clock.instant()));
            } catch (RejectedExecutionException e) {
                LOG.error("The sign-out of {} is missing in the journal", operator.employeeId(), e);
            }
        });
    }

    @Override
    public Optional<Operator> current() {
        return current;
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

    private SignInResult checked(char[] pin) {
        Optional<StoreSettings> store = settings.current();
        if (store.isEmpty()) {
            return new SignInResult.Unavailable("This lane is not set up yet.");
        }
        SecretStore secretStore = secrets;
        Optional<byte[]> pepper = secretStore == null ? Optional.empty() : secretStore.get(SecretStore.PEPPER);
        if (pepper.isEmpty()) {
            return new SignInResult.Unavailable("The lane's secrets are lost. The recovery code brings them back.");
        }
        String lookup = PinLookup.of(pepper.get(), pin);
        Arrays.fill(pepper.get(), (byte) 0);
        return checked(pin, lookup, store.get().demo());
    }

    private SignInResult checked(char[] pin, String lookup, boolean demo) {
        Found found = store.read(handle ->
                new Found(handle.employees().byPinLookup(lookup), handle.lane().get(PinHashing.KEY_COST)));
        Optional<String> hash = found.employee().flatMap(employee -> PinHash.normalised(employee.pinHash()));
        // The one check: nobody's hash when there is none, so that a miss takes as long as a hit.
        boolean matches = hashing.matches(pin, hash.orElseGet(() -> PinHash.ofNobody(found.costOrLeast())));
        if (found.employee().isEmpty()) {
            return failed(new Failure("wrong-pin", ""), new SignInResult.WrongPin());
        }
        EmployeeRecord employee = found.employee().get();
        if (!matches) {
            String reason = hash.isEmpty() ? "unreadable-hash" : "hash-differs";
            return failed(new Failure(reason, employee.id()), new SignInResult.WrongPin());
        }
        if (!demo && PinPolicy.isDemo(pin)) {
            return failed(new Failure("demo-pin", employee.id()), new SignInResult.WrongPin());
        }
        if (!employee.active()) {
            return failed(new Failure("inactive", employee.id()), new SignInResult.EmployeeInactive());
        }
        return signedIn(employee.operator(settings.roles()));
    }

    private SignInResult failed(Failure failure, SignInResult result) {
        lockout.failed();
        journal.failed(failure, lockout, clock.instant());
        return result;
    }

    private SignInResult signedIn(Operator operator) {
        boolean clearLockout = lockout.failures() > 0;
        lockout.succeeded();
        journal.signedIn(operator, clearLockout, clock.instant());
        become(Optional.of(operator));
        return new SignInResult.SignedIn(operator);
    }

    /** Changes who is signed in and tells it, in the order of the changes; returns who was before. */
    private Optional<Operator> become(Optional<Operator> next) {
        change.lock();
        try {
            Optional<Operator> before = current;
            current = next;
            if (!before.equals(next)) {
                for (Listener listener : listeners) {
                    tell(listener, next);
                }
            }
            return before;
        } finally {
            change.unlock();
        }
    }

    private static void tell(Listener listener, Optional<Operator> operator) {
        try {
            listener.sessionChanged(operator);
        } catch (RuntimeException e) {
            LOG.error("A listener of the session failed", e);
        }
    }

    private record Found(Optional<EmployeeRecord> employee, Optional<String> cost) {
        int costOrLeast() {
            return cost.filter(text -> text.matches("1[0-9]"))
                    .map(Integer::parseInt)
                    .orElse(PinHashing.COST_MIN);
        }
    }
}
