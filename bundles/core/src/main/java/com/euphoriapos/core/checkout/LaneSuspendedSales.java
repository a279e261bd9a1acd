package com.euphoriapos.core.checkout;

import com.euphoriapos.api.checkout.SuspendedSales;
import com.euphoriapos.api.replication.Claims;
import com.euphoriapos.api.replication.Replication.ClaimAnswer;
import com.euphoriapos.api.store.CommitListener;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.OutboxRepository.Stamp;
import com.euphoriapos.api.store.PrintJobRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.SuspendedRepository;
import com.euphoriapos.api.store.SuspendedRepository.Claim;
import com.euphoriapos.api.store.SuspendedRepository.Suspended;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.Listeners;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.core.checkout.SaleShelf.Aside;
import com.euphoriapos.core.checkout.SaleShelf.Desk;
import com.euphoriapos.core.checkout.SaleShelf.TakenUp;
import com.euphoriapos.core.receipt.SuspendedChit;
import com.euphoriapos.domain.Permission;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
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
 * Puts sales aside and takes them up again. A sale is claimed before it is taken up, and the claim is kept in the very transaction that
 * makes it the sale in progress: a crash in between leaves it waiting. Thread-safe.
 */
@Component
public final class LaneSuspendedSales implements SuspendedSales, CommitListener {
    private static final Logger LOG = LoggerFactory.getLogger(LaneSuspendedSales.class);

    /** Lane-local key of the counter in the numbers. */
    static final String KEY_COUNTER = "suspended.counter";

    private static final int COUNTER_MAX = 99_999;
    private static final String GONE = "This sale is not among those that wait.";

    private final Store store;
    private final Guard guard;
    private final SaleShelf shelf;
    private final Listeners<Listener> listeners = new Listeners<>("suspended sales");

    /** Asks other lanes; not there on a lane without the replication. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    @Nullable
    volatile Claims claims;

    @Activate
    public LaneSuspendedSales(@Reference Store store, @Reference Guard guard, @Reference SaleShelf shelf) {
        this.store = store;
        this.guard = guard;
        this.shelf = shelf;
    }

    @Activate
    void start() {
        store.addListener(this);
    }

    @Deactivate
    void stop() {
        store.removeListener(this);
    }

    @Override
    public void committed(Commit commit) {
        if (commit.concerns(Topics.SALE_SUSPENDED) || commit.concerns(Topics.CLAIM_MADE)) {
            listeners.tell(Listener::suspendedChanged);
        }
    }

    @Override
    public SuspendResult suspend(String note) {
        String known = note.strip();
        if (known.length() > NOTE_MAX) {
            return new SuspendResult.Refused("A note has at most " + NOTE_MAX + " letters.");
        }
        return shelf.putAside(SuspendResult.Refused::new, aside -> {
            Suspended sale =
                    durable(() -> store.write(handle -> write(handle, aside, known)), handle -> handle.suspended()
                            .byId(aside.sale().transaction().id()));
            LOG.info("The sale {} is suspended as {}", sale.id(), sale.number());
            return new SuspendResult.Suspended(shown(sale));
        });
    }

    /** Does it; where a failure is told though it became durable, it is done all the same: a sale must not be in two places. */
    private <T> T durable(Supplier<T> write, Store.Work<Optional<T>> done) {
        try {
            return write.get();
        } catch (StoreException e) {
            Optional<T> stored;
            try {
                stored = store.read(done);
            } catch (StoreException unreadable) {
                e.addSuppressed(unreadable);
                throw e;
            }
            LOG.warn("The store told of a failure ({}); kept: {}", e.reason(), stored.isPresent());
            return stored.orElseThrow(() -> e);
        }
    }

    private static Suspended write(StoreHandle handle, Aside aside, String note) {
        String number = number(handle, aside.desk().settings().workstationId());
        Suspended sale = SuspendedMessages.sale(aside, number, note);
        handle.suspended().save(sale);
        handle.outbox()
                .append(List.of(SuspendedMessages.suspended(
                        sale, aside.desk().operator().employeeId())));
        aside.sale().acts().write(handle, sale.id());
        handle.journal().append(SuspendedJournal.suspended(aside, sale));
        handle.lane().clearOpenTransaction();
        queueChit(handle, aside, sale);
        return sale;
    }

    /** Numbers go up and begin again after the last; one that waits, or is known at all, is left out. */
    private static String number(StoreHandle handle, String workstationId) {
        LaneRepository lane = handle.lane();
        int last = lane.get(KEY_COUNTER).map(Integer::parseInt).orElse(0);
        String number;
        do {
            last = last % COUNTER_MAX + 1;
            number = String.format(Locale.ROOT, "S-%s-%03d", workstationId, last);
        } while (handle.suspended().byNumber(number).isPresent());
        lane.put(KEY_COUNTER, Integer.toString(last));
        return number;
    }

    /** The list finds the sale without it, so a chit that can't be made stops nobody. */
    private static void queueChit(StoreHandle handle, Aside aside, Suspended sale) {
        String document;
        try {
            document = SuspendedChit.compose(sale, aside.desk().settings());
        } catch (RuntimeException e) {
            LOG.error("The chit of {} could not be composed", sale.number(), e);
            return;
        }
        String jobId = UuidCreator.getTimeOrderedEpoch().toString();
        handle.printJobs().add(new PrintJobRepository.Job(jobId, "", SuspendedChit.KIND, document, 0, "", sale.at()));
    }

    @Override
    public List<Waiting> waiting() {
        guard.require(Permission.SELL);
        return store.read(handle -> handle.suspended().waiting()).stream()
                .map(LaneSuspendedSales::shown)
                .toList();
    }

    private static Waiting shown(Suspended sale) {
        return new Waiting(
                sale.id(),
                sale.number(),
                sale.workstationId(),
                sale.operatorName(),
                sale.total(),
                sale.items(),
                sale.note(),
                sale.at());
    }

    @Override
    public ResumeResult resume(String id) {
        return resume(repository -> repository.byId(id));
    }

    @Override
    public ResumeResult resumeByNumber(String number) {
        return resume(repository -> repository
                .byNumber(number.strip().toUpperCase(Locale.ROOT))
                .or(() -> repository.byNumber(number.strip())));
    }

    private ResumeResult resume(Function<SuspendedRepository, Optional<Suspended>> finding) {
        // Nobody else's grant is asked for a sale that could not be taken up.
        Optional<String> not = shelf.occupied();
        if (not.isPresent()) {
            return new ResumeResult.Refused(not.get());
        }
        try {
            Optional<Suspended> sale = store.read(handle -> finding.apply(handle.suspended()));
            return sale.isEmpty() ? new ResumeResult.Refused(GONE) : claim(sale.get());
        } catch (StoreException e) {
            LOG.error("Suspended sales can't be read ({})", e.reason(), e);
            return new ResumeResult.Refused("The store's data can't be reached. Try again; call support if it stays.");
        }
    }

    private ResumeResult claim(Suspended sale) {
        String name = SuspendedRepository.claimName(sale.id());
        Optional<String> taken = store.read(handle -> claimer(handle, name));
        if (taken.isPresent()) {
            return new ResumeResult.Taken(taken.get());
        }
        Claims asked = claims;
        ClaimAnswer answer = asked == null ? new ClaimAnswer.Granted(List.of()) : asked.claim(name);
        if (answer instanceof ClaimAnswer.Taken other) {
            return new ResumeResult.Taken(other.byLabel());
        }
        if (answer instanceof ClaimAnswer.Undecided open) {
            return new ResumeResult.Undecided(open.reason());
        }
        List<String> apart = ((ClaimAnswer.Granted) answer)
                .apartFrom().stream().map(PairedLane::label).sorted().toList();
        ResumeResult result = new ResumeResult.Refused("This sale could not be taken up.");
        try {
            result = shelf.takeUp(ResumeResult.Refused::new, desk -> takenUp(desk, sale, apart));
            return result;
        } finally {
            if (asked != null && !(result instanceof ResumeResult.Resumed)) {
                asked.release(name);
            }
        }
    }

    private TakenUp<ResumeResult> takenUp(Desk desk, Suspended sale, List<String> apart) {
        OpenSale open;
        try {
            open = SuspendedMessages.resumed(
                    sale.body(),
                    UuidCreator.getTimeOrderedEpoch().toString(),
                    desk.settings().workstationId());
        } catch (RuntimeException e) {
            LOG.error("The suspended sale {} can't be read", sale.number(), e);
            return refused("This sale can't be read. Ring it up again; support can look at what was kept.");
        }
        Message claim = SuspendedMessages.claimed(sale, desk.operator().employeeId(), desk.at());
        Resuming resuming = new Resuming(desk, sale, open, claim, apart);
        Optional<String> taken = durable(() -> store.write(handle -> keep(handle, resuming)), handle -> {
            boolean kept = handle.suspended().claims(claim.aggregate()).stream()
                    .anyMatch(each -> each.id().equals(claim.id()));
            return kept ? Optional.of(Optional.empty()) : Optional.empty();
        });
        if (taken.isPresent()) {
            return new TakenUp<>(Optional.empty(), new ResumeResult.Taken(taken.get()));
        }
        LOG.info(
                "The suspended sale {} goes on as {}",
                sale.number(),
                open.transaction().id());
        return new TakenUp<>(Optional.of(open), new ResumeResult.Resumed(shown(sale), apart));
    }

    private record Resuming(Desk desk, Suspended sale, OpenSale open, Message claim, List<String> apart) {}

    private static TakenUp<ResumeResult> refused(String reason) {
        return new TakenUp<>(Optional.empty(), new ResumeResult.Refused(reason));
    }

    /** Takes it up, unless a claim arrived since the grant; the label of whose it is then. */
    private static Optional<String> keep(StoreHandle handle, Resuming resuming) {
        Message message = resuming.claim();
        Optional<String> claimer = claimer(handle, message.aggregate());
        if (claimer.isPresent()) {
            return claimer;
        }
        Instant at = resuming.desk().at();
        handle.outbox().append(List.of(message));
        Stamp stamp = handle.outbox().stamp(message.id());
        handle.suspended()
                .claim(new Claim(message.aggregate(), message.id(), stamp.node(), stamp.hlc(), message.actor(), at));
        String id = resuming.open().transaction().id();
        handle.journal().append(SuspendedJournal.resumed(resuming.desk(), resuming.sale(), id, resuming.apart()));
        handle.lane().saveOpenTransaction(id, OpenSaleCodec.encode(resuming.open()), at);
        return Optional.empty();
    }

    /** Label of the lane whose claim counts. */
    private static Optional<String> claimer(StoreHandle handle, String name) {
        return handle.suspended().claims(name).stream()
                .findFirst()
                .map(claim -> handle.lanes().byNode(claim.node()).map(PairedLane::label))
                .map(label -> label.orElse("this lane"));
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }
}
