package com.euphoriapos.testkit.store;

import com.euphoriapos.api.store.InventoryRepository.Change;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.domain.CashTender;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.Pricing;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.RetailTransaction;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.domain.TaxTable;
import com.euphoriapos.domain.TenderLineItem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Products and sales for tests: the same arguments give the same values. */
public final class Samples {
    /** When samples happen. */
    public static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    /** The day of {@link #NOON}. */
    public static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    private static final String[] KINDS = {"VODKA", "BOURBON", "TEQUILA", "RUM", "GIN", "BRANDY", "SCOTCH", "AMARETTO"};
    private static final String[] MAKERS = {
        "ACORN", "BIRCH", "CEDAR", "DOGWOOD", "ELDER", "FIR", "GINKGO", "HAZEL", "IRON", "JUNIPER", "KAPOK", "LARCH"
    };
    private static final TaxTable TAXES = TaxTable.of(new Rate(88_750));

    private Samples() {}

    /** A UUID that depends on the name only. */
    public static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The product of a number from 0. */
    public static Product product(int number) {
        String maker = MAKERS[number % MAKERS.length];
        String kind = KINDS[number / MAKERS.length % KINDS.length];
        return new Product(
                id("product " + number),
                String.format(Locale.ROOT, "%05d", 10_000 + number),
                maker + " " + kind + " RESERVE " + number,
                kind,
                750,
                Money.ofCents(9_99 + number % 40 * 100L),
                12,
                TaxTable.STANDARD,
                true);
    }

    /** The code of a product's bottle. */
    public static String code(int number) {
        return String.format(Locale.ROOT, "%014d", 8_000_000_000L + number * 7L);
    }

    /** The code of a product's case. */
    public static String caseCode(int number) {
        return String.format(Locale.ROOT, "1%013d", 8_000_000_000L + number * 7L);
    }

    /** Has the store offer the product of a number, by the codes of its bottle and its case. */
    public static Product offer(StoreHandle handle, int number) {
        Product product = product(number);
        handle.catalog().save(product, NOON);
        handle.catalog()
                .replaceBarcodes(
                        product.id(),
                        List.of(
                                new ProductBarcode(code(number), product.id(), 1),
                                new ProductBarcode(caseCode(number), product.id(), 12)),
                        NOON);
        return product;
    }

    /** An open sale with a line of each of these products. */
    public static RetailTransaction openSale(String id, List<Product> products) {
        List<SaleLineItem> lines = new ArrayList<>();
        for (Product product : products) {
            CatalogMatch match = new CatalogMatch(product, 1, Quantity.ZERO, 0);
            Quantity quantity = Quantity.of(lines.size() % 3 + 1);
            lines.add(SaleLineItem.of(lines.size() + 1, match, quantity, code(lines.size())));
        }
        return new RetailTransaction(id, "L1", id("cashier"), NOON.minusSeconds(90), lines);
    }

    /** The sale of these products, paid in cash with a banknote more than needed. */
    public static CompletedTransaction sale(String id, String receiptNumber, List<Product> products) {
        return sale(receiptNumber, openSale(id, products), NOON);
    }

    /** An open sale paid in cash at a time. */
    public static CompletedTransaction sale(String receiptNumber, RetailTransaction open, Instant at) {
        PricedTransaction priced = Pricing.price(open, TAXES);
        TenderLineItem cash = CashTender.take(priced.total(), priced.total().plus(Money.ofCents(3_21)));
        return new CompletedTransaction(receiptNumber, priced, List.of(cash), id("cashier"), "Dana R.", at, DAY);
    }

    /** The messages of a sale: one for it and one for each line. */
    public static List<Message> messages(CompletedTransaction sale) {
        List<Message> messages = new ArrayList<>();
        Instant at = sale.completedAt();
        messages.add(new Message(
                id(sale.id() + " message"),
                "transaction:new",
                "transaction:" + sale.id(),
                "{\"id\":\"" + sale.id() + "\",\"totalCents\":"
                        + sale.priced().total().cents() + "}",
                sale.operatorId(),
                at));
        for (SaleLineItem line : sale.priced().transaction().lines()) {
            messages.add(new Message(
                    id(sale.id() + " message " + line.lineNumber()),
                    "inventory:update",
                    "product:" + line.productId(),
                    "{\"productId\":\"" + line.productId() + "\",\"change\":"
                            + -line.pieces().thousandths() + "}",
                    sale.operatorId(),
                    at));
        }
        return messages;
    }

    /** Stores a sale as the checkout does: sale, messages, stock, journal; returns whether it was new. */
    public static boolean complete(StoreHandle handle, CompletedTransaction sale) {
        boolean isNew = completeUnjournalled(handle, sale);
        if (isNew) {
            handle.journal()
                    .append(new JournalRepository.Entry(
                            sale.completedAt(), "SALE_COMPLETED", sale.operatorId(), sale.id(), "{}"));
        }
        return isNew;
    }

    /** As {@link #complete} without the journal, to measure what the journal costs. */
    public static boolean completeUnjournalled(StoreHandle handle, CompletedTransaction sale) {
        if (!handle.transactions().insert(sale, messages(sale))) {
            return false;
        }
        for (SaleLineItem line : sale.priced().transaction().lines()) {
            handle.inventory()
                    .apply(new Change(
                            id(sale.id() + " change " + line.lineNumber()),
                            line.productId(),
                            line.pieces().negated(),
                            "sale",
                            sale.id(),
                            sale.completedAt()));
        }
        handle.lane().clearOpenTransaction();
        return true;
    }
}
