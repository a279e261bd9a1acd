package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import com.euphoriapos.api.store.TransactionRepository;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.HashChain;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.RetailTransaction;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.domain.TransactionStatus;
import com.euphoriapos.store.sqlite.mapper.TransactionMapper;
import com.euphoriapos.store.sqlite.mapper.TransactionMapper.DaySearch;
import com.euphoriapos.store.sqlite.mapper.TransactionMapper.FullSearch;
import com.euphoriapos.store.sqlite.mapper.TransactionMapper.Header;
import com.euphoriapos.store.sqlite.mapper.TransactionMapper.StoredHeader;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Completed sales. */
final class SqliteTransactions implements TransactionRepository {
    private static final int NEWEST = 5_000;
    private static final long NO_AMOUNT = -1;

    private final UnitOfWork unit;
    private final TransactionMapper mapper;

    SqliteTransactions(UnitOfWork unit) {
        this.unit = unit;
        this.mapper = unit.mappers().transactions();
    }

    @Override
    public boolean insert(CompletedTransaction sale, List<OutboxRepository.Message> messages) {
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a sale without a message would never reach another lane");
        }
        unit.checkActing();
        boolean inserted = insert(sale);
        if (inserted) {
            new SqliteOutbox(unit).append(messages);
        }
        return inserted;
    }

    @Override
    public boolean apply(CompletedTransaction sale) {
        if (!unit.isApplying()) {
            throw new IllegalStateException("a sale of this lane is stored with its messages");
        }
        return insert(sale);
    }

    private boolean insert(CompletedTransaction sale) {
        Header header = header(sale);
        boolean inserted = unit.write(session -> insert(new SaleRows(session), header, sale));
        if (!inserted) {
            refuseOther(header);
        }
        return inserted;
    }

    private static boolean insert(SaleRows rows, Header header, CompletedTransaction sale) throws SQLException {
        if (!rows.insert(header)) {
            return false;
        }
        rows.insertItems(header.id(), sale.priced().transaction().lines());
        rows.insertTenders(header.id(), sale.tenders());
        rows.insertTaxes(header.id(), sale.priced().taxes());
        return true;
    }

    /** The same id twice is a repeated request when the same was sold, and damage or a clash when not. */
    private void refuseOther(Header header) {
        String stored = unit.query(() -> mapper.contentHash(header.id()));
        if (!header.contentHash().equals(stored)) {
            throw new StoreException(
                    Reason.CONSTRAINT, "sale " + header.id() + " is stored already with another content");
        }
    }

    private static Header header(CompletedTransaction sale) {
        PricedTransaction priced = sale.priced();
        RetailTransaction opened = priced.transaction();
        return new Header(
                sale.id(),
                sale.receiptNumber(),
                opened.workstationId(),
                TransactionStatus.COMPLETED.name(),
                opened.operatorId(),
                opened.openedAt(),
                sale.operatorId(),
                sale.operatorName(),
                sale.completedAt(),
                sale.businessDay().toEpochDay(),
                priced.subtotal(),
                priced.tax(),
                priced.total(),
                priced.itemCount(),
                contentHash(priced));
    }

    /** Over what was sold, not over when and how it was paid: a repeated request has a new time, and maybe other cash. */
    private static String contentHash(PricedTransaction priced) {
        List<SaleLineItem> lines = priced.transaction().lines();
        String[] fields = new String[lines.size() * 3 + 1];
        int next = 0;
        for (SaleLineItem line : lines) {
            fields[next++] = line.lineNumber() + (line.voided() ? "v" : "s");
            fields[next++] = line.productId();
            fields[next++] = line.quantity().thousandths() + "x" + line.packSize() + "x"
                    + line.unitPrice().cents();
        }
        fields[next] = Long.toString(priced.total().cents());
        return HashChain.next(HashChain.START, fields);
    }

    @Override
    public Optional<CompletedTransaction> byId(String transactionId) {
        return unit.query(() -> load(transactionId));
    }

    @Override
    public Optional<CompletedTransaction> byReceiptNumber(String receiptNumber) {
        return unit.query(() -> {
            String id = mapper.idOfReceipt(receiptNumber);
            return id == null ? Optional.empty() : load(id);
        });
    }

    private Optional<CompletedTransaction> load(String id) {
        @Nullable StoredHeader stored = mapper.header(id);
        if (stored == null) {
            return Optional.empty();
        }
        Header header = stored.header();
        RetailTransaction opened = new RetailTransaction(
                id, header.workstationId(), header.openedBy(), header.openedAt(), mapper.items(id));
        PricedTransaction priced = new PricedTransaction(
                opened, header.subtotal(), mapper.taxes(id), header.tax(), header.total(), header.itemCount());
        return Optional.of(new CompletedTransaction(
                header.receiptNumber(),
                priced,
                mapper.tenders(id),
                header.operatorId(),
                header.operatorName(),
                header.completedAt(),
                LocalDate.ofEpochDay(header.businessDay())));
    }

    @Override
    public List<Row> find(Filter filter) {
        String text = filter.text().strip();
        int limit = filter.limit();
        return unit.query(() -> {
            if (filter.businessDay().isPresent()) {
                long day = filter.businessDay().get().toEpochDay();
                return text.isEmpty()
                        ? mapper.ofDay(day, limit)
                        : mapper.searchDay(new DaySearch(day, SearchText.containing(text), cents(text), limit));
            }
            return text.isEmpty() ? mapper.newest(limit) : mapper.searchAll(search(text, limit));
        });
    }

    private static FullSearch search(String text, int limit) {
        String prefix = SearchText.receiptPrefix(text);
        return new FullSearch(prefix, SearchText.end(prefix), SearchText.containing(text), cents(text), NEWEST, limit);
    }

    /** The text as an amount, or one that no sale has. */
    private static long cents(String text) {
        try {
            return Money.parse(text).cents();
        } catch (IllegalArgumentException | ArithmeticException noAmount) {
            return NO_AMOUNT;
        }
    }

    @Override
    public DayTotals totals(LocalDate businessDay) {
        return unit.query(() -> mapper.totals(businessDay.toEpochDay()));
    }

    @Override
    public List<Amount> amounts(LocalDate businessDay) {
        return unit.query(() -> mapper.amounts(businessDay.toEpochDay()));
    }
}
