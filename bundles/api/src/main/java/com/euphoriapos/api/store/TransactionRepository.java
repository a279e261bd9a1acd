package com.euphoriapos.api.store;

import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Completed sales: tables {@code transactions}, {@code transaction_items}, {@code transaction_tenders}, {@code transaction_taxes}. */
@ProviderType
public interface TransactionRepository {
    /**
     * Inserts the whole sale and appends its messages to the event log, unless the sale's id is there already; returns whether it
     * was inserted. A sale without a message can't be stored.
     *
     * @param messages at least one
     */
    boolean insert(CompletedTransaction transaction, List<OutboxRepository.Message> messages);

    /**
     * Inserts a sale of another lane, unless its id is there already; returns whether it was inserted. Only inside
     * {@link Store#apply}.
     *
     * @throws StoreException CONSTRAINT when the id is there with another content
     */
    boolean apply(CompletedTransaction transaction);

    Optional<CompletedTransaction> byId(String transactionId);

    Optional<CompletedTransaction> byReceiptNumber(String receiptNumber);

    /** Newest first; see {@link Filter}. */
    List<Row> find(Filter filter);

    /** How many sales the business day has, and their sum. */
    DayTotals totals(LocalDate businessDay);

    /** Each sale of the business day with its sum, ordered by id. */
    List<Amount> amounts(LocalDate businessDay);

    /**
     * Which sales.
     *
     * @param businessDay only of this day, all days when empty
     * @param text part of the receipt number, an amount such as 12.50, or a part of an item's name or number; empty for all
     * @param limit at most so many
     */
    record Filter(Optional<LocalDate> businessDay, String text, int limit) {}

    /** A sale in a list. */
    record Row(
            String id,
            String receiptNumber,
            Instant completedAt,
            Money total,
            Quantity items,
            String operatorName,
            String workstationId) {}

    /** What a sale came to. */
    record Amount(String id, Money total) {}

    /** Sales of a day. */
    record DayTotals(long count, Money total) {}
}
