package com.euphoriapos.core.history;

import com.euphoriapos.api.history.SalesHistory;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.CommitListener;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.TransactionRepository.DayTotals;
import com.euphoriapos.api.store.TransactionRepository.Filter;
import com.euphoriapos.api.store.TransactionRepository.Row;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.Listeners;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Permission;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The sales that this lane's store holds. Thread-safe. */
@Component
public final class StoredSales implements SalesHistory {
    private final Store store;
    private final Settings settings;
    private final Guard guard;
    private final Clock clock;
    private final Listeners<Listener> listeners = new Listeners<>("the sales");
    private final CommitListener onCommit = this::committed;

    @Activate
    public StoredSales(@Reference Store store, @Reference Settings settings, @Reference Guard guard) {
        this(store, settings, guard, Clock.systemUTC());
    }

    StoredSales(Store store, Settings settings, Guard guard, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.guard = guard;
        this.clock = clock;
    }

    @Activate
    void start() {
        store.addListener(onCommit);
    }

    @Deactivate
    void stop() {
        store.removeListener(onCommit);
    }

    private void committed(CommitListener.Commit commit) {
        if (commit.concerns(Topics.TRANSACTION_NEW)) {
            listeners.tell(Listener::salesChanged);
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

    @Override
    public List<Row> today(int limit) {
        return find(Optional.of(businessDay()), "", limit);
    }

    @Override
    public List<Row> search(String text, int limit) {
        return find(Optional.empty(), text.strip(), limit);
    }

    private List<Row> find(Optional<LocalDate> day, String text, int limit) {
        guard.require(Permission.READ_HISTORY);
        if (limit < 1 || limit > ROWS_MAX) {
            throw new IllegalArgumentException("limit " + limit + " is not in 1 to " + ROWS_MAX);
        }
        Filter filter = new Filter(day, text, limit);
        return store.read(handle -> handle.transactions().find(filter));
    }

    @Override
    public Optional<CompletedTransaction> sale(String transactionId) {
        guard.require(Permission.READ_HISTORY);
        return store.read(handle -> handle.transactions().byId(transactionId));
    }

    @Override
    public DayTotals todayTotals() {
        guard.require(Permission.READ_HISTORY);
        LocalDate day = businessDay();
        return store.read(handle -> handle.transactions().totals(day));
    }

    /** The accounting day follows the store's wall clock, wherever the lane's own clock is set to. */
    private LocalDate businessDay() {
        return LocalDate.ofInstant(
                clock.instant(), settings.current().map(StoreSettings::zone).orElse(ZoneOffset.UTC));
    }
}
