package com.euphoriapos.testkit;

import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.TransactionRepository;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.SaleLineItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Completed sales of a {@link MemoryStore}. */
record MemoryTransactions(MemoryHandle handle) implements TransactionRepository {
    @Override
    public boolean insert(CompletedTransaction transaction, List<OutboxRepository.Message> messages) {
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a sale needs a message");
        }
        handle.checkActing();
        if (!insert(transaction)) {
            return false;
        }
        handle.outbox().append(messages);
        return true;
    }

    @Override
    public boolean apply(CompletedTransaction transaction) {
        if (!handle.applying()) {
            throw new IllegalStateException("a sale of this lane is stored with its messages");
        }
        return insert(transaction);
    }

    private boolean insert(CompletedTransaction transaction) {
        MemoryTables tables = handle.forWriting();
        if (tables.transactions.containsKey(transaction.id())) {
            return false;
        }
        if (byReceiptNumber(transaction.receiptNumber()).isPresent()) {
            throw new StoreException(StoreException.Reason.CONSTRAINT, "the receipt number is taken");
        }
        tables.transactions.put(transaction.id(), transaction);
        return true;
    }

    @Override
    public Optional<CompletedTransaction> byId(String transactionId) {
        return Optional.ofNullable(handle.tables().transactions.get(transactionId));
    }

    @Override
    public Optional<CompletedTransaction> byReceiptNumber(String receiptNumber) {
        return handle.tables().transactions.values().stream()
                .filter(t -> t.receiptNumber().equals(receiptNumber))
                .findFirst();
    }

    @Override
    public List<Row> find(Filter filter) {
        List<CompletedTransaction> newest =
                new ArrayList<>(handle.tables().transactions.values());
        Collections.reverse(newest);
        return newest.stream()
                .filter(t -> filter.businessDay().map(t.businessDay()::equals).orElse(true))
                .filter(t -> matches(t, filter.text().toLowerCase(Locale.ROOT)))
                .limit(filter.limit())
                .map(MemoryTransactions::row)
                .toList();
    }

    @Override
    public DayTotals totals(LocalDate businessDay) {
        List<CompletedTransaction> day = handle.tables().transactions.values().stream()
                .filter(t -> t.businessDay().equals(businessDay))
                .toList();
        Money sum = day.stream().map(t -> t.priced().total()).reduce(Money.ZERO, Money::plus);
        return new DayTotals(day.size(), sum);
    }

    @Override
    public List<Amount> amounts(LocalDate businessDay) {
        return handle.tables().transactions.values().stream()
                .filter(t -> t.businessDay().equals(businessDay))
                .map(t -> new Amount(t.id(), t.priced().total()))
                .sorted(Comparator.comparing(Amount::id))
                .toList();
    }

    private static boolean matches(CompletedTransaction transaction, String text) {
        return transaction.receiptNumber().toLowerCase(Locale.ROOT).contains(text)
                || transaction.priced().total().toString().equals(text)
                || transaction.priced().transaction().lines().stream().anyMatch(line -> matches(line, text));
    }

    private static boolean matches(SaleLineItem line, String text) {
        return line.name().toLowerCase(Locale.ROOT).contains(text)
                || line.sku().toLowerCase(Locale.ROOT).contains(text);
    }

    private static Row row(CompletedTransaction transaction) {
        return new Row(
                transaction.id(),
                transaction.receiptNumber(),
                transaction.completedAt(),
                transaction.priced().total(),
                transaction.priced().itemCount(),
                transaction.operatorName(),
                transaction.priced().transaction().workstationId());
    }
}
