package com.euphoriapos.core.lane;

import com.euphoriapos.api.lane.Lanes;
import com.euphoriapos.api.replication.Pairing;
import com.euphoriapos.api.replication.Replication;
import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.replication.Replication.Overview;
import com.euphoriapos.api.replication.Replication.Peer;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.CommitListener;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.PairedLane.State;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.Arrival;
import com.euphoriapos.core.Listeners;
import com.euphoriapos.core.Workers;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Function;
import java.util.stream.Collectors;
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
 * The lanes of the store's table, with what the engine says of them while there is one. Stays while nobody uses it: an invite has to be
 * answered after the command that opened it. Thread-safe.
 */
@Component(service = Lanes.class, immediate = true)
public final class StoreLanes implements Lanes {
    /** More than anybody looks at. */
    static final int REVIEWS_MAX = 300;

    private static final Logger LOG = LoggerFactory.getLogger(StoreLanes.class);
    private static final String THREAD = "pos-lanes";
    private static final int PARKED_MAX = 500;
    private static final String ALONE = "The part that talks to other lanes is not running; the diagnostics say why.";
    private static final String NOT_SET_UP = "This lane is not set up yet.";
    private static final Overview NOTHING = new Overview(List.of(), 0, Optional.empty(), List.of());

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Pairing pairing;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable SecretStore secrets;

    private volatile @Nullable Replication replication;
    private volatile Known known = Known.NOBODY;

    private final Store store;
    private final Guard guard;
    private final Settings settings;
    private final LaneDesk desk;
    private final Clock clock;
    private final Listeners<Listener> listeners = new Listeners<>("the lanes");
    private final CommitListener commits = this::committed;
    private final Replication.Listener engine = this::tell;
    // One run after the newest change is enough: a run reads all.
    private final ExecutorService thread = Workers.single(THREAD, 1, new ThreadPoolExecutor.DiscardPolicy());

    /** This lane and all others, as stored. */
    private record Known(PairedLane me, List<PairedLane> others) {
        static final Known NOBODY = new Known(new PairedLane("", "", State.ACTIVE, ""), List.of());

        boolean isSetUp() {
            return !me.node().isEmpty() && !me.label().isEmpty();
        }
    }

    @Activate
    public StoreLanes(@Reference Store store, @Reference Guard guard, @Reference Settings settings) {
        this(store, guard, settings, Clock.systemUTC());
    }

    StoreLanes(Store store, Guard guard, Settings settings, Clock clock) {
        this.store = store;
        this.guard = guard;
        this.settings = settings;
        this.clock = clock;
        this.desk = new LaneDesk(store, settings, () -> secrets, clock);
    }

    @Activate
    void start() {
        store.addListener(commits);
        refreshSoon();
    }

    @Deactivate
    void stop() {
        store.removeListener(commits);
        Workers.stop(thread, THREAD, 2_000);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindReplication(Replication now) {
        replication = now;
        now.addListener(engine);
        tell();
    }

    void unbindReplication(Replication gone) {
        gone.removeListener(engine);
        if (gone.equals(replication)) {
            replication = null;
            tell();
        }
    }

    /** For tests, which have no container that injects them. */
    StoreLanes with(@Nullable Pairing ceremony, SecretStore secretStore) {
        pairing = ceremony;
        secrets = secretStore;
        return this;
    }

    @Override
    public PairedLane me() {
        Known now = known;
        if (!now.isSetUp()) {
            refreshSoon();
        }
        return now.me();
    }

    /** What the engine says; lanes that it says nothing of are there, too. */
    @Override
    public Overview overview() {
        Replication now = replication;
        Overview said = now == null ? NOTHING : now.overview();
        Map<String, Peer> peers = said.peers().stream()
                .collect(Collectors.toMap(peer -> peer.lane().node(), Function.identity(), (first, same) -> first));
        List<Peer> all = new ArrayList<>(said.peers());
        for (PairedLane lane : known.others()) {
            if (!peers.containsKey(lane.node())) {
                all.add(new Peer(lane, false, Optional.empty(), 0, 0, 0, now == null && lane.maySpeak() ? ALONE : ""));
            }
        }
        return new Overview(all, said.parked(), said.bootstrap(), said.alarms());
    }

    @Override
    public InviteResult invite() {
        Optional<String> problem = guard.problem(Permission.MANAGE_LANES);
        if (problem.isPresent()) {
            return new InviteResult.Refused(problem.get());
        }
        Operator by = guard.require(Permission.MANAGE_LANES);
        if (settings.current().isEmpty()) {
            return new InviteResult.Refused(NOT_SET_UP);
        }
        Pairing now = Arrival.await(() -> pairing, Arrival.SWAP);
        if (now == null) {
            return new InviteResult.Refused(ALONE);
        }
        if (overview().bootstrap().isPresent()) {
            return new InviteResult.Refused(
                    "The store’s past sales are still arriving here. Invite from another lane, or wait until they are.");
        }
        return new InviteResult.Open(now.invite((node, label, address) -> {
            Pairing.Admitted in = desk.admit(new PairedLane(node, label, State.ACTIVE, address), by);
            LOG.info("Lane {} is let in", label);
            return in;
        }));
    }

    @Override
    public boolean inviteOpen() {
        Pairing now = pairing;
        return now != null && now.inviteOpen();
    }

    @Override
    public void cancelInvite() {
        guard.require(Permission.MANAGE_LANES);
        Pairing now = pairing;
        if (now != null) {
            now.cancelInvite();
        }
    }

    @Override
    public Result revoke(String node) {
        return out(node, State.REVOKED);
    }

    @Override
    public Result retire(String node) {
        return out(node, State.RETIRED);
    }

    private Result out(String node, State state) {
        Optional<String> problem = guard.problem(Permission.MANAGE_LANES);
        return problem.isPresent()
                ? new Result.Refused(problem.get())
                : desk.out(node, state, guard.require(Permission.MANAGE_LANES));
    }

    @Override
    public List<Concern> reviews() {
        guard.require(Permission.MANAGE_LANES);
        return store.read(handle -> handle.reviews().open(REVIEWS_MAX).stream()
                .map(review -> new ReviewWords(handle).of(review))
                .toList());
    }

    @Override
    public Result resolve(String reviewId) {
        Optional<String> problem = guard.problem(Permission.MANAGE_LANES);
        return problem.isPresent()
                ? new Result.Refused(problem.get())
                : desk.resolve(reviewId, guard.require(Permission.MANAGE_LANES));
    }

    @Override
    public List<ParkedEvent> parked() {
        guard.require(Permission.DIAGNOSTICS);
        return store.read(handle -> {
            Map<String, String> labels =
                    handle.lanes().all().stream().collect(Collectors.toMap(PairedLane::node, PairedLane::label));
            return handle.replication().parked(PARKED_MAX).stream()
                    .map(parked -> new ParkedEvent(
                            parked.event().id(),
                            parked.event().topic(),
                            parked.event().aggregate(),
                            labels.getOrDefault(parked.event().stream().origin(), "unknown"),
                            parked.reason(),
                            parked.firstAt(),
                            parked.attempts()))
                    .toList();
        });
    }

    @Override
    public int retryParked() {
        guard.require(Permission.DIAGNOSTICS);
        Replication now = replication;
        return now == null ? 0 : now.retryParked();
    }

    @Override
    public Result discardParked(String eventId, String reason) {
        Optional<String> problem = guard.problem(Permission.MANAGE_LANES);
        if (problem.isPresent()) {
            return new Result.Refused(problem.get());
        }
        Result result = new ParkedDesk(store, clock).discard(eventId, reason, guard.require(Permission.MANAGE_LANES));
        Replication now = replication;
        if (result instanceof Result.Done && now != null) {
            now.retryParked();
        }
        return result;
    }

    @Override
    public List<Finding> reconcile() {
        guard.require(Permission.DIAGNOSTICS);
        if (settings.current().isEmpty()) {
            return List.of(new Finding("", false, NOT_SET_UP));
        }
        Replication now = Arrival.await(() -> replication, Arrival.SWAP);
        return now == null ? List.of(new Finding("", false, ALONE)) : now.reconcile();
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    private void committed(CommitListener.Commit commit) {
        if (commit.concerns(Topics.LANE_UPSERT) || !known.isSetUp()) {
            refreshSoon();
        } else if (!commit.applied().isEmpty() || commit.concerns(Topics.REVIEW_RESOLVED)) {
            tell();
        }
    }

    private void refreshSoon() {
        thread.execute(this::refresh);
    }

    private void refresh() {
        try {
            known = read();
        } catch (StoreException e) {
            LOG.warn("The lanes can't be read: {}", e.getMessage());
            return;
        }
        tell();
    }

    private Known read() {
        String label = settings.current().map(StoreSettings::workstationId).orElse("");
        return store.read(handle -> {
            Optional<String> node = handle.lane().get(LaneRepository.KEY_NODE_ID);
            List<PairedLane> all = handle.lanes().all();
            PairedLane me = node.flatMap(own -> handle.lanes().byNode(own))
                    .orElseGet(() -> new PairedLane(node.orElse(""), label, State.ACTIVE, ""));
            return new Known(
                    me,
                    all.stream().filter(lane -> !lane.node().equals(me.node())).toList());
        });
    }

    private void tell() {
        listeners.tell(Listener::lanesChanged);
    }
}
