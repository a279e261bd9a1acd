package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.Claims;
import com.euphoriapos.api.replication.CloudFeed;
import com.euphoriapos.api.replication.LaneBook;
import com.euphoriapos.api.replication.Replication;
import com.euphoriapos.api.replication.SyncTransport;
import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusSource;
import com.euphoriapos.api.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The replication as part of the lane: takes up what is there, shows how it stands, leaves nothing behind. */
@Component(
        service = {StatusSource.class, HealthCheck.class},
        immediate = true,
        property = {
            StatusSource.PROPERTY_ORDER + ":Integer=60",
            HealthCheck.NAME + "=Lanes",
            HealthCheck.TAGS + "=lanes"
        })
public final class SyncComponent implements StatusSource, HealthCheck, Engine.Services {
    private final BundleContext context;
    private final Handlers handlers = new Handlers();
    private final Engine engine;
    private final LaneChips chips;
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();
    private volatile @Nullable Runnable onChange;

    @Activate
    public SyncComponent(BundleContext context, @Reference Store store) {
        this.context = context;
        Clock clock = Clock.systemDefaultZone();
        String app = context.getBundle().getVersion().toString();
        this.engine = new Engine(
                new Setting(store, handlers, clock, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), app), this);
        this.chips = new LaneChips(engine.situation(), clock);
    }

    @Activate
    void start() {
        engine.situation().addListener(() -> {
            Runnable listener = onChange;
            if (listener != null) {
                listener.run();
            }
        });
        engine.start();
    }

    @Deactivate
    void stop() {
        engine.stop();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindTransport(SyncTransport transport) {
        engine.add(transport);
    }

    void unbindTransport(SyncTransport transport) {
        engine.remove(transport);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindHandler(TopicHandler handler, Map<String, Object> properties) {
        handlers.add(handler, topics(properties));
    }

    void unbindHandler(TopicHandler handler, Map<String, Object> properties) {
        handlers.remove(handler, topics(properties));
    }

    /** Keeps the cloud's changes; without it none are handed on. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindFeed(CloudFeed feed) {
        engine.feeds().use(Optional.of(feed));
    }

    void unbindFeed(CloudFeed gone) {
        engine.feeds().use(Optional.empty());
    }

    private static List<String> topics(Map<String, Object> properties) {
        Object topics = properties.get(TopicHandler.PROPERTY_TOPICS);
        if (topics instanceof String[] several) {
            return Arrays.asList(several);
        }
        return topics instanceof String one ? List.of(one) : List.of();
    }

    @Override
    public synchronized void register(LaneBook book, Replication replication, Claims claims) {
        registered.add(context.registerService(LaneBook.class, book, null));
        registered.add(context.registerService(Replication.class, replication, null));
        registered.add(context.registerService(Claims.class, claims, null));
    }

    @Override
    public synchronized void withdraw() {
        for (ServiceRegistration<?> each : registered) {
            try {
                each.unregister();
            } catch (IllegalStateException gone) {
                // The bundle stops and took it along.
                continue;
            }
        }
        registered.clear();
    }

    @Override
    public List<StatusItem> items() {
        return chips.items();
    }

    @Override
    public void onChange(@Nullable Runnable listener) {
        onChange = listener;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        Situation situation = engine.situation();
        if (situation.book().isEmpty()) {
            log.info("The lane is not set up; it knows no other lanes");
            return new Result(log);
        }
        for (Replication.Peer peer : situation.overview().peers()) {
            if (peer.lane().maySpeak() && !peer.trouble().isEmpty()) {
                log.warn("{}: {}", peer.lane().label(), peer.trouble());
            } else {
                log.info("{}: {} events wait for it", peer.lane().label(), peer.backlog());
            }
            long refused = situation.peers().refusals(peer.lane().node());
            if (refused > 0) {
                log.warn(
                        "{}: {} frames of it were refused since the start",
                        peer.lane().label(),
                        refused);
            }
        }
        for (Replication.Alarm alarm : situation.alarms().pressing()) {
            log.warn("{}", alarm.text());
        }
        if (situation.parked() > 0) {
            log.warn("{} events of other lanes are kept but not applied", situation.parked());
        }
        return new Result(log);
    }
}
