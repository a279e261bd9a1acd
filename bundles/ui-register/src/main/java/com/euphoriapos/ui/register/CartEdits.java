package com.euphoriapos.ui.register;

import com.euphoriapos.api.checkout.AddResult;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.ui.kit.present.Message;
import com.euphoriapos.ui.kit.sound.Tone;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes of the cart by hand. Each reads the sale in the background, right before it changes it, so that two fast presses count
 * twice. Screen's thread only.
 */
final class CartEdits {
    private static final Logger log = LoggerFactory.getLogger(CartEdits.class);
    private static final String REFUSED = "refused";

    private final Checkout checkout;
    private final Tools tools;

    CartEdits(Checkout checkout, Tools tools) {
        this.checkout = checkout;
        this.tools = tools;
    }

    /** Adds so many of a product; {@code added} hears the line. */
    void add(ProductRow row, Quantity quantity, IntConsumer added) {
        String productId = row.match().product().id();
        int packSize = row.match().packSize();
        tools.work()
                .run(
                        () -> checkout.add(productId, packSize, quantity, ""),
                        result -> {
                            if (result instanceof AddResult.Added line) {
                                tools.sounds().accept(Tone.ADDED);
                                added.accept(line.lineNumber());
                            } else if (result instanceof AddResult.Refused refused) {
                                refuse(refused.reason());
                            } else {
                                refuse(row.name() + " is no longer sold");
                            }
                        },
                        e -> failed(row.name() + " was not added", e));
    }

    void choose(int lineNumber) {
        edit(() -> checkout.choose(lineNumber), () -> {});
    }

    /** Chooses the line so many places further; the ends stop it. */
    void move(int places) {
        edit(
                () -> {
                    SaleState now = checkout.state();
                    List<Integer> numbers = now.sale().stream()
                            .flatMap(sale -> sale.transaction().lines().stream())
                            .map(SaleLineItem::lineNumber)
                            .toList();
                    int next = numbers.indexOf(now.chosenLine()) + places;
                    return next < 0 || next >= numbers.size()
                            ? new EditResult.Done()
                            : checkout.choose(numbers.get(next));
                },
                () -> {});
    }

    /** More or less of the chosen line; nothing left voids it. */
    void step(Quantity more) {
        edit(
                () -> {
                    SaleLineItem line = chosen().orElse(null);
                    if (line == null) {
                        return new EditResult.Refused("No line is chosen");
                    }
                    Quantity wanted = line.quantity().plus(more);
                    return wanted.isPositive()
                            ? checkout.changeQuantity(line.lineNumber(), wanted)
                            : checkout.voidLine(line.lineNumber());
                },
                () -> {});
    }

    private Optional<SaleLineItem> chosen() {
        SaleState now = checkout.state();
        return now.sale()
                .flatMap(sale -> sale.transaction().line(now.chosenLine()))
                .filter(line -> !line.voided());
    }

    void setQuantity(int lineNumber, Quantity quantity) {
        edit(() -> checkout.changeQuantity(lineNumber, quantity), () -> {});
    }

    void voidLine(CartLine line) {
        edit(() -> checkout.voidLine(line.number()), () -> tools.messages()
                .show(Message.toast(line.name() + " voided", new Message.Choice("Undo", "Ctrl Z", this::undo))));
    }

    void undo() {
        edit(checkout::undo, () -> tools.messages().dismiss("toast"));
    }

    void cancel() {
        edit(checkout::cancel, () -> tools.messages().show(Message.toast("Sale cancelled, nothing is sold")));
    }

    private void edit(Callable<EditResult> change, Runnable done) {
        tools.work()
                .run(
                        change,
                        result -> {
                            if (result instanceof EditResult.Refused refused) {
                                refuse(refused.reason());
                            } else if (result instanceof EditResult.NeedsApproval needed) {
                                refuse(needed.request().why());
                            } else {
                                settled();
                                done.run();
                            }
                        },
                        e -> failed("That was not done, nothing has changed", e));
    }

    /** What was refused before is no longer news. */
    void settled() {
        tools.messages().dismiss(REFUSED);
    }

    /** Says why something is not done. */
    void refuse(String reason) {
        tools.messages()
                .show(new Message(
                        REFUSED,
                        Message.Kind.WARNING,
                        reason,
                        null,
                        List.of(new Message.Choice("OK", "Esc", this::settled))));
    }

    void failed(String sentence, Exception e) {
        log.error("{}", sentence, e);
        refuse(sentence);
    }
}
