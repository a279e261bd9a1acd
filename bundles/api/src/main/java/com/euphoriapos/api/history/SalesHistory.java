package com.euphoriapos.api.history;

import com.euphoriapos.api.access.Requires;
import com.euphoriapos.api.access.Unrestricted;
import com.euphoriapos.api.store.TransactionRepository.DayTotals;
import com.euphoriapos.api.store.TransactionRepository.Row;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Permission;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** Past sales of the store as far as this lane knows. Reads the store: not on the event thread. */
@ProviderType
public interface SalesHistory {
    /** The most rows of one answer, so that a list of them stays a list in memory. */
    int ROWS_MAX = 100_000;

    /**
     * Today's sales, newest first.
     *
     * @param limit at most so many, 1 to {@link #ROWS_MAX}; outside of it an {@link IllegalArgumentException}
     */
    @Requires(Permission.READ_HISTORY)
    List<Row> today(int limit);

    /**
     * By receipt number or a part of it, an amount such as 12.50, or an item's name or number; over all days, newest first.
     *
     * @param text what to find, all sales when blank
     * @param limit at most so many, 1 to {@link #ROWS_MAX}; outside of it an {@link IllegalArgumentException}
     */
    @Requires(Permission.READ_HISTORY)
    List<Row> search(String text, int limit);

    @Requires(Permission.READ_HISTORY)
    Optional<CompletedTransaction> sale(String transactionId);

    /** Today's count and sum. */
    @Requires(Permission.READ_HISTORY)
    DayTotals todayTotals();

    /** Adds a listener, called after sales of this or another lane were stored, on the store's thread. */
    @Unrestricted("hears only that something was sold")
    void addListener(Listener listener);

    @Unrestricted("forgets only")
    void removeListener(Listener listener);

    /** Hears that there are more sales; return at once, and don't use the store. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        void salesChanged();
    }
}
