package com.euphoriapos.core.applied;

import com.euphoriapos.api.replication.Replication;
import com.euphoriapos.api.settings.SettingsUpdates;
import com.euphoriapos.api.store.CommitListener;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.Workers;
import com.euphoriapos.core.catalog.CatalogVersion;
import com.euphoriapos.core.employee.EmployeeUpdates;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
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
 * Makes what was applied of other lanes' events hold here at once: settings and roles are read again, products too, and whoever is signed
 * in and was deactivated or given another role feels it. On a thread of its own, because the store tells of commits on its writer; what is
 * committed while it works is one further round. Events that wait for somebody to be known are tried again when people or settings came.
 * Thread-safe.
 */
@Component(
        service = {},
        immediate = true)
public final class AppliedChanges {
    private static final Logger LOG = LoggerFactory.getLogger(AppliedChanges.class);
    private static final String THREAD = "pos-applied";
    private static final String PERSON = "employee:";
    private static final long STOP_MILLIS = 2_000;
    private static final Set<String> PRODUCTS = Set.of(Topics.PRODUCT_UPSERT, Topics.PRODUCT_BULK_UPSERT);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Replication replication;

    private final Store store;
    private final SettingsUpdates settings;
    private final EmployeeUpdates people;
    private final CatalogVersion catalog;
    private final CommitListener listener = this::committed;
    /** One round runs and one waits; a third would do nothing that the second does not. */
    private final ExecutorService thread = Workers.single(THREAD, 1, new ThreadPoolExecutor.DiscardPolicy());

    private final Object lock = new Object();
    private Round next = new Round();

    /** What a round has to look at. */
    private static final class Round {
        private final Set<String> people = new HashSet<>();
        private boolean settings;
        private boolean products;
    }

    @Activate
    public AppliedChanges(
            @Reference Store store,
            @Reference SettingsUpdates settings,
            @Reference EmployeeUpdates people,
            @Reference CatalogVersion catalog) {
        this.store = store;
        this.settings = settings;
        this.people = people;
        this.catalog = catalog;
        store.addListener(listener);
    }

    @Deactivate
    void stop() {
        store.removeListener(listener);
        Workers.stop(thread, THREAD, STOP_MILLIS);
    }

    private void committed(CommitListener.Commit commit) {
        boolean concerned = false;
        synchronized (lock) {
            for (CommitListener.Subject subject : commit.applied()) {
                concerned |= note(subject);
            }
        }
        if (concerned) {
            thread.execute(this::round);
        }
    }

    private boolean note(CommitListener.Subject subject) {
        String topic = subject.topic();
        if (topic.equals(Topics.EMPLOYEE_UPSERT) && subject.aggregate().startsWith(PERSON)) {
            next.people.add(subject.aggregate().substring(PERSON.length()));
            return true;
        }
        boolean config = topic.equals(Topics.POS_CONFIG_UPDATE);
        boolean products = PRODUCTS.contains(topic);
        next.settings |= config;
        next.products |= products;
        return config || products;
    }

    private void round() {
        Round round;
        synchronized (lock) {
            round = next;
            next = new Round();
        }
        // First what somebody is not to do any longer.
        if (!round.people.isEmpty()) {
            quietly("people", () -> people.peopleChanged(round.people));
        }
        if (round.settings) {
            quietly("settings", settings::reload);
            quietly("roles", people::rolesChanged);
        }
        if (round.products) {
            catalog.changed();
        }
        if (round.settings || !round.people.isEmpty()) {
            quietly("waiting events", this::retryParked);
        }
    }

    /** What was refused because its author, or their leave, was not known may be known now. */
    private void retryParked() {
        Replication present = replication;
        if (present != null && store.<Long>read(handle -> handle.replication().parkedCount()) > 0) {
            int applied = present.retryParked();
            LOG.info("{} events that waited were applied", applied);
        }
    }

    /** For tests, which have no container that injects it. */
    AppliedChanges with(Replication service) {
        replication = service;
        return this;
    }

    private static void quietly(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error(
                    "What another lane changed of the {} could not be taken over; it holds after the next start",
                    what,
                    e);
        }
    }
}
