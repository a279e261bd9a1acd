package com.euphoriapos.core.pin;

import com.euphoriapos.api.secret.SecretException;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.EmployeeRepository;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.core.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
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

/**
 * The one place where PINs and badges are checked, for sign-in, approval, unlocking and the change of one's own PIN. Attempts run one
 * at a time, so that guessing in parallel can't outrun the lockout, and each costs one look-up and exactly one bcrypt check, whatever
 * comes out; while the lane is locked nothing is checked. Thread-safe, slow.
 */
@Component(service = PinCheck.class)
public final class PinCheck {
    static final String KEY_LOCKOUT = "session.lockout";

    private static final Logger LOG = LoggerFactory.getLogger(PinCheck.class);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable SecretStore secrets;

    private final Store store;
    private final Settings settings;
    private final DamagedPins damaged;
    private final PinHashing hashing;
    private final Clock clock;
    private final Lockout lockout;
    private final ReentrantLock attempts = new ReentrantLock();
    private boolean lockoutKept;

    @Activate
    public PinCheck(@Reference Store store, @Reference Settings settings, @Reference DamagedPins damaged) {
        this(store, settings, damaged, new BcryptHashing(), Clock.systemUTC(), System::nanoTime);
    }

    PinCheck(
            Store store,
            Settings settings,
            DamagedPins damaged,
            PinHashing hashing,
            Clock clock,
            LongSupplier nanoTime) {
        this.store = store;
        this.settings = settings;
        this.damaged = damaged;
        this.hashing = hashing;
        this.clock = clock;
        this.lockout = new Lockout(nanoTime);
        Optional<String> kept = store.read(handle -> handle.lane().get(KEY_LOCKOUT));
        kept.ifPresent(lockout::restore);
        this.lockoutKept = kept.isPresent();
    }

    /** For tests, which have no container that injects it. */
    PinCheck with(SecretStore secretStore) {
        secrets = secretStore;
        return this;
    }

    /** Keeps how much of a lock is left, so that a restart neither shortens nor lengthens it. */
    @Deactivate
    void stop() {
        oneAtATime(() -> {
            if (lockoutKept) {
                try {
                    keepLockout(handle -> {});
                } catch (StoreException e) {
                    LOG.warn("The lockout was not kept at the stop: {}", e.getMessage());
                }
            }
            return lockoutKept;
        });
    }

    /** Runs the work while nobody else's PIN is checked: for what has to follow a check before the next one. */
    public <T> T oneAtATime(Supplier<T> work) {
        attempts.lock();
        try {
            return work.get();
        } finally {
            attempts.unlock();
        }
    }

    /** How long the lane is locked; zero when it is not. Returns at once. */
    public Duration lockedFor() {
        return lockout.remaining();
    }

    /** Checks a PIN; the array is the caller's to wipe. */
    public Outcome pin(char[] pin, Attempt attempt) {
        return oneAtATime(() -> {
            Duration locked = lockout.remaining();
            return locked.isZero() ? checked(pin, attempt) : new Outcome.Locked(locked);
        });
    }

    /** Checks the PIN of somebody who wants to unlock; while a lock lasts three times at most. */
    public Outcome unlockingPin(char[] pin, Attempt attempt) {
        return oneAtATime(
                () -> lockout.triesToUnlock() ? checked(pin, attempt) : new Outcome.Locked(lockout.remaining()));
    }

    /** Checks a badge's code at the price of a PIN. */
    public Outcome badge(String code, Attempt attempt) {
        return oneAtATime(() -> {
            Duration locked = lockout.remaining();
            if (!locked.isZero()) {
                return new Outcome.Locked(locked);
            }
            char[] nothing = new char[0];
            return guarded(pepper -> {
                String lookup = PinLookup.ofBadge(pepper, code);
                Found found = found(employees -> employees.byBadgeLookup(lookup));
                // A badge has no hash; the check is made all the same, so that time says nothing.
                hashing.matches(nothing, PinHash.ofNobody(found.costOrLeast()));
                return found.employee()
                        .filter(EmployeeRecord::active)
                        .<Outcome>map(Outcome.Right::new)
                        .orElseGet(() -> failed("wrong-badge", "", attempt));
            });
        });
    }

    /** Counts a failure of an attempt whose PIN was right but whose owner may not do this with it. */
    public void fails(String cause, String employeeId, Attempt attempt) {
        oneAtATime(() -> failed(cause, employeeId, attempt));
    }

    /**
     * Ends the row of failures and writes the entry, in one transaction.
     *
     * @throws StoreException when it could not be written; the row has ended for this process all the same
     */
    public void accepted(JournalRepository.Entry entry) {
        oneAtATime(() -> {
            lockout.succeeded();
            return keepWhatIsLeft(entry);
        });
    }

    /**
     * Forgets all failures and writes the entry, in one transaction.
     *
     * @throws StoreException when it could not be written; the failures are forgotten for this process all the same
     */
    public void unlocked(JournalRepository.Entry entry) {
        oneAtATime(() -> {
            lockout.unlocked();
            return keepWhatIsLeft(entry);
        });
    }

    private boolean keepWhatIsLeft(JournalRepository.Entry entry) {
        boolean kept = lockoutKept;
        boolean clear = lockout.isClear();
        String state = lockout.encode();
        store.write(handle -> {
            if (!clear) {
                handle.lane().put(KEY_LOCKOUT, state);
            } else if (kept) {
                handle.lane().remove(KEY_LOCKOUT);
            }
            handle.journal().append(entry);
            return Boolean.TRUE;
        });
        lockoutKept = !clear;
        return kept;
    }

    /**
     * What the work makes of the pepper, which it must not keep; empty when the lane has lost its secrets, or has those of another store:
     * with them every PIN would be wrong, and a new one would be of use nowhere else.
     *
     * @throws SecretException when the secret store can't be read
     * @throws StoreException when it can't be read whose secrets they are
     */
    public <T> Optional<T> withPepper(Function<byte[], T> work) {
        SecretStore secretStore = secrets;
        Optional<byte[]> pepper = secretStore == null ? Optional.empty() : secretStore.get(SecretStore.PEPPER);
        return pepper.flatMap(key -> {
            try {
                return isOurs(key) ? Optional.of(work.apply(key)) : Optional.empty();
            } finally {
                Arrays.fill(key, (byte) 0);
            }
        });
    }

    private boolean isOurs(byte[] pepper) {
        Optional<String> mark = store.read(handle -> handle.lane().get(PinLookup.KEY_MARK));
        boolean ours = mark.isEmpty() || mark.get().equals(PinLookup.mark(pepper));
        if (!ours) {
            LOG.error(
                    "The secrets of this lane are those of another store: its database or its secrets were exchanged");
        }
        return ours;
    }

    private Outcome checked(char[] pin, Attempt attempt) {
        return guarded(pepper -> {
            String lookup = PinLookup.of(pepper, pin);
            return judged(pin, found(employees -> employees.byPinLookup(lookup)), attempt);
        });
    }

    private Outcome guarded(Function<byte[], Outcome> check) {
        if (settings.current().isEmpty()) {
            return new Outcome.Unavailable("This lane is not set up yet.");
        }
        try {
            return withPepper(check)
                    .orElseGet(() -> new Outcome.Unavailable(
                            "The lane's secrets are lost. The recovery code brings them back."));
        } catch (StoreException e) {
            LOG.error("No PIN can be checked, the store can't be read: {}", e.getMessage(), e);
            return new Outcome.Unavailable("The store's data can't be read. Call support.");
        } catch (SecretException e) {
            LOG.error("No PIN can be checked, the secret store can't be read: {}", e.getMessage(), e);
            return new Outcome.Unavailable(
                    e.isUnreachable()
                            ? "The keychain of this machine can't be reached. Unlock it, then try again."
                            : "The lane's secrets can't be read. Call support.");
        }
    }

    private Found found(Function<EmployeeRepository, Optional<EmployeeRecord>> lookup) {
        return store.read(handle ->
                new Found(lookup.apply(handle.employees()), handle.lane().get(PinHashing.KEY_COST)));
    }

    private Outcome judged(char[] pin, Found found, Attempt attempt) {
        Optional<String> hash = found.employee().flatMap(employee -> PinHash.normalised(employee.pinHash()));
        // The one check: nobody's hash when there is none, so that a miss takes as long as a hit.
        boolean matches = hashing.matches(pin, hash.orElseGet(() -> PinHash.ofNobody(found.costOrLeast())));
        if (found.employee().isEmpty()) {
            return failed("wrong-pin", "", attempt);
        }
        EmployeeRecord employee = found.employee().get();
        if (!matches) {
            damaged.found(employee.id());
            return failed(hash.isEmpty() ? "unreadable-hash" : "hash-differs", employee.id(), attempt);
        }
        damaged.good(employee.id());
        boolean demo = settings.current().map(StoreSettings::demo).orElse(false);
        if (!demo && PinPolicy.isDemo(pin)) {
            return failed("demo-pin", employee.id(), attempt);
        }
        if (!employee.active()) {
            failed("inactive", employee.id(), attempt);
            return new Outcome.Inactive();
        }
        return new Outcome.Right(employee);
    }

    private Outcome failed(String cause, String employeeId, Attempt attempt) {
        lockout.failed();
        Duration locked = lockout.remaining();
        Instant at = clock.instant();
        Failure failure = new Failure(cause, employeeId, lockout.failures(), locked.toSeconds());
        lockoutKept = true;
        try {
            keepLockout(handle -> {
                handle.journal().append(attempt.apply(failure, at));
                if (!locked.isZero()) {
                    handle.journal().append(lockedEntry(failure, at));
                }
            });
        } catch (StoreException e) {
            LOG.error("A wrong PIN is missing in the journal: {}", e.getMessage(), e);
        }
        return new Outcome.Wrong();
    }

    private void keepLockout(Consumer<StoreHandle> also) {
        String state = lockout.encode();
        store.write(handle -> {
            handle.lane().put(KEY_LOCKOUT, state);
            also.accept(handle);
            return Boolean.TRUE;
        });
    }

    private JournalRepository.Entry lockedEntry(Failure failure, Instant at) {
        String lane = settings.current().map(StoreSettings::workstationId).orElse("");
        String detail = Json.object(json -> {
            json.writeNumberField("failures", failure.failures());
            json.writeNumberField("lockedSeconds", failure.lockedSeconds());
            json.writeStringField("lane", lane);
        });
        return new JournalRepository.Entry(at, "SIGN_IN_LOCKED", "", "", detail);
    }

    /** Makes the journal's entry of a failed attempt; it tells apart what the screen does not. */
    @FunctionalInterface
    public interface Attempt extends BiFunction<Failure, Instant, JournalRepository.Entry> {}

    /**
     * Why somebody was not let in.
     *
     * @param cause such as {@code wrong-pin}
     * @param employeeId whose PIN it was, empty where nobody's
     * @param failures in a row on this lane
     * @param lockedSeconds how long the lane is locked now
     */
    public record Failure(String cause, String employeeId, int failures, long lockedSeconds) {
        /**
         * The detail of the journal's entry.
         *
         * @param at what the PIN was typed for, such as {@code sign-in}
         * @param lane label of the lane
         */
        public String detail(String at, String lane) {
            return Json.object(json -> {
                json.writeStringField("reason", cause);
                json.writeStringField("at", at);
                json.writeNumberField("failures", failures);
                json.writeNumberField("lockedSeconds", lockedSeconds);
                json.writeStringField("lane", lane);
            });
        }
    }

    /** What became of a check. */
    public sealed interface Outcome {
        /** It is the PIN or badge of this active person. */
        record Right(EmployeeRecord employee) implements Outcome {}

        /** It is nobody's; counted. */
        record Wrong() implements Outcome {}

        /** It is somebody's who may no longer; counted. */
        record Inactive() implements Outcome {}

        /** Not checked: too many failures. */
        record Locked(Duration remaining) implements Outcome {}

        /** Not checked, for this reason. */
        record Unavailable(String reason) implements Outcome {}
    }

    private record Found(Optional<EmployeeRecord> employee, Optional<String> cost) {
        int costOrLeast() {
            return PinHashing.cost(cost);
        }
    }
}
