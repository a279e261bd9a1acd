package com.euphoriapos.core.employee;

import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.SettingsUpdates;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.core.fixture.Shop;
import com.euphoriapos.core.pin.CountingHashing;
import com.euphoriapos.core.pin.PinCheck;
import com.euphoriapos.core.pin.PinChecks;
import com.euphoriapos.core.pin.PinHashing;
import com.euphoriapos.core.pin.PinLookup;
import com.euphoriapos.core.pin.PinMaker;
import com.euphoriapos.core.session.PinSession;
import com.euphoriapos.core.session.SessionControl;
import com.euphoriapos.core.session.SessionHarness;
import com.euphoriapos.core.settings.LaneSettings;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.testkit.MemorySecretStore;
import com.euphoriapos.testkit.MemoryStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store with people, its secrets, checks and session: what tests of people share. */
public final class People implements AutoCloseable {
    public static final byte[] PEPPER = "pepper-of-this-test-only".getBytes(StandardCharsets.US_ASCII);
    public static final Instant START = Instant.parse("2026-07-01T12:00:00Z");

    public final MemoryStore store = new MemoryStore();
    public final MemorySecretStore secrets = new MemorySecretStore();
    public final CountingHashing hashing = new CountingHashing();
    public final ManualClock clock = new ManualClock(START);
    public final PlainSettings settings = new PlainSettings();
    public final PinCheck checks;
    public final PinSession session;

    public People() {
        secrets.put(SecretStore.PEPPER, PEPPER);
        checks = PinChecks.counted(store, settings, secrets, hashing, clock);
        session = SessionHarness.over(store, settings, checks, clock);
    }

    @Override
    public void close() {
        SessionHarness.stop(session);
    }

    public void add(String id, Role role, String pin) {
        add(id, role, pin, true);
    }

    public void add(String id, Role role, String pin, boolean active) {
        String lookup = PinLookup.of(PEPPER, pin.toCharArray());
        String hash = hashing.hash(pin.toCharArray(), PinHashing.COST_MIN);
        save(new EmployeeRecord(id, id, "Test", role, lookup, hash, pin.length(), "", active, START));
    }

    public void save(EmployeeRecord employee) {
        store.write(handle -> {
            handle.employees().save(employee);
            return Boolean.TRUE;
        });
    }

    public EmployeeRecord person(String id) {
        return store.read(handle -> handle.employees().byId(id)).orElseThrow();
    }

    /** As replication would do it: in the store only. */
    public void deactivate(String id) {
        EmployeeRecord person = person(id);
        save(Edits.withActive(person, false, person.updatedAt()));
    }

    /** Somebody whose row holds that hash in place of their PIN's. */
    public static EmployeeRecord withHash(EmployeeRecord person, String hash) {
        return Edits.withPin(
                person, new PinMaker.Made(person.pinLookup(), hash, person.pinLength()), person.updatedAt());
    }

    public Operator signIn(String pin) {
        if (session.signIn(pin.toCharArray()) instanceof SignInResult.SignedIn in) {
            return in.operator();
        }
        throw new IllegalStateException("nobody has this PIN");
    }

    /** The newest entries of the journal. */
    public List<String> acts(int limit) {
        return store.read(handle -> handle.journal().latest(limit).stream()
                .map(e -> e.kind() + " " + e.actor() + " " + e.subject() + " " + e.detail())
                .toList());
    }

    /** The use cases over it. */
    public StoredEmployees employees(Guard guard) {
        return employees(guard, session);
    }

    /** The use cases over it, with a session that the test made. */
    public StoredEmployees employees(Guard guard, SessionControl control) {
        return new StoredEmployees(store, guard, settings, settings, control, checks, hashing, clock);
    }

    /** Settings of a store whose roles a test sets, or that follow the real ones. */
    public static final class PlainSettings implements Settings, SettingsUpdates {
        public volatile RolePolicy roles = RolePolicy.DEFAULT;
        public volatile boolean badges = true;
        private volatile Optional<LaneSettings> real = Optional.empty();

        /** From now on the roles are those of the real settings. */
        public void follow(LaneSettings settings) {
            real = Optional.of(settings);
        }

        @Override
        public Optional<StoreSettings> current() {
            return Optional.of(Shop.SETTINGS);
        }

        @Override
        public RolePolicy roles() {
            return real.map(LaneSettings::roles).orElse(roles);
        }

        @Override
        public boolean badgeSignIn() {
            return badges;
        }

        @Override
        public void save(StoreHandle handle, StoreSettings settings, Instant at) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public void reload() {
            real.ifPresent(LaneSettings::reload);
        }
    }
}
