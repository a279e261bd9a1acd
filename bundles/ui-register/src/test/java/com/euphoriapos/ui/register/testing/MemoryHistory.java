package com.euphoriapos.ui.register.testing;

import com.euphoriapos.api.history.SalesHistory;
import com.euphoriapos.api.receipt.Receipts;
import com.euphoriapos.api.store.TransactionRepository.DayTotals;
import com.euphoriapos.api.store.TransactionRepository.Row;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.SaleLineItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The past sales of a {@link MemoryCheckout}, and their receipts. */
public final class MemoryHistory implements SalesHistory, Receipts {
    /** Sales that were printed again. */
    public final List<String> reprinted = new ArrayList<>();
    /** How the printer is. */
    public volatile QueueState queue = new QueueState(0, true, "");

    private final MemoryCheckout checkout;
    private final List<SalesHistory.Listener> listeners = new CopyOnWriteArrayList<>();

    public MemoryHistory(MemoryCheckout checkout) {
        this.checkout = checkout;
    }

    /** As when another lane sold something. */
    public void changed() {
        listeners.forEach(SalesHistory.Listener::salesChanged);
    }

    @Override
    public void addListener(SalesHistory.Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(SalesHistory.Listener listener) {
        listeners.remove(listener);
    }

    @Override
    public List<Row> today(int limit) {
        return rows(sale -> true, limit);
    }

    @Override
    public List<Row> search(String text, int limit) {
        String words = text.toUpperCase(Locale.ROOT);
        return rows(
                sale -> sale.receiptNumber().contains(words)
                        || sale.priced().total().toString().equals(text)
                        || sale.priced().transaction().lines().stream()
                                .anyMatch(line -> line.name().contains(words)),
                limit);
    }

    private List<Row> rows(Predicate<CompletedTransaction> wanted, int limit) {
        List<CompletedTransaction> newest = new ArrayList<>(checkout.completed);
        Collections.reverse(newest);
        return newest.stream()
                .filter(wanted)
                .limit(limit)
                .map(sale -> new Row(
                        sale.id(),
                        sale.receiptNumber(),
                        sale.completedAt(),
                        sale.priced().total(),
                        sale.priced().itemCount(),
                        sale.operatorName(),
                        "L1"))
                .toList();
    }

    @Override
    public Optional<CompletedTransaction> sale(String transactionId) {
        return checkout.completed.stream()
                .filter(sale -> sale.id().equals(transactionId))
                .findFirst();
    }

    @Override
    public DayTotals todayTotals() {
        Money sum =
                checkout.completed.stream().map(sale -> sale.priced().total()).reduce(Money.ZERO, Money::plus);
        return new DayTotals(checkout.completed.size(), sum);
    }

    @Override
    public String text(CompletedTransaction transaction, int columns) {
        StringBuilder text = new StringBuilder();
        text.append(centred("MAIN ST SPIRITS", columns)).append('\n');
        text.append(centred("12 Main Street", columns)).append("\n\n");
        text.append(pair(transaction.receiptNumber(), "2026-03-06 12:41", columns))
                .append('\n');
        text.append("-".repeat(columns)).append('\n');
        for (SaleLineItem line : transaction.priced().transaction().lines()) {
            text.append(pair(
                            line.quantity() + " " + line.name(),
                            line.extendedAmount().toString(),
                            columns))
                    .append('\n');
        }
        text.append("-".repeat(columns)).append('\n');
        text.append(pair("Subtotal", transaction.priced().subtotal().toString(), columns))
                .append('\n');
        text.append(pair("Tax 7%", transaction.priced().tax().toString(), columns))
                .append('\n');
        text.append(pair("TOTAL", transaction.priced().total().toString(), columns))
                .append("\n\n");
        text.append(pair("Cash", transaction.tendered().toString(), columns)).append('\n');
        text.append(pair("Change", transaction.change().toString(), columns)).append("\n\n");
        return text.append(centred("Thank you", columns)).append('\n').toString();
    }

    private static String pair(String left, String right, int columns) {
        return left + " ".repeat(Math.max(1, columns - left.length() - right.length())) + right;
    }

    private static String centred(String words, int columns) {
        return " ".repeat((columns - words.length()) / 2) + words;
    }

    @Override
    public Optional<Integer> reprint(String transactionId) {
        if (sale(transactionId).isEmpty()) {
            return Optional.empty();
        }
        reprinted.add(transactionId);
        return Optional.of(reprinted.size());
    }

    @Override
    public QueueState queue() {
        return queue;
    }

    @Override
    public void skipOldest() {}

    @Override
    public void addListener(Receipts.Listener listener) {}

    @Override
    public void removeListener(Receipts.Listener listener) {}
}
