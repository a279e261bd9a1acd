package com.euphoriapos.core.settings;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.settings.PosConfig;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.SettingsUpdates;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the settings from the cache, and changes them in one transaction with their trace. Thread-safe. */
@Component(service = PosConfig.class)
public final class StoreConfig implements PosConfig {
    static final String CHANGED = "SETTING_CHANGED";

    private static final Logger LOG = LoggerFactory.getLogger(StoreConfig.class);

    /** What the sign-in screen shows anyway. */
    private static final Set<String> BEFORE_SIGN_IN =
            Set.of(Declarations.SIGN_IN_NAMES, Declarations.BADGE_SIGN_IN, Declarations.IDLE_LOCK_MINUTES);

    private final Store store;
    private final Guard guard;
    private final Settings settings;
    private final SettingsUpdates updates;
    private final ConfigValues values;
    private final Clock clock;

    @Activate
    public StoreConfig(
            @Reference Store store,
            @Reference Guard guard,
            @Reference Settings settings,
            @Reference SettingsUpdates updates,
            @Reference ConfigValues values) {
        this(store, guard, settings, updates, values, Clock.systemUTC());
    }

    StoreConfig(
            Store store, Guard guard, Settings settings, SettingsUpdates updates, ConfigValues values, Clock clock) {
        this.store = store;
        this.guard = guard;
        this.settings = settings;
        this.updates = updates;
        this.values = values;
        this.clock = clock;
    }

    @Override
    public List<Key> keys() {
        return values.snapshot().declarations().stream().map(Declaration::key).toList();
    }

    @Override
    public String getConfig(String key) {
        guard.require(Permission.SELL, Permission.MANAGE_SETTINGS);
        String value = values.snapshot().values().get(key);
        if (value == null) {
            throw new IllegalArgumentException("there is no setting \"" + key + "\"");
        }
        return value;
    }

    @Override
    public Optional<String> beforeSignIn(String key) {
        return BEFORE_SIGN_IN.contains(key) ? Optional.of(values.snapshot().value(key)) : Optional.empty();
    }

    @Override
    public SetResult setConfig(String key, String value) {
        Optional<Declaration> declared = values.snapshot().declarations().stream()
                .filter(each -> each.name().equals(key))
                .findFirst();
        Permission needed = declared.flatMap(each -> each.key().writableWith()).orElse(Permission.MANAGE_SETTINGS);
        Operator operator;
        try {
            operator = guard.require(needed);
        } catch (ForbiddenException e) {
            return new SetResult.Forbidden(String.valueOf(e.getMessage()));
        }
        if (declared.isEmpty()) {
            return new SetResult.Invalid("There is no setting \"" + key + "\".");
        }
        if (declared.get().key().writableWith().isEmpty()) {
            return new SetResult.Forbidden(declared.get().key().title() + " can't be changed here.");
        }
        if (!values.snapshot().setUp()) {
            return new SetResult.Unavailable("This lane is not set up yet.");
        }
        try {
            return set(operator, declared.get(), declared.get().form().canonical(value));
        } catch (IllegalArgumentException e) {
            return new SetResult.Invalid(declared.get().key().title() + ": " + e.getMessage());
        } catch (StoreException e) {
            LOG.error("The setting {} could not be stored ({}): {}", key, e.reason(), e.getMessage(), e);
            return new SetResult.Unavailable(
                    "It could not be stored, and was not changed. Call support if it stays so.");
        }
    }

    @Override
    public void addListener(Listener listener) {
        values.addListener(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        values.removeListener(listener);
    }

    private SetResult set(Operator operator, Declaration declared, String canonical) {
        Change change = new Change(
                declared,
                canonical,
                operator.employeeId(),
                operator.role().name(),
                settings.current().map(StoreSettings::workstationId).orElse(""),
                clock.instant());
        boolean changed = store.write(change::write);
        if (changed) {
            reload();
            LOG.info("The setting {} was changed", declared.name());
        }
        return new SetResult.Set(canonical);
    }

    /** It is stored: whatever happens now, it holds after the next start at the latest. */
    private void reload() {
        try {
            updates.reload();
        } catch (StoreException | IllegalStateException e) {
            LOG.error("The settings could not be read after a change; the old ones hold until the next start", e);
        }
    }

    /** One change, with who made it. */
    private record Change(Declaration declared, String value, String actor, String actorRole, String lane, Instant at) {
        /** Writes row, journal and message; false when there is nothing to change. */
        boolean write(StoreHandle handle) {
            Optional<String> stored = handle.settings().get(declared.row());
            String before = declared.value(
                    stored.map(json -> Map.of(declared.row(), json)).orElse(Map.of()));
            if (stored.isPresent() && before.equals(value)) {
                return false;
            }
            String json = declared.changed(stored, value);
            ConfigMessages.change(handle, declared.row(), json, new ConfigMessages.By(actor, actorRole, at));
            handle.journal().append(new JournalRepository.Entry(at, CHANGED, actor, declared.name(), detail(before)));
            return true;
        }

        private String detail(String before) {
            return Json.object(json -> {
                json.writeStringField("key", declared.name());
                json.writeStringField("from", before);
                json.writeStringField("to", value);
                json.writeStringField("lane", lane);
            });
        }
    }
}
