package com.euphoriapos.cloud.gateway;

import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.cloud.gateway.Gateway.Settings;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway as a service of the container. It opens on a thread of its own: a database may take long to migrate, and where it can't be
 * reached, it is tried again until it can.
 */
@Component(
        service = GatewayComponent.class,
        immediate = true,
        configurationPid = "cloud.gateway",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = GatewayComponent.Config.class)
public final class GatewayComponent {
    /** Name of the secret: password of the database's owner. */
    static final String SECRET = "cloud.database";
    /** Name of what the program is told: name and password of an account for the web page, a line each. */
    static final String ACCOUNT = "cloud.account";
    /** Exit code: no password is kept. */
    static final int EXIT_NO_PASSWORD = 5;

    private static final Logger LOG = LoggerFactory.getLogger(GatewayComponent.class);
    private static final int PAUSE_SECONDS = 5;
    private static final int PAUSE_MAX_SECONDS = 60;
    private static final long STOP_MILLIS = 20_000;

    private final Settings settings;
    private final SecretStore secrets;
    private final Optional<Supplier<String>> told;
    private final Optional<Supplier<String>> account;
    /** Hears what somebody needs who tries the demo. */
    private final Optional<Consumer<String>> visitor;

    private final IntConsumer exit;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread opener = new Thread(this::open, "cloud-gateway-open");
    private volatile @Nullable Gateway gateway;

    /** Settings in {@code cloud.gateway.cfg}. */
    @ObjectClassDefinition(name = "Cloud gateway", description = "Where the cloud's database is and where lanes come.")
    public @interface Config {
        @AttributeDefinition(
                name = "Database",
                description = "Such as jdbc:postgresql://127.0.0.1:5432/cloud; without a password.")
        String jdbcUrl();

        @AttributeDefinition(name = "User", description = "Owner of the database, who may make roles.")
        String user();

        @AttributeDefinition(
                name = "Address",
                description = "Where it listens. Tokens are no secret on an open line: listen for a proxy with TLS.")
        String listen() default "127.0.0.1";

        @AttributeDefinition(name = "Port", description = "Where it listens.")
        int port() default 8480;

        @AttributeDefinition(
                name = "Behind a proxy",
                description =
                        "Whether every request comes through a proxy that sets X-Forwarded-For, -Proto and -Host.")
        boolean behindProxy() default false;
    }

    /** Wires; {@link #start} opens. */
    @Activate
    public GatewayComponent(
            Config config,
            @Reference SecretStore secrets,
            @Reference(target = "(pos.secret=" + SECRET + ")", cardinality = ReferenceCardinality.OPTIONAL) @Nullable
                    Supplier<String> told,
            @Reference(target = "(pos.secret=" + ACCOUNT + ")", cardinality = ReferenceCardinality.OPTIONAL) @Nullable
                    Supplier<String> account,
            @Reference(target = "(pos.cloud.demo=true)", cardinality = ReferenceCardinality.OPTIONAL) @Nullable
                    Consumer<String> visitor,
            @Reference(target = "(pos.exit=true)") IntConsumer exit) {
        this.settings =
                new Settings(config.jdbcUrl(), config.user(), config.listen(), config.port(), config.behindProxy());
        this.secrets = secrets;
        this.told = Optional.ofNullable(told);
        this.account = Optional.ofNullable(account);
        this.visitor = Optional.ofNullable(visitor);
        this.exit = exit;
    }

    @Activate
    void start() {
        opener.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        end.countDown();
        opener.join(STOP_MILLIS);
        Gateway open = gateway;
        if (open != null) {
            open.close();
        }
    }

    private void open() {
        told.ifPresent(password -> secrets.put(SECRET, password.get().getBytes(StandardCharsets.UTF_8)));
        Optional<byte[]> kept = secrets.get(SECRET);
        if (kept.isEmpty()) {
            LOG.error("There is no password for the cloud's database; start once with --set-password");
            exit.accept(EXIT_NO_PASSWORD);
            return;
        }
        String password = new String(kept.get(), StandardCharsets.UTF_8);
        Arrays.fill(kept.get(), (byte) 0);
        int pause = PAUSE_SECONDS;
        while (end.getCount() > 0) {
            try {
                if (account.isPresent()) {
                    addAccount(password, account.get().get());
                    return;
                }
                Gateway opened = Gateway.start(settings, password, Clock.systemUTC());
                gateway = opened;
                welcome(opened, password);
                return;
            } catch (SQLException | FlywayException unreachable) {
                LOG.warn(
                        "The cloud's database can't be used; trying again in {} s: {}",
                        pause,
                        unreachable.getMessage());
            } catch (RuntimeException hopeless) {
                LOG.error("The cloud's door can't open", hopeless);
                exit.accept(1);
                return;
            }
            if (await(pause)) {
                return;
            }
            pause = Math.min(PAUSE_MAX_SECONDS, pause * 2);
        }
    }

    /** Instead of opening: who asked for an account wants nothing else. */
    private void addAccount(String password, String wanted) throws SQLException {
        String[] lines = wanted.split("\n", 2);
        Gateway.setAccount(settings, password, lines[0], lines[1]);
        LOG.info("The account {} is an owner of all stores", lines[0]);
        exit.accept(0);
    }

    private void welcome(Gateway opened, String password) {
        if (visitor.isEmpty()) {
            return;
        }
        String account = HexFormat.of().formatHex(SecureRandom.getSeed(8));
        try {
            // The store first: an account is one of the stores that are there.
            String code = Gateway.demoCode(settings, password);
            Gateway.setAccount(settings, password, "demo", account);
            visitor.get()
                    .accept(
                            """
                            The cloud end is open. Lanes and browsers find it at http://%s:%d/
                            A lane comes in with the code %s, once, within a day.
                            The page knows the account "demo", password %s, until the next start."""
                                    .formatted(settings.listen(), opened.port(), code, account));
        } catch (SQLException failed) {
            LOG.error("The demo's store can't be made", failed);
        }
    }

    private boolean await(int seconds) {
        try {
            return end.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
