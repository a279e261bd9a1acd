package com.euphoriapos.ui.register;

import com.euphoriapos.api.approval.Approval;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Changes of the cart by hand. Each reads the sale in the background, right before it changes it, so that two fast presses count
 * twice. Screen's thread only.
 */
final class CartEdits {
    private final Checkout checkout;
    private final Tools tools;
    private final Acts acts;

    CartEdits(Checkout checkout, Tools tools, Acts acts) {
        this.checkout = checkout;
        this.tools = tools;
        this.acts = acts;
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
        choose(() -> checkout.choose(lineNumber));
    }

    /** Chooses the line so many places further; the ends stop it. */
    void move(int places) {
        choose(() -> {
            SaleState now = checkout.state();
            List<Integer> numbers = now.sale().stream()
                    .flatMap(sale -> sale.transaction().lines().stream())
                    .map(SaleLineItem::lineNumber)
                    .toList();
            int next = numbers.indexOf(now.chosenLine()) + places;
            return next < 0 || next >= numbers.size() ? new EditResult.Done() : checkout.choose(numbers.get(next));
        });
    }

    private void choose(Supplier<EditResult> choice) {
        acts.attempt(new Attempt(
                () -> new Attempt.Asked("Choose a line", "", ""),
                List.of(),
                "",
                approval -> choice.get(),
                approver -> {}));
    }

    /** More or less of the chosen line; nothing left voids it. */
    void step(Quantity more) {
        LineStep step = new LineStep(checkout, more);
        acts.attempt(attempt(step::asked, step, approver -> said("Changed", approver)));
    }

    void setQuantity(int lineNumber, Quantity quantity) {
        Supplier<Attempt.Asked> asked = () -> line(lineNumber)
                .map(line -> CartText.askQuantity(line, quantity))
                .orElseGet(() -> new Attempt.Asked("Change the quantity", "", ""));
        acts.attempt(attempt(
                asked,
                approval -> checkout.changeQuantity(lineNumber, quantity, approval),
                approver -> said("Changed", approver)));
    }

    void voidLine(CartLine line) {
        Supplier<Attempt.Asked> asked = () ->
                line(line.number()).map(CartText::askVoid).orElseGet(() -> new Attempt.Asked("Void a line", "", ""));
        acts.attempt(attempt(asked, approval -> checkout.voidLine(line.number(), approval), approver -> tools.messages()
                .show(Message.toast(
                        line.name() + " voided" + allowed(approver),
                        new Message.Choice("Undo", "Ctrl Z", this::undo)))));
    }

    void undo() {
        acts.attempt(attempt(() -> CartText.askUndo(checkout.state()), checkout::undo, approver -> {
            tools.messages().dismiss("toast");
            said("Undone", approver);
        }));
    }

    void cancel() {
        acts.attempt(attempt(() -> CartText.askCancel(checkout.state()), checkout::cancel, approver -> tools.messages()
                .show(Message.toast("Sale cancelled, nothing is sold" + allowed(approver)))));
    }

    private static Attempt attempt(
            Supplier<Attempt.Asked> asked, Function<Optional<Approval>, EditResult> call, Consumer<String> done) {
        return new Attempt(asked, Attempt.BACK_REASONS, "", call, done);
    }

    private Optional<SaleLineItem> line(int number) {
        return checkout.state().sale().flatMap(sale -> sale.transaction().line(number));
    }

    private void said(String words, String approver) {
        if (!approver.isEmpty()) {
            tools.messages().show(Message.toast(words + allowed(approver)));
        }
    }

    private static String allowed(String approver) {
        return approver.isEmpty() ? "" : " \u00B7 " + approver + " allowed it";
    }

    /** What was refused before is no longer news. */
    void settled() {
        acts.notices().settled();
    }

    /** Says why something is not done. */
    void refuse(String reason) {
        acts.notices().refuse(reason);
    }

    void failed(String sentence, Exception e) {
        acts.notices().failed(sentence, e);
    }
}
