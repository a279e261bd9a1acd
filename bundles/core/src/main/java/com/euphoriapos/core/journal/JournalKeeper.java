package com.euphoriapos.core.journal;

import com.euphoriapos.api.journal.Journal.Progress;
import com.euphoriapos.api.journal.Journal.Verification;
import com.euphoriapos.api.journal.Journal.Verification.Broken;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusSource;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.JournalRepository.Entry;
import com.euphoriapos.api.store.JournalRepository.Link;
import com.euphoriapos.api.store.JournalRepository.Numbered;
import com.euphoriapos.api.store.JournalRepository.Seal;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.core.Workers;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.domain.Operator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
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
 * Seals the journal with the lane's key, and looks whether it is still what was sealed: some time after the start, after each sign-out,
 * after each verification, and every few minutes while entries are added. A finding stands on the lane bar and in the journal; sealing
 * goes on after it, because later entries need it too, and the seals that don't fit are kept as evidence. Thread-safe.
 */
@Component(
        service = {JournalKeeper.class, StatusSource.class},
        property = StatusSource.PROPERTY_ORDER + ":Integer=55")
public final class JournalKeeper implements StatusSource {
    static final String VERIFIED = "JOURNAL_VERIFIED";
    static final String BROKEN = "JOURNAL_BROKEN";
    /** The newest seals that are kept beside the last one of each day. */
    static final int SEALS_KEPT = 8;
    /** So many entries are sealed at the next look, whoever is signed in. */
    static final int UNSEALED_MAX = 200;

    private static final String ENTRIES = "entries";
    private static final Logger LOG = LoggerFactory.getLogger(JournalKeeper.class);
    private static final String THREAD = "pos-journal";
    private static final long FIRST_LOOK_SECONDS = 20;
    private static final long LOOK_SECONDS = 120;
    private static final long AFTER_SIGN_OUT_SECONDS = 2;
    private static final long STOP_MILLIS = 2_000;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable SecretStore secrets;

    private final Store store;
    private final Session session;
    private final Clock clock;
    private final HeadNews news;
    private final ScheduledExecutorService thread = Workers.scheduled(THREAD);
    private final Session.Listener onSession = this::sessionChanged;
    private final ReentrantLock sealing = new ReentrantLock();
    private volatile Optional<StatusItem> trouble = Optional.empty();
    private volatile @Nullable Runnable onChange;

    @Activate
    public JournalKeeper(@Reference Store store, @Reference Session session) {
        this(store, session, Clock.systemUTC());
    }

    JournalKeeper(Store store, Session session, Clock clock) {
        this.store = store;
        this.session = session;
        this.clock = clock;
        this.news = new HeadNews(store, clock);
    }

    /** For tests, which have no container that injects it. */
    JournalKeeper with(@Nullable SecretStore secretStore) {
        secrets = secretStore;
        return this;
    }

    @Activate
    void start() {
        session.addListener(onSession);
        // Not before the lane is used: nobody waits for it.
        thread.schedule(() -> quietly(this::look), FIRST_LOOK_SECONDS, TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(
                () -> quietly(this::lookWhetherItGrew), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        session.removeListener(onSession);
        Workers.stop(thread, THREAD, STOP_MILLIS);
        quietly(() -> news.tell(true));
    }

    @Override
    public List<StatusItem> items() {
        return trouble.map(List::of).orElse(List.of());
    }

    @Override
    public void onChange(@Nullable Runnable listener) {
        onChange = listener;
    }

    /** Checks all of it, on the calling thread; says in the journal who wanted it and what came of it, and seals. */
    Verification verify(String actor, Progress progress) {
        Verification result = first(JournalCheck.whole(store, SealSecrets.read(secrets), progress));
        show(result);
        String detail = Json.object(json -> {
            if (result instanceof Verification.Intact intact) {
                json.writeNumberField(ENTRIES, intact.entries());
            } else if (result instanceof Broken broken) {
                json.writeNumberField("brokenAt", broken.number());
                json.writeStringField("what", broken.what());
            }
        });
        store.write(Store.Priority.BACKGROUND, handle -> {
            handle.journal().append(new Entry(clock.instant(), VERIFIED, actor, "", detail));
            return Boolean.TRUE;
        });
        seal();
        return result;
    }

    /** The cheap look: the seals, and what was added since the newest. It can't clear what a whole verification found. */
    void look() {
        Verification recent = first(JournalCheck.recent(store, SealSecrets.read(secrets)));
        show(
                recent instanceof Broken
                        ? recent
                        : openFinding().<Verification>map(known -> known).orElse(recent));
        seal();
    }

    /** Vouches for the newest entry, unless a seal does already or there is no key. */
    void seal() {
        sealing.lock();
        try {
            SealSecrets.Found found = SealSecrets.read(secrets);
            if (found.key().isEmpty()) {
                return;
            }
            SealKey key = found.key().get();
            Optional<Link> sealed = store.write(Store.Priority.BACKGROUND, handle -> {
                found.anchor().ifPresent(anchor -> keepEvidence(handle.journal(), anchor, key));
                return seal(handle.journal(), key);
            });
            sealed.ifPresent(link -> SealSecrets.anchor(secrets, link));
        } finally {
            sealing.unlock();
        }
    }

    /** An anchor whose entry is gone or other: the next anchor takes its place, so it becomes a seal, which is kept. */
    private void keepEvidence(JournalRepository journal, Link anchor, SealKey key) {
        boolean stands = journal.byNumber(anchor.number())
                .filter(entry -> entry.hash().equals(anchor.hash()))
                .isPresent();
        if (!stands) {
            journal.seal(key.seal(anchor, clock.instant()));
        }
    }

    private Optional<Link> seal(JournalRepository journal, SealKey key) {
        Optional<Numbered> head = journal.head();
        List<Seal> seals = journal.seals();
        boolean present = head.isEmpty()
                || seals.stream()
                        .anyMatch(seal -> seal.number() == head.get().number()
                                && seal.keyId().equals(key.id()));
        Set<Long> evidence = journal.unfitSeals().stream().map(Seal::number).collect(Collectors.toSet());
        if (present || evidence.contains(head.get().number())) {
            return Optional.empty();
        }
        Link link = new Link(head.get().number(), head.get().hash());
        journal.seal(key.seal(link, clock.instant()));
        surplus(seals).stream()
                .filter(seal -> !evidence.contains(seal.number()))
                .forEach(seal -> journal.forgetSeal(seal.number()));
        return Optional.of(link);
    }

    /** What is neither among the newest nor the last of its day, in the one time that no clock change touches. */
    private static List<Seal> surplus(List<Seal> seals) {
        Set<LocalDate> days = new HashSet<>();
        List<Seal> surplus = new ArrayList<>();
        for (int i = seals.size() - 1; i >= 0; i--) {
            boolean lastOfDay = days.add(LocalDate.ofInstant(seals.get(i).at(), ZoneOffset.UTC));
            if (!lastOfDay && i < seals.size() - SEALS_KEPT) {
                surplus.add(seals.get(i));
            }
        }
        return surplus;
    }

    private void lookWhetherItGrew() {
        sealWhatGrew();
        news.tell(false);
    }

    private void sealWhatGrew() {
        record Ends(long head, long sealed) {}
        Ends ends = store.read(handle -> {
            long head = handle.journal().head().map(Numbered::number).orElse(0L);
            // A seal beyond the end is evidence of entries that were deleted, and vouches for none of those that came
            // since.
            long sealed = handle.journal().seals().stream()
                    .mapToLong(Seal::number)
                    .filter(number -> number <= head)
                    .max()
                    .orElse(0);
            return new Ends(head, sealed);
        });
        if (ends.head() - ends.sealed() >= UNSEALED_MAX) {
            look();
        }
    }

    private void sessionChanged(Optional<Operator> operator) {
        if (operator.isEmpty()) {
            try {
                // A little later: the sign-out itself is written by another thread.
                thread.schedule(() -> quietly(this::look), AFTER_SIGN_OUT_SECONDS, TimeUnit.SECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("No seal after the sign-out: the lane stops", e);
            }
        }
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("The journal could not be looked at: {}", e.getMessage(), e);
        }
    }

    private void show(Verification result) {
        Optional<StatusItem> before = trouble;
        trouble = result instanceof Broken broken ? Optional.of(item(broken)) : Optional.empty();
        Runnable listener = onChange;
        if (!before.equals(trouble) && listener != null) {
            listener.run();
        }
    }

    private static StatusItem item(Broken broken) {
        return new StatusItem(
                "journal",
                StatusItem.Level.DANGER,
                "Journal changed at entry " + broken.number(),
                broken.what() + " Selling goes on. Copy the data folder as it is and call support.");
    }

    /**
     * What is said of a finding, which is written into the journal once. One that is known already is told as it was found first: entries
     * that were added after the newest were deleted took their numbers, so that a later check sees less.
     */
    private Verification first(JournalCheck.Result result) {
        if (!(result.verification() instanceof Broken broken)) {
            return result.verification();
        }
        Optional<Broken> known = openFinding();
        if (known.isPresent() && known.get().number() <= result.last()) {
            return known.get();
        }
        LOG.error("The journal is not as it was written: {}", broken.what());
        String detail = Json.object(json -> json.writeStringField("what", broken.what()));
        store.write(Store.Priority.BACKGROUND, handle -> {
            String subject = Long.toString(broken.number());
            handle.journal().append(new Entry(clock.instant(), BROKEN, "", subject, detail));
            return Boolean.TRUE;
        });
        return broken;
    }

    /** What was found and not refuted by a whole verification since; it may be what was found before the last restart. */
    private Optional<Broken> openFinding() {
        return store.read(handle -> {
            Optional<Numbered> found = handle.journal().newestOf(BROKEN);
            boolean refuted = handle.journal()
                    .newestOf(VERIFIED)
                    .filter(each ->
                            Json.parseObject(each.entry().detail()).names().contains(ENTRIES))
                    .filter(each -> each.number() > found.map(Numbered::number).orElse(0L))
                    .isPresent();
            return refuted ? Optional.<Broken>empty() : found.map(JournalKeeper::finding);
        });
    }

    private static Broken finding(Numbered entry) {
        return new Broken(
                Long.parseLong(entry.entry().subject()),
                Optional.empty(),
                Json.parseObject(entry.entry().detail()).text("what", ""));
    }
}
