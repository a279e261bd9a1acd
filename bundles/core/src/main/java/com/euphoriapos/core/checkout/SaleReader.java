package com.euphoriapos.core.checkout;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.core.sync.Payload;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.PriceOverride;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.RetailTransaction;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.domain.TaxLineItem;
import com.euphoriapos.domain.TenderLineItem;
import com.euphoriapos.domain.TenderType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reads back what {@link SaleMessages} wrote of a sale. A sale that was completed is true: only what can't be one is refused, sums are
 * taken as they were printed. Pure.
 */
final class SaleReader {
    private static final String REGULAR_PRICE = "regularPrice";

    private SaleReader() {}

    /** The sale that a {@code transaction:new} tells of. */
    static CompletedTransaction read(Event event) {
        Payload sale = Payload.of(event);
        CompletedTransaction read = sale.valid(() -> sale(sale));
        if (!event.aggregate().equals(SaleMessages.aggregate(read.id()))) {
            throw sale.refused("id", "is not what the event is about");
        }
        return read;
    }

    private static CompletedTransaction sale(Payload sale) {
        List<SaleLineItem> lines = lines(sale);
        RetailTransaction opened = new RetailTransaction(
                sale.uuid("id"),
                sale.key("workstationId"),
                sale.text("openedBy", sale.key("operatorId")),
                sale.moment("openedAt"),
                lines);
        List<TaxLineItem> taxes =
                sale.objects("taxes").stream().map(SaleReader::tax).toList();
        Money tax = sale.money("tax");
        Money total = sale.money("total");
        PricedTransaction priced =
                new PricedTransaction(opened, sale.money("subtotal"), taxes, tax, total, items(lines));
        return new CompletedTransaction(
                sale.key("receiptNumber"),
                priced,
                sale.objects("tenders").stream().map(SaleReader::tender).toList(),
                sale.key("operatorId"),
                sale.text("operatorName"),
                sale.moment("completedAt"),
                sale.valid("businessDay", () -> LocalDate.parse(sale.text("businessDay"))));
    }

    /** The lines of a sale. */
    static List<SaleLineItem> lines(Payload sale) {
        List<SaleLineItem> lines = sale.objects("items").stream()
                .map(item -> item.valid(() -> line(item)))
                .toList();
        if (lines.isEmpty() || lines.size() > RetailTransaction.LINES_MAX) {
            throw sale.refused("items", "has " + lines.size() + " lines, not 1 to " + RetailTransaction.LINES_MAX);
        }
        if (lines.stream().map(SaleLineItem::lineNumber).distinct().count() < lines.size()) {
            throw sale.refused("items", "has two lines of one number");
        }
        return lines;
    }

    private static Quantity items(List<SaleLineItem> lines) {
        return lines.stream()
                .filter(line -> !line.voided())
                .map(SaleLineItem::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private static SaleLineItem line(Payload item) {
        SaleLineItem line = new SaleLineItem(
                item.count("lineNumber", 1),
                item.key("productId"),
                item.text("sku"),
                item.text("name"),
                item.text("category"),
                item.count("sizeMillilitres", 0),
                item.count("packSize", 1),
                item.quantity("quantity"),
                item.money("unitPrice"),
                item.text("taxCategory"),
                item.text("code"),
                item.flag("voided"),
                item.text("voidedBy"),
                override(item));
        if (!line.extendedAmount().equals(item.money("extendedAmount"))) {
            throw item.refused("extendedAmount", "is not what the line costs, " + line.extendedAmount());
        }
        return line;
    }

    private static Optional<PriceOverride> override(Payload item) {
        return item.has(REGULAR_PRICE)
                ? Optional.of(new PriceOverride(
                        item.money(REGULAR_PRICE),
                        item.text("priceReason"),
                        item.text("priceChangedBy"),
                        item.text("priceApprovedBy")))
                : Optional.empty();
    }

    private static TaxLineItem tax(Payload tax) {
        return new TaxLineItem(
                tax.text("category"),
                tax.valid("ratePpm", () -> new Rate(tax.number("ratePpm"))),
                tax.money("taxable"),
                tax.money("amount"));
    }

    private static TenderLineItem tender(Payload tender) {
        return tender.valid(() -> new TenderLineItem(
                tender.word("type", TenderType.class), tender.money("tendered"), tender.money("change")));
    }
}
