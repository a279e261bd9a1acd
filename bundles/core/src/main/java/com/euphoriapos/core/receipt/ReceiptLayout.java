package com.euphoriapos.core.receipt;

import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.device.api.ReceiptDocument;
import com.euphoriapos.device.api.ReceiptDocument.Align;
import com.euphoriapos.device.api.ReceiptDocument.Barcode;
import com.euphoriapos.device.api.ReceiptDocument.Columns;
import com.euphoriapos.device.api.ReceiptDocument.Cut;
import com.euphoriapos.device.api.ReceiptDocument.Element;
import com.euphoriapos.device.api.ReceiptDocument.Feed;
import com.euphoriapos.device.api.ReceiptDocument.Rule;
import com.euphoriapos.device.api.ReceiptDocument.Style;
import com.euphoriapos.device.api.ReceiptDocument.Symbology;
import com.euphoriapos.device.api.ReceiptDocument.Text;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Loyalty;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.domain.TaxLineItem;
import com.euphoriapos.domain.TenderLineItem;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What stands on a receipt, from top to bottom. Pure; names are printed as the price book writes them. */
final class ReceiptLayout {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/yyyy h:mm a", Locale.US);

    private final CompletedTransaction transaction;
    private final StoreSettings settings;
    private final List<Element> elements = new ArrayList<>();

    private ReceiptLayout(CompletedTransaction transaction, StoreSettings settings) {
        this.transaction = transaction;
        this.settings = settings;
    }

    /** The first receipt of a sale. */
    static ReceiptDocument of(CompletedTransaction transaction, StoreSettings settings) {
        ReceiptLayout layout = new ReceiptLayout(transaction, settings);
        layout.addHead();
        layout.addLines();
        layout.addTotals();
        layout.addFoot();
        return new ReceiptDocument(layout.elements);
    }

    /** A further receipt that a person asked for. */
    static ReceiptDocument duplicate(ReceiptDocument receipt, int number) {
        return receipt.withFirst(new Text("DUPLICATE " + number, Align.CENTER, Style.LARGE));
    }

    /** The whole receipt again, because an attempt to print it was cut off. */
    static ReceiptDocument copy(ReceiptDocument receipt) {
        return receipt.withFirst(new Text("COPY", Align.CENTER, Style.LARGE));
    }

    private void addHead() {
        if (settings.demo()) {
            centred("DEMO STORE, NOTHING IS SOLD", Style.BOLD);
        }
        centred(settings.storeName(), Style.LARGE);
        settings.addressLines().forEach(line -> centred(line, Style.NORMAL));
        elements.add(new Feed(1));
        columns(
                "Receipt " + transaction.receiptNumber(),
                "Lane " + transaction.priced().transaction().workstationId());
        columns(DATE.format(transaction.completedAt().atZone(settings.zone())), transaction.operatorName());
        elements.add(new Rule());
    }

    private void addLines() {
        for (SaleLineItem line : transaction.priced().transaction().lines()) {
            if (!line.voided()) {
                addLine(line);
            }
        }
        elements.add(new Rule());
    }

    private void addLine(SaleLineItem line) {
        columns(line.name() + size(line.sizeMillilitres()), amount(line.extendedAmount()));
        boolean several = !line.quantity().equals(Quantity.ONE);
        String pack = line.packSize() == 1 ? "" : "pack of " + line.packSize();
        String count = several ? line.quantity() + " x " + amount(line.unitPrice()) : "";
        String gap = pack.isEmpty() || count.isEmpty() ? "" : ", ";
        detail(pack + gap + count);
        line.override().ifPresent(changed -> detail("price was " + amount(changed.regularPrice())));
    }

    /** The device strips blanks at the edges of a paragraph, so the detail is set off by a sign. */
    private void detail(String words) {
        if (!words.isEmpty()) {
            elements.add(new Text("- " + words, Align.LEFT, Style.NORMAL));
        }
    }

    private void addTotals() {
        PricedTransaction priced = transaction.priced();
        columns("Subtotal, " + items(priced.itemCount()), amount(priced.subtotal()));
        for (TaxLineItem tax : priced.taxes()) {
            String name = tax.rate().partsPerMillion() == 0
                    ? "Not taxed, "
                    : "Tax " + tax.rate().percent() + "% of ";
            columns(name + amount(tax.taxable()), amount(tax.amount()));
        }
        elements.add(new Columns("TOTAL", settings.currencySymbol() + amount(priced.total()), Style.LARGE));
        if (!transaction.cashRounding().isZero()) {
            columns("Cash rounding", amount(transaction.cashRounding()));
            columns("To pay in cash", amount(priced.total().plus(transaction.cashRounding())));
        }
        elements.add(new Rule());
        for (TenderLineItem tender : transaction.tenders()) {
            columns(
                    switch (tender.type()) {
                        case CASH -> "Cash";
                    },
                    amount(tender.tendered()));
        }
        elements.add(new Columns("Change", amount(transaction.change()), Style.BOLD));
    }

    private void addFoot() {
        long points =
                Loyalty.points(transaction.priced().subtotal(), settings.rules().loyaltyPointsPerUnit());
        if (points > 0) {
            centred("Points earned: " + points, Style.BOLD);
        }
        if (!settings.receiptFooter().isEmpty()) {
            elements.add(new Feed(1));
            settings.receiptFooter().forEach(line -> centred(line, Style.NORMAL));
        }
        elements.add(new Feed(1));
        elements.add(new Barcode(transaction.receiptNumber(), Symbology.CODE_128));
        elements.add(new Cut());
    }

    private void centred(String text, Style style) {
        elements.add(new Text(text, Align.CENTER, style));
    }

    private void columns(String left, String right) {
        elements.add(new Columns(left, right, Style.NORMAL));
    }

    private static String items(Quantity count) {
        return count.equals(Quantity.ONE) ? "1 item" : count + " items";
    }

    private static String size(int millilitres) {
        if (millilitres == 0) {
            return "";
        }
        return millilitres < 1000
                ? " " + millilitres + " ml"
                : " " + BigDecimal.valueOf(millilitres, 3).stripTrailingZeros().toPlainString() + " L";
    }

    private static String amount(Money money) {
        long cents = Math.abs(money.cents());
        return (money.isNegative() ? "-" : "") + String.format(Locale.US, "%,d.%02d", cents / 100, cents % 100);
    }
}
