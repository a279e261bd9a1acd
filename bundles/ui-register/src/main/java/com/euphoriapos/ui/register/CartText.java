package com.euphoriapos.ui.register;

import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Department;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.domain.TaxLineItem;
import com.euphoriapos.domain.TenderLineItem;
import com.euphoriapos.ui.kit.present.Formats;
import com.euphoriapos.ui.kit.present.ProductNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the sale into the words of the screen. Pure. */
final class CartText {
    private CartText() {}

    static List<CartLine> lines(SaleState state) {
        return state.sale().stream()
                .flatMap(sale -> sale.transaction().lines().stream())
                .map(line -> line(line, line.lineNumber() == state.chosenLine()))
                .toList();
    }

    private static CartLine line(SaleLineItem line, boolean chosen) {
        String name = ProductNames.display(line.name());
        String size = size(line.sizeMillilitres(), line.packSize());
        String quantity = Formats.quantity(line.quantity().thousandths());
        String total = money(line.extendedAmount());
        String voided = line.voided() ? voidedBy(line) : "";
        String price = priceWas(line);
        String spoken = Stream.of(quantity + " " + name + (size.isEmpty() ? "" : " " + size), total, price, voided)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return new CartLine(
                line.lineNumber(), name, size, quantity, money(line.unitPrice()), total, chosen, price, voided, spoken);
    }

    private static String voidedBy(SaleLineItem line) {
        return line.voidedBy().isBlank() ? "Voided" : "Voided by " + line.voidedBy();
    }

    static Attempt.Asked askVoid(SaleLineItem line) {
        String title = "Void " + quantityOf(line) + name(line);
        return new Attempt.Asked(title, money(line.extendedAmount()), money(Money.ZERO));
    }

    static Attempt.Asked askQuantity(SaleLineItem line, Quantity quantity) {
        String title = Formats.quantity(quantity.thousandths()) + " instead of " + quantityOf(line) + name(line);
        return new Attempt.Asked(
                title, money(line.extendedAmount()), money(line.unitPrice().times(quantity)));
    }

    static Attempt.Asked askUndo(SaleState state) {
        return new Attempt.Asked("Undo what was rung up last", "", "");
    }

    static Attempt.Asked askCancel(SaleState state) {
        return new Attempt.Asked("Cancel the whole sale, " + items(state.sale()), total(state), money(Money.ZERO));
    }

    private static String total(SaleState state) {
        return money(state.sale().map(PricedTransaction::total).orElse(Money.ZERO));
    }

    private static String quantityOf(SaleLineItem line) {
        return Formats.quantity(line.quantity().thousandths()) + " \u00D7 ";
    }

    private static String name(SaleLineItem line) {
        return ProductNames.display(line.name());
    }

    /** "Price was 9.75 · Ruth K."; empty where it is the catalogue's. */
    private static String priceWas(SaleLineItem line) {
        return line.override()
                .map(why -> "Price was " + money(why.regularPrice()) + " \u00B7 "
                        + (why.approvedBy().isEmpty() ? why.changedBy() : why.approvedBy()))
                .orElse("");
    }

    /** The chosen line as it is sold, unless it is voided. */
    static Optional<SaleLineItem> chosenItem(SaleState state) {
        return state.sale()
                .flatMap(sale -> sale.transaction().line(state.chosenLine()))
                .filter(line -> !line.voided());
    }

    /** The chosen line, unless it is voided. */
    static Optional<CartLine> chosen(SaleState state) {
        return lines(state).stream()
                .filter(line -> line.chosen() && !line.voided())
                .findFirst();
    }

    /** Which actions have something to act on. */
    static SaleScreenState.Can can(SaleState state, boolean questionOpen, boolean hasMore) {
        boolean open = state.sale().isPresent();
        boolean sold =
                state.sale().filter(sale -> !sale.transaction().isEmpty()).isPresent();
        String pay = sold ? "" : "Nothing to pay yet";
        return new SaleScreenState.Can(
                questionOpen ? "Answer the question on the right first" : pay,
                chosen(state).isPresent() ? "" : "No line is chosen",
                open ? "" : "Nothing to undo",
                open ? "" : "There is no sale to cancel",
                hasMore ? "" : "Nothing more is installed");
    }

    static Totals totals(SaleState state, String sign) {
        Optional<PricedTransaction> sale = state.sale();
        Money paid = paid(state.tenders());
        return new Totals(
                items(sale),
                money(sale.map(PricedTransaction::subtotal).orElse(Money.ZERO)),
                taxLabel(sale.map(PricedTransaction::taxes).orElse(List.of())),
                money(sale.map(PricedTransaction::tax).orElse(Money.ZERO)),
                money(sale.map(PricedTransaction::total).orElse(Money.ZERO)),
                state.cashRounding().isZero() ? "" : money(state.cashRounding()),
                paid.isZero() ? "" : money(paid),
                sign);
    }

    static Money paid(List<TenderLineItem> tenders) {
        return tenders.stream().map(TenderLineItem::amount).reduce(Money.ZERO, Money::plus);
    }

    static String items(Optional<PricedTransaction> sale) {
        long thousandths = sale.map(s -> s.itemCount().thousandths()).orElse(0L);
        return Formats.quantity(thousandths) + (thousandths == 1_000 ? " item" : " items");
    }

    private static String taxLabel(List<TaxLineItem> taxes) {
        List<TaxLineItem> charged =
                taxes.stream().filter(tax -> tax.rate().partsPerMillion() > 0).toList();
        return charged.size() == 1
                ? "Tax " + Formats.percent(charged.get(0).rate().partsPerMillion())
                : "Tax";
    }

    /** The change of the last sale, while no other is open. */
    static Optional<ChangeDue> change(SaleState state) {
        return state.sale().isPresent()
                ? Optional.empty()
                : state.lastCompleted().map(CartText::change);
    }

    private static ChangeDue change(CompletedTransaction last) {
        String total = money(last.priced().total().plus(last.cashRounding()));
        String paid =
                last.change().isZero() ? total + " cash, nothing back" : money(last.tendered()) + " cash for " + total;
        return new ChangeDue(money(last.change()), paid + ". The next scan starts a sale", last.receiptNumber());
    }

    static ProductRow product(CatalogMatch match) {
        Product product = match.product();
        Department department = product.department();
        String size = size(product.sizeMillilitres(), match.packSize());
        String detail = Stream.of(size, department.title(), product.sku())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" \u00B7 "));
        return new ProductRow(
                ProductNames.display(product.name()),
                size,
                detail,
                money(match.price()),
                Formats.quantity(match.onHand().thousandths()) + " in stock",
                department,
                match);
    }

    static List<ProductRow> products(List<CatalogMatch> matches) {
        return matches.stream().map(CartText::product).toList();
    }

    private static String size(int millilitres, int packSize) {
        String volume = Formats.volume(millilitres);
        if (packSize == 1) {
            return volume;
        }
        String pack = "pack of " + packSize;
        return volume.isEmpty() ? pack : volume + " \u00B7 " + pack;
    }

    static String money(Money amount) {
        return Formats.money(amount.cents());
    }
}
