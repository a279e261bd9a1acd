package com.euphoriapos.sync.cloud.engine;

import com.euphoriapos.api.replication.CloudFeed;
import com.euphoriapos.api.replication.CloudLink;
import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusSource;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.sync.cloud.protocol.Pacing;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The line to the cloud as part of the lane. Without a cloud it has no thread and asks nobody. */
@Component(
        service = {CloudLink.class, StatusSource.class, HealthCheck.class},
        immediate = true,
        configurationPid = "sync.cloud",
        property = {
            StatusSource.PROPERTY_ORDER + ":Integer=70",
            HealthCheck.NAME + "=Cloud",
            HealthCheck.TAGS + "=cloud"
        })
@Designate(ocd = CloudComponent.Config.class)
public final class CloudComponent implements CloudLink, StatusSource, HealthCheck {
    private static final int PATIENCE_MIN = 1;
    private static final int PATIENCE_MAX = 86_400;

    private final CloudLine line;
    private final Instant started;
    private final InstantSource clock = InstantSource.system();
    private final CloudLink.Listener told = this::changed;
    private volatile @Nullable Runnable onChange;

    /** Settings in {@code sync.cloud.cfg}. */
    @ObjectClassDefinition(name = "Cloud", description = "Where the store's cloud is.")
    public @interface Config {
        @AttributeDefinition(
                name = "Address",
                description = "Such as https://cloud.example; empty for the one where the lane was enrolled.")
        String baseUrl() default "";

        @AttributeDefinition(
                name = "Patience with other lanes",
                description =
                        "Seconds for which the cloud may lack what another lane wrote before this lane brings it.")
        int patienceSeconds() default 120;
    }

    @Activate
    public CloudComponent(Config config, @Reference Store store, @Reference CloudFeed feed) {
        this.started = clock.instant();
        this.line = new CloudLine(
                new Setting(
                        store,
                        feed,
                        clock,
                        () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()),
                        new SecureRandom(),
                        Pacing.USUAL.withLag(TimeUnit.SECONDS.toMillis(
                                Math.max(PATIENCE_MIN, Math.min(PATIENCE_MAX, config.patienceSeconds()))))),
                config.baseUrl());
    }

    @Activate
    void start() {
        line.addListener(told);
        line.start();
    }

    @Deactivate
    void stop() {
        line.removeListener(told);
        line.stop();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindSecrets(SecretStore better) {
        line.secrets(better);
    }

    void unbindSecrets(SecretStore gone) {
        line.secretsGone(gone);
    }

    private void changed() {
        Runnable listener = onChange;
        if (listener != null) {
            listener.run();
        }
    }

    @Override
    public Status status() {
        return line.status();
    }

    @Override
    public EnrolResult enrol(String address, String code) {
        return line.enrol(address, code);
    }

    @Override
    public Optional<String> push() {
        return line.push();
    }

    @Override
    public Optional<String> pull() {
        return line.pull();
    }

    @Override
    public List<Finding> reconcile() {
        return line.reconcile();
    }

    @Override
    public void addListener(CloudLink.Listener listener) {
        line.addListener(listener);
    }

    @Override
    public void removeListener(CloudLink.Listener listener) {
        line.removeListener(listener);
    }

    @Override
    public List<StatusItem> items() {
        return CloudChips.items(line.status(), clock.instant(), started);
    }

    @Override
    public void onChange(@Nullable Runnable listener) {
        onChange = listener;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        Status status = line.status();
        switch (status.state()) {
            case NONE -> log.info("There is no cloud; that is fine");
            case FINE, STARTING -> log.info("{} events wait for {}", status.backlog(), status.address());
            default -> log.warn("{}: {}, {} events wait", status.address(), status.trouble(), status.backlog());
        }
        status.alarms().forEach(alarm -> log.warn("{}", alarm.text()));
        return new Result(log);
    }
}
