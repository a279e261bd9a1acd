package com.euphoriapos.core.settings;

import com.euphoriapos.api.settings.PosConfig;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.SettingsUpdates;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusSource;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.core.Listeners;
import com.euphoriapos.domain.CashRounding;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.RolePolicy;
import com.euphoriapos.domain.SaleHours;
import com.euphoriapos.domain.SaleRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Caches the settings; replaces them whole. Thread-safe. */
@Component(
        service = {Settings.class, SettingsUpdates.class, ConfigValues.class, StatusSource.class},
        configurationPid = LaneSettings.PID,
        configurationPolicy = ConfigurationPolicy.OPTIONAL,
        property = StatusSource.PROPERTY_ORDER + ":Integer=5")
@Designate(ocd = LaneSettings.Config.class)
public final class LaneSettings implements Settings, SettingsUpdates, ConfigValues, StatusSource {
    static final String PID = "workstation";

    private static final Logger LOG = LoggerFactory.getLogger(LaneSettings.class);
    private static final StatusItem ROLES_DAMAGED = new StatusItem(
            "roles",
            StatusItem.Level.WARN,
            "Roles",
            "What the roles may do can't be read; the defaults hold. An owner can set it again.");
    private static final Pattern WORKSTATION_ID = Pattern.compile("[A-Za-z0-9]{1,8}");

    /** What {@code workstation.cfg} may say. */
    @ObjectClassDefinition(name = "Workstation", description = "Overrides what the set-up stored for this lane.")
    public @interface Config {
        @AttributeDefinition(
                name = "Workstation id",
                description = "Label of this lane, 1 to 8 letters and digits, unique in the store; empty: as set up")
        String workstationId() default "";
    }

    private final Store store;
    private final ReentrantLock reloading = new ReentrantLock();
    private volatile Optional<StoreSettings> current = Optional.empty();
    private volatile Snapshot snapshot = Snapshot.of(Map.of());
    private volatile SaleHours saleHours = SaleHours.ALWAYS;
    private volatile String override = "";
    private volatile RolePolicy roles = RolePolicy.DEFAULT;
    private volatile Optional<StatusItem> trouble = Optional.empty();
    private volatile Optional<StatusItem> rolesTrouble = Optional.empty();
    private final Listeners<PosConfig.Listener> listeners = new Listeners<>("the settings");
    private volatile @Nullable Runnable statusListener;

    @Activate
    public LaneSettings(@Reference Store store, Config config) {
        this(store, config.workstationId());
    }

    LaneSettings(Store store, String workstationId) {
        this.store = store;
        use(workstationId);
    }

    /** The cfg file changed. */
    @Modified
    void modified(Config config) {
        use(config.workstationId());
    }

    @Override
    public Optional<StoreSettings> current() {
        return current;
    }

    @Override
    public RolePolicy roles() {
        return roles;
    }

    @Override
    public boolean badgeSignIn() {
        return Boolean.parseBoolean(snapshot.value(Declarations.BADGE_SIGN_IN));
    }

    @Override
    public SaleHours saleHours() {
        return saleHours;
    }

    @Override
    public Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public void save(StoreHandle handle, StoreSettings settings, Instant at) {
        handle.lane().put(LaneRepository.KEY_WORKSTATION_ID, settings.workstationId());
        SettingsValues.write(settings).forEach((key, json) -> handle.settings().put(key, json, at));
    }

    @Override
    public void reload() {
        boolean changed;
        boolean others;
        // Of two at once the one that read first must not be the one that is kept.
        reloading.lock();
        try {
            Optional<StatusItem> before = rolesTrouble;
            Map<String, String> values = snapshot.values();
            read();
            changed = !before.equals(rolesTrouble);
            others = !values.equals(snapshot.values());
        } finally {
            reloading.unlock();
        }
        if (changed) {
            tellStatus();
        }
        if (others) {
            listeners.tell(PosConfig.Listener::settingsChanged);
        }
    }

    @Override
    public void addListener(PosConfig.Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(PosConfig.Listener listener) {
        listeners.remove(listener);
    }

    private void read() {
        Stored stored = store.read(handle -> new Stored(
                handle.lane().get(LaneRepository.KEY_WORKSTATION_ID),
                handle.settings().all()));
        Optional<String> label = override.isEmpty() ? stored.workstationId() : Optional.of(override);
        Snapshot config = Snapshot.of(stored.rows());
        Optional<StoreSettings> read =
                label.flatMap(id -> SettingsValues.read(stored.rows(), id)).map(known -> known.with(rules(config)));
        saleHours = SaleHours.parse(config.value(Declarations.SALE_HOURS));
        snapshot = config;
        useRoles(stored.rows().get(RoleValues.KEY));
        current = read;
    }

    private static SaleRules rules(Snapshot config) {
        return new SaleRules(
                CashRounding.of(config.value(Declarations.CASH_ROUNDING)),
                Rate.ofPercent(config.value(Declarations.DISCOUNT_PERCENT_MAX)),
                Integer.parseInt(config.value(Declarations.LOYALTY_POINTS)));
    }

    /** What can't be understood is not used: the roles that everybody knows are. */
    private void useRoles(@Nullable String row) {
        try {
            roles = row == null ? RolePolicy.DEFAULT : RoleValues.read(row);
            rolesTrouble = Optional.empty();
        } catch (IllegalArgumentException | ClassCastException e) {
            LOG.error("What the roles may do can't be understood, the defaults are used: {}", e.getMessage());
            roles = RolePolicy.DEFAULT;
            rolesTrouble = Optional.of(ROLES_DAMAGED);
        }
    }

    private void tellStatus() {
        Runnable listener = statusListener;
        if (listener != null) {
            listener.run();
        }
    }

    private record Stored(Optional<String> workstationId, Map<String, String> rows) {}

    @Override
    public List<StatusItem> items() {
        return Stream.of(trouble, rolesTrouble).flatMap(Optional::stream).toList();
    }

    @Override
    public void onChange(@Nullable Runnable listener) {
        statusListener = listener;
    }

    /** A label that can't be used is not used: selling under the stored one is safe, selling under a guess is not. */
    private void use(String workstationId) {
        String label = workstationId.strip();
        boolean usable = label.isEmpty() || WORKSTATION_ID.matcher(label).matches() && !label.equals("UNSET");
        override = usable ? label : "";
        trouble = usable ? Optional.empty() : Optional.of(troubleWith(label));
        reload();
        tellStatus();
    }

    private static StatusItem troubleWith(String label) {
        String reason = PID + ".cfg: workstationId=\"" + label + "\" is not 1 to 8 letters and digits; it is not used.";
        LOG.error("{}", reason);
        return new StatusItem("workstation", StatusItem.Level.DANGER, "Workstation id", reason);
    }
}
