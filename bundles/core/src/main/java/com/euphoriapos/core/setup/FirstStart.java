package com.euphoriapos.core.setup;

import com.euphoriapos.api.catalog.DemoCatalog;
import com.euphoriapos.api.replication.CloudLink;
import com.euphoriapos.api.replication.CloudLink.EnrolResult;
import com.euphoriapos.api.replication.Pairing;
import com.euphoriapos.api.replication.Pairing.Nearby;
import com.euphoriapos.api.secret.SecretException;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.SettingsUpdates;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.Snapshots;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.core.Arrival;
import com.euphoriapos.core.Listeners;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.pin.BcryptHashing;
import com.euphoriapos.core.pin.PinHashing;
import com.euphoriapos.core.pin.PinLookup;
import com.euphoriapos.device.api.Device;
import com.euphoriapos.device.api.DeviceException;
import com.euphoriapos.device.api.PosPrinter;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets the lane up and brings its secrets back. One at a time; thread-safe. */
@Component(service = LaneSetup.class, immediate = true)
public final class FirstStart implements LaneSetup {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final String SET_UP_ALREADY = "This lane is set up already.";

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable DemoCatalog demoCatalog;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(" + Device.PROPERTY_ROLE + "=" + Device.ROLE_RECEIPT + ")")
    private volatile @Nullable PosPrinter printer;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Pairing pairing;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Snapshots snapshots;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable CloudLink cloud;

    private static final Duration NETWORK = Duration.ofSeconds(15);

    private final Store store;
    private final Settings settings;
    private final SettingsUpdates updates;
    private final Clock clock;
    private final PinHashing hashing;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    private final Listeners<Listener> listeners = new Listeners<>("the set-up");
    private final SecretStore.Listener onSecrets = this::changed;
    private volatile @Nullable SecretStore secrets;
    private volatile State state = State.NEEDED;

    @Activate
    public FirstStart(@Reference Store store, @Reference Settings settings, @Reference SettingsUpdates updates) {
        this(store, settings, updates, new BcryptHashing(), Clock.systemDefaultZone());
    }

    FirstStart(Store store, Settings settings, SettingsUpdates updates, PinHashing hashing, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.updates = updates;
        this.hashing = hashing;
        this.clock = clock;
    }

    /** The keychain may come and go while the lane runs: the set-up stays, and finds its state anew. */
    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void bindSecrets(SecretStore better) {
        SecretStore before = secrets;
        if (before != null) {
            before.removeListener(onSecrets);
        }
        secrets = better;
        better.addListener(onSecrets);
        changed();
    }

    void unbindSecrets(SecretStore gone) {
        gone.removeListener(onSecrets);
        if (secrets == gone) {
            secrets = null;
        }
    }

    /** For tests, which have no container that injects it. */
    FirstStart with(SecretStore secretStore) {
        bindSecrets(secretStore);
        return this;
    }

    /** For tests, which have no container that injects it. */
    FirstStart with(@Nullable DemoCatalog catalog, @Nullable PosPrinter receiptPrinter) {
        demoCatalog = catalog;
        printer = receiptPrinter;
        return this;
    }

    /** For tests, which have no container that injects it. */
    FirstStart with(Pairing ceremony, Snapshots files) {
        pairing = ceremony;
        snapshots = files;
        return this;
    }

    /** For tests, which have no container that injects it. */
    FirstStart with(CloudLink link) {
        cloud = link;
        return this;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public List<FieldProblem> check(Answers answers) {
        return AnswerCheck.problems(answers);
    }

    @Override
    public SetupResult setUp(Answers answers) {
        lock.lock();
        try {
            if (find() != State.NEEDED) {
                return refused(SET_UP_ALREADY);
            }
            List<FieldProblem> problems = check(answers);
            if (!problems.isEmpty()) {
                return new SetupResult.Refused(problems);
            }
            if (!isClean()) {
                return refused(
                        "An attempt to join a store ended half-way here. Join it again, or begin with an empty data"
                                + " folder.");
            }
            RecoveryCode code = RecoveryCode.random(random);
            LaneKey key = LaneKey.generate(random);
            create(StorePlans.real(answers, code, key, new StorePlans.Tools(hashing, clock)), code, key);
            return new SetupResult.Done(code.text());
        } catch (SecretException e) {
            LOG.error("The set-up could not keep its secrets: {}", e.getMessage(), e);
            return refused("The lane's secrets could not be kept. Nothing was set up.");
        } catch (StoreException e) {
            LOG.error("The set-up could not be stored ({}): {}", e.reason(), e.getMessage(), e);
            return refused("The set-up could not be stored: the disk is full or failing. Nothing was set up.");
        } finally {
            Arrays.fill(answers.ownerPin(), '\0');
            changed();
            lock.unlock();
        }
    }

    /** Takes out what a join that ended half-way had taken in; whoever joins again instead goes on with it. */
    private boolean isClean() {
        if (store.read(handle -> handle.lane().get(StoreJoin.KEY_TAKING)).isEmpty()) {
            return true;
        }
        Snapshots files = snapshots;
        if (files == null) {
            return false;
        }
        files.discard();
        store.write(handle -> {
            handle.lane().remove(StoreJoin.KEY_TAKING);
            return Boolean.TRUE;
        });
        SnapshotFolder.remove(store);
        LOG.info("What a join that ended half-way had taken in was removed");
        return true;
    }

    @Override
    public void setUpDemo() {
        lock.lock();
        try {
            boolean isDemo = settings.current().map(StoreSettings::demo).orElse(true);
            if (!isDemo) {
                throw new IllegalStateException("This lane belongs to a real store; the demo needs a home of its own.");
            }
            if (find() != State.READY && isClean()) {
                RecoveryCode code = RecoveryCode.random(random);
                LaneKey key = LaneKey.generate(random);
                create(StorePlans.demo(code, key, new StorePlans.Tools(hashing, clock)), code, key);
            }
        } finally {
            changed();
            lock.unlock();
        }
    }

    @Override
    public EnrolResult enrol(String recoveryCode, String address, String code) {
        if (!proves(recoveryCode)) {
            return new EnrolResult.Refused("Only whoever sets the lane up enrols it here; a manager does it in Lanes.");
        }
        CloudLink now = Arrival.await(() -> cloud, Arrival.SWAP);
        return now == null
                ? new EnrolResult.Refused("The part that talks to the cloud is not running; the diagnostics say why.")
                : now.enrol(address, code);
    }

    /** Not under the lock: the network may take its time. */
    private boolean proves(String recoveryCode) {
        try {
            RecoveryCode code = RecoveryCode.parse(recoveryCode);
            return verifier().map(kept -> verifies(code, kept)).orElse(false);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<String> verifier() {
        return store.read(handle -> handle.settings().get(NewStore.KEY_VERIFIER));
    }

    private static boolean verifies(RecoveryCode code, String verifier) {
        return Json.parse(verifier) instanceof String kept && code.verifies(kept);
    }

    @Override
    public List<Nearby> nearby() {
        Pairing now = pairing;
        return now == null ? List.of() : now.nearby();
    }

    @Override
    public JoinResult join(JoinRequest request, Consumer<JoinProgress> progress) {
        Optional<FieldProblem> problem = AnswerCheck.labelProblem(request.workstationId());
        if (problem.isPresent()) {
            return new JoinResult.Refused(List.of(problem.get()));
        }
        // Both start after the sign-in screen, and a script may be quicker.
        Pairing network = Arrival.await(() -> pairing, NETWORK);
        Snapshots files = network == null ? null : Arrival.await(() -> snapshots, NETWORK);
        if (network == null || files == null) {
            return noJoin("The part that talks to other lanes is not running; the diagnostics say why.");
        }
        lock.lock();
        try {
            if (find() != State.NEEDED) {
                return noJoin(SET_UP_ALREADY);
            }
            String name = new StoreJoin(new StoreJoin.Tools(store, secrets(), network, files, clock, random))
                    .run(request, progress);
            updates.reload();
            LOG.info("Joined {} as lane {}", name, request.workstationId().strip());
            return new JoinResult.Joined(name);
        } catch (StoreJoin.Refusal refusal) {
            return noJoin(String.valueOf(refusal.getMessage()));
        } catch (SecretException e) {
            LOG.error("Joining could not keep the secrets: {}", e.getMessage(), e);
            return noJoin("The store's secrets could not be kept. Nothing was changed.");
        } catch (StoreException | UncheckedIOException e) {
            LOG.error("Joining could not store what it got: {}", e.getMessage(), e);
            return noJoin("What the store gave could not be stored: " + e.getMessage() + ". This lane is not set up.");
        } finally {
            changed();
            lock.unlock();
        }
    }

    private static JoinResult noJoin(String reason) {
        return new JoinResult.Refused(List.of(new FieldProblem("", reason)));
    }

    @Override
    public RecoveryResult recover(String recoveryCode) {
        lock.lock();
        try {
            RecoveryCode code = RecoveryCode.parse(recoveryCode);
            Optional<String> verifier = verifier();
            if (verifier.isEmpty()) {
                return new RecoveryResult.Refused("This lane has no recovery code: it is not set up, or a demo.");
            }
            if (!verifies(code, verifier.get())) {
                LOG.warn("A recovery code was tried that is not this store's");
                return new RecoveryResult.Refused("This is not the recovery code of this store. Nothing was changed.");
            }
            restore(code);
            return new RecoveryResult.Recovered();
        } catch (IllegalArgumentException e) {
            return new RecoveryResult.Refused(String.valueOf(e.getMessage()));
        } catch (SecretException | StoreException e) {
            LOG.error("The secrets could not be brought back: {}", e.getMessage(), e);
            return new RecoveryResult.Refused("The code is right, but the secrets could not be kept. Call support.");
        } finally {
            changed();
            lock.unlock();
        }
    }

    @Override
    public String printRecoveryCode(String recoveryCode) {
        PosPrinter receiptPrinter = printer;
        if (receiptPrinter == null) {
            return "There is no receipt printer. Write the code down.";
        }
        try {
            String storeName = settings.current().map(StoreSettings::storeName).orElse("");
            receiptPrinter.print(RecoveryPrint.document(storeName, RecoveryCode.parse(recoveryCode)));
            return "The recovery code is printed.";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        } catch (DeviceException e) {
            LOG.warn("The recovery code was not printed: {}", e.getMessage());
            return "The printer did not print it: " + e.condition().words() + ". Print again or write the code down.";
        }
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    /** Secrets first: with them lost again nothing has happened, with the database alone nobody could sign in. */
    private void create(NewStore plan, RecoveryCode code, LaneKey key) {
        SecretStore secrets = secrets();
        byte[] pepper = code.pepper();
        String mark = PinLookup.mark(pepper);
        Optional<DemoCatalog> catalog = plan.settings().demo() ? Optional.ofNullable(demoCatalog) : Optional.empty();
        try {
            secrets.put(SecretStore.PEPPER, pepper);
            secrets.put(SecretStore.LANE_KEY, key.pkcs8());
            store.write(handle -> {
                plan.write(handle, updates, clock.instant());
                handle.lane().put(PinLookup.KEY_MARK, mark);
                catalog.ifPresent(products -> products.load(handle, clock.instant()));
                return Boolean.TRUE;
            });
        } finally {
            Arrays.fill(pepper, (byte) 0);
        }
        catalog.ifPresent(DemoCatalog::loaded);
        updates.reload();
        LOG.info(
                "Set up lane {} of {}",
                plan.settings().workstationId(),
                plan.settings().storeName());
    }

    private void restore(RecoveryCode code) {
        SecretStore secrets = secrets();
        byte[] pepper = code.pepper();
        String mark = PinLookup.mark(pepper);
        Optional<LaneKey> key = Optional.empty();
        // A key that is only out of reach comes back: another one would make this lane another node.
        if (secrets.presence(SecretStore.LANE_KEY) == SecretStore.Presence.GONE) {
            // The old key can't be derived; a lane with another key is another node of the same label.
            key = Optional.of(LaneKey.generate(random));
        }
        Optional<String> nodeId = key.map(LaneKey::nodeId);
        store.write(handle -> {
            nodeId.ifPresent(id -> rename(handle, id));
            handle.lane().put(PinLookup.KEY_MARK, mark);
            String detail = Json.object(json -> json.writeBooleanField("newLaneKey", nodeId.isPresent()));
            handle.journal().append(new JournalRepository.Entry(clock.instant(), "SECRETS_RECOVERED", "", "", detail));
            return Boolean.TRUE;
        });
        // After the name that follows from it: a key that is there would be taken for the one of the name before.
        key.ifPresent(fresh -> secrets.put(SecretStore.LANE_KEY, fresh.pkcs8()));
        // Last: it is what makes the lane ready.
        secrets.put(SecretStore.PEPPER, pepper);
        Arrays.fill(pepper, (byte) 0);
        LOG.info("The secrets are back");
    }

    /** To the other lanes it is a new one; the one of the lost key is no more. */
    private static void rename(StoreHandle handle, String nodeId) {
        handle.lane()
                .get(LaneRepository.KEY_NODE_ID)
                .flatMap(handle.lanes()::byNode)
                .ifPresent(old -> handle.lanes()
                        .save(new PairedLane(old.node(), old.label(), PairedLane.State.RETIRED, old.address())));
        handle.lane().put(LaneRepository.KEY_NODE_ID, nodeId);
        handle.lane().get(LaneRepository.KEY_WORKSTATION_ID).ifPresent(label -> handle.lanes()
                .save(new PairedLane(nodeId, label, PairedLane.State.ACTIVE, "")));
    }

    private State find() {
        if (settings.current().isEmpty()) {
            return State.NEEDED;
        }
        SecretStore now = secrets;
        if (now == null) {
            return State.SECRETS_UNREACHABLE;
        }
        return switch (now.presence(SecretStore.PEPPER)) {
            case HERE -> State.READY;
            case GONE -> State.SECRETS_LOST;
            case UNREACHABLE -> State.SECRETS_UNREACHABLE;
        };
    }

    private SecretStore secrets() {
        SecretStore now = secrets;
        if (now == null) {
            throw new SecretException("there is no secret store", new IllegalStateException("it is being replaced"));
        }
        return now;
    }

    private void changed() {
        boolean isNew;
        State now;
        synchronized (onSecrets) {
            now = find();
            isNew = now != state;
            state = now;
        }
        if (isNew) {
            listeners.tell(listener -> listener.setupChanged(now));
        }
    }

    private static SetupResult refused(String reason) {
        return new SetupResult.Refused(List.of(new FieldProblem("", reason)));
    }
}
