package com.euphoriapos.sync.lane;

import com.euphoriapos.api.replication.LaneBook;
import com.euphoriapos.api.replication.Pairing;
import com.euphoriapos.api.replication.SyncTransport;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.Snapshots;
import com.euphoriapos.api.sync.SnapshotPart;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
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

/** The lane's network as a service. Everything it works with may come and go; when it stops, no thread and no port is left. */
@Component(
        service = {SyncTransport.class, Pairing.class, LaneNetwork.class},
        configurationPid = "sync.lane")
@Designate(ocd = LaneNetwork.Config.class)
public final class LaneNetwork implements SyncTransport, Pairing {
    private static final long PAUSE_MAX_MILLIS = 60_000;

    private final LaneNet net;
    private final Pairing pairing;
    private volatile @Nullable Settings settings;
    private final List<LanePeer> peers = new CopyOnWriteArrayList<>();

    /** Settings in {@code sync.lane.cfg}. */
    @ObjectClassDefinition(name = "Lane network", description = "How this lane and the others find each other.")
    public @interface Config {
        @AttributeDefinition(
                name = "Port",
                description = "Where it listens; when the port is taken, the next free one of the nineteen after it.")
        int port() default LaneNetSettings.PORT;

        @AttributeDefinition(
                name = "Address",
                description = "Where it listens; empty for all addresses of the computer.")
        String address() default "";

        @AttributeDefinition(
                name = "Always listen",
                description = "Listens without other lanes and without an invite, too.")
        boolean always() default false;

        @AttributeDefinition(name = "Discovery", description = "Announces this lane and looks for others by mDNS.")
        boolean discovery() default true;

        @AttributeDefinition(
                name = "Back-off base",
                description = "Milliseconds: the largest pause after the first failed dial; doubles up to a minute.")
        long backoffBaseMillis() default 2_000;
    }

    @Activate
    public LaneNetwork(Config config, BundleContext context) {
        SecureRandom random = new SecureRandom();
        Backoff backoff =
                new Backoff(config.backoffBaseMillis(), Math.max(config.backoffBaseMillis(), PAUSE_MAX_MILLIS));
        net = new LaneNet(
                new LaneNetSettings(config.address(), config.port(), config.always(), config.discovery(), backoff),
                random,
                context.getDataFile("snapshots").toPath());
        net.neighbourhood().storeName(this::storeName);
        pairing = new LanePairing(net, random, InstantSource.system());
    }

    /** The engine provides it while it runs. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindBook(LaneBook book) {
        net.book(book);
    }

    void unbindBook(LaneBook gone) {
        net.bookGone(gone);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindSecrets(SecretStore better) {
        net.secrets(better);
    }

    void unbindSecrets(SecretStore gone) {
        net.secretsGone(gone);
    }

    /** What new lanes fetch. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindSnapshots(Snapshots source) {
        net.snapshots().source(source);
    }

    void unbindSnapshots(Snapshots gone) {
        net.snapshots().sourceGone(gone);
    }

    /** Knows what the store is called. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindSettings(Settings now) {
        settings = now;
    }

    void unbindSettings(Settings gone) {
        if (gone.equals(settings)) {
            settings = null;
        }
    }

    private String storeName() {
        Settings now = settings;
        return now == null ? "" : now.current().map(StoreSettings::storeName).orElse("");
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindPeer(LanePeer peer) {
        peers.add(peer);
        tellPeers();
    }

    void unbindPeer(LanePeer gone) {
        peers.remove(gone);
        tellPeers();
    }

    private void tellPeers() {
        net.configured(peers.stream().map(LanePeer::where).toList());
    }

    @Override
    public void open(Listener listener) {
        net.open(listener);
    }

    @Override
    public void close() {
        net.close();
    }

    @Override
    public Invite invite(Admission admission) {
        return pairing.invite(admission);
    }

    @Override
    public boolean inviteOpen() {
        return pairing.inviteOpen();
    }

    @Override
    public void cancelInvite() {
        pairing.cancelInvite();
    }

    @Override
    public List<Nearby> nearby() {
        return pairing.nearby();
    }

    @Override
    public JoinResult join(String address, String code, String label) {
        return pairing.join(address, code, label);
    }

    @Override
    public void fetch(String address, SnapshotPart part, Path file, Arrival arrival) {
        pairing.fetch(address, part, file, arrival);
    }

    LaneNet net() {
        return net;
    }

    @Deactivate
    void stop() {
        net.stop();
    }
}
