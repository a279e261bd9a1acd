package com.euphoriapos.secrets.keychain;

import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.api.status.StatusSource;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers the keychain as the better secret store: at once where this home has secrets in it, otherwise as soon as it was found to
 * work, and moves the secrets of the file store there. Looks into it some seconds after the start, when nobody waits, and from
 * then on now and then. Says on the lane bar when it fails.
 */
@Component(
        service = {StatusSource.class, HealthCheck.class},
        immediate = true,
        configurationPid = KeychainSecrets.PID,
        configurationPolicy = ConfigurationPolicy.OPTIONAL,
        property = {
            HealthCheck.NAME + "=Keychain",
            HealthCheck.TAGS + "=store",
            StatusSource.PROPERTY_ORDER + ":Integer=80"
        })
@Designate(ocd = KeychainSecrets.Config.class)
public final class KeychainSecrets implements StatusSource, HealthCheck {
    static final String PID = "secrets.keychain";
    /** Framework or system property: the default of {@code enabled}. */
    static final String PROPERTY_ENABLED = "pos.keychain.enabled";

    private static final Logger LOG = LoggerFactory.getLogger(KeychainSecrets.class);
    private static final String PROPERTY_HOME = "pos.home";
    private static final String PROPERTY_DEMO = "pos.demo";
    private static final String PROPERTY_START_LEVEL = "pos.startlevel";
    private static final String THREAD = "secrets-keychain-timer";
    private static final int RANKING = 100;
    private static final int ID_BYTES = 16;
    private static final long CALL_MILLIS = 3_000;
    private static final long WAIT_MILLIS = 6_000;
    private static final long ROUND_MILLIS = 15_000;
    private static final long START_MILLIS = 15_000;
    private static final long FIRST_MILLIS = 3_000;
    private static final long SOON_MILLIS = 1_000;
    private static final long LATER_MILLIS = 60_000;
    private static final long STOP_MILLIS = 2_000;
    /** A keychain may start after the lane: looked for often at first, then less and less. */
    private static final int OFTEN = 15;

    /** What {@code secrets.keychain.cfg} may say. */
    @ObjectClassDefinition(name = "Keychain", description = "Whether secrets are kept in the system's keychain.")
    public @interface Config {
        @AttributeDefinition(
                name = "Enabled",
                description =
                        "true or false; empty: true, but false in a demo. With false the secrets go back into files")
        String enabled() default "";

        @AttributeDefinition(
                name = "Session bus",
                description = "Linux: address of the message bus of the keychain; empty: that of the session")
        String bus() default "";
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Store store;

    private final BundleContext context;
    private final Worker worker = new Worker();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, THREAD);
        thread.setDaemon(true);
        return thread;
    });
    private final KeychainSecretStore secrets;
    private final SecretStore.Listener onSecrets = this::changed;
    private final Clock clock = Clock.systemUTC();
    private volatile String bus;
    private volatile boolean enabled;
    private volatile @Nullable Runnable onChange;
    private @Nullable ServiceRegistration<SecretStore> registration;
    /** Failed looks in a row; of the timer's thread. */
    private int failures;

    @Activate
    public KeychainSecrets(
            BundleContext context,
            Config config,
            @Reference(target = "(" + SecretStore.PROPERTY_KIND + "=" + SecretStore.KIND_FILE + ")") SecretStore files)
            throws IOException {
        this.context = context;
        this.bus = config.bus();
        this.enabled = isEnabled(config.enabled());
        byte[] random = new byte[ID_BYTES];
        new SecureRandom().nextBytes(random);
        Path home = Path.of(required(PROPERTY_HOME));
        HomeRecord record = new HomeRecord(home, HexFormat.of().formatHex(random));
        Patience patience = new Patience(WAIT_MILLIS, START_MILLIS, System.nanoTime(), System::nanoTime);
        Keychain keychain = () -> keychain(record.id()).open();
        this.secrets = new KeychainSecretStore(files, keychain, record, worker, patience, this::journal);
        secrets.enable(enabled);
        secrets.addListener(onSecrets);
        if (secrets.isInUse()) {
            register();
        }
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        later(FIRST_MILLIS);
    }

    /** The cfg file changed. */
    @Modified
    void modified(Config config) {
        bus = config.bus();
        enabled = isEnabled(config.enabled());
        secrets.enable(enabled);
        later(SOON_MILLIS);
    }

    @Deactivate
    void stop() {
        secrets.removeListener(onSecrets);
        timer.shutdownNow();
        worker.stop(STOP_MILLIS);
        unregister();
    }

    @Override
    public List<StatusItem> items() {
        Standing now = secrets.standing();
        if (now.state() != Standing.State.CLOSED) {
            return List.of();
        }
        if (!secrets.isInUse()) {
            return enabled ? List.of(new StatusItem("keychain", Level.OFF, "No keychain", why(now))) : List.of();
        }
        Level level = secrets.knowsAll() ? Level.WARN : Level.DANGER;
        return List.of(new StatusItem("keychain", level, "Keychain unreachable", secrets.degradedReason()));
    }

    @Override
    public void onChange(@Nullable Runnable listener) {
        onChange = listener;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        Standing now = secrets.standing();
        if (!enabled && !secrets.isInUse()) {
            log.info("Not used: it is switched off");
        } else if (now.state() == Standing.State.CLOSED && secrets.isInUse()) {
            log.warn("{}", secrets.degradedReason());
        } else {
            log.info("{}", now.state() == Standing.State.OPEN ? "In use" : why(now));
        }
        return new Result(log);
    }

    private static String why(Standing standing) {
        return "Not used: " + standing.reason();
    }

    /** One look into the keychain, and what follows from it. */
    private void round() {
        long next = LATER_MILLIS;
        try {
            if (enabled || secrets.isInUse()) {
                secrets.refresh(ROUND_MILLIS);
                failures = 0;
                next = isSettled() ? LATER_MILLIS : SOON_MILLIS;
                if (isSettled()) {
                    settle();
                }
            }
        } catch (KeychainException e) {
            LOG.debug("The keychain can't be used", e);
            next = failures++ < OFTEN ? SOON_MILLIS : Math.min(LATER_MILLIS, failures * SOON_MILLIS);
        } catch (RuntimeException e) {
            LOG.error("The keychain could not be looked into", e);
        }
        later(next);
    }

    private void settle() throws KeychainException {
        if (enabled) {
            register();
            secrets.moveIn(ROUND_MILLIS);
        } else {
            secrets.moveOut(ROUND_MILLIS);
            unregister();
        }
    }

    /** Before the settings were read it is unknown what the keychain may be used for. */
    private boolean isSettled() {
        String level = context.getProperty(PROPERTY_START_LEVEL);
        return level == null
                || context.getBundle(Constants.SYSTEM_BUNDLE_ID)
                                .adapt(FrameworkStartLevel.class)
                                .getStartLevel()
                        >= Integer.parseInt(level);
    }

    private void later(long millis) {
        try {
            timer.getQueue().clear();
            timer.schedule(this::round, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("No look into the keychain any more", stopping);
        }
    }

    private synchronized void register() {
        if (registration == null) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put(Constants.SERVICE_RANKING, RANKING);
            properties.put(SecretStore.PROPERTY_KIND, SecretStore.KIND_KEYCHAIN);
            registration = context.registerService(SecretStore.class, secrets, properties);
        }
    }

    private synchronized void unregister() {
        ServiceRegistration<SecretStore> offered = registration;
        registration = null;
        if (offered != null) {
            try {
                offered.unregister();
            } catch (IllegalStateException alreadyGone) {
                LOG.debug("The container had withdrawn it", alreadyGone);
            }
        }
    }

    private void changed() {
        Runnable listener = onChange;
        if (listener != null) {
            listener.run();
        }
    }

    private void journal(String name, String kind) {
        Store journal = store;
        if (journal == null) {
            return;
        }
        String detail = "{\"secret\":\"" + name + "\",\"to\":\"" + kind + "\"}";
        try {
            journal.write(handle -> {
                handle.journal().append(new JournalRepository.Entry(clock.instant(), "SECRET_MOVED", "", "", detail));
                return Boolean.TRUE;
            });
        } catch (StoreException e) {
            LOG.warn("The move of {} is missing in the journal: {}", name, e.getMessage());
        }
    }

    private Keychain keychain(String homeId) {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean own = os.contains("windows") || os.contains("mac");
        return own
                ? new SystemKeychain(homeId)
                : new SecretServiceKeychain(SessionBus.address(bus, System.getenv()), homeId, CALL_MILLIS);
    }

    private boolean isEnabled(String setting) {
        String text = setting.strip().toLowerCase(Locale.ROOT);
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        if (!text.isEmpty()) {
            LOG.warn("{}.cfg: enabled is true or false, not {}", PID, setting);
        }
        String usual = context.getProperty(PROPERTY_ENABLED);
        return usual == null
                ? !Boolean.parseBoolean(context.getProperty(PROPERTY_DEMO))
                : Boolean.parseBoolean(usual.strip());
    }

    private String required(String property) {
        String value = context.getProperty(property);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("the framework property " + property + " is missing");
        }
        return value;
    }
}
