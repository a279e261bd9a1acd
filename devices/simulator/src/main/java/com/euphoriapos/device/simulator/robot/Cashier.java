package com.euphoriapos.device.simulator.robot;

import com.euphoriapos.api.checkout.AddResult;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.domain.CashTender;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.SaleLineItem;
import java.util.List;
import java.util.function.LongSupplier;

/** Rings one basket after the other and takes the time of it. One thread only. */
final class Cashier {
    private final Checkout checkout;
    private final LongSupplier nanoTime;
    private final Times scans = new Times();
    private final Times completions = new Times();

    Cashier(Checkout checkout, LongSupplier nanoTime) {
        this.checkout = checkout;
        this.nanoTime = nanoTime;
    }

    /**
     * A sale that is over.
     *
     * @param lines that were paid
     * @param nanos from the first scan to the change
     */
    record Rung(CompletedTransaction transaction, int lines, long nanos) {}

    /**
     * Rings it.
     *
     * @throws RobotException when the checkout refuses; the sale is given up then
     */
    Rung ring(Basket basket) {
        if (checkout.state().sale().isPresent()) {
            throw new RobotException("somebody else opened a sale");
        }
        long begun = nanoTime.getAsLong();
        try {
            basket.picks().forEach(this::scan);
            CompletedTransaction paid = pay(basket.payment());
            int lines = (int) paid.priced().transaction().lines().stream()
                    .filter(line -> !line.voided())
                    .count();
            return new Rung(paid, lines, nanoTime.getAsLong() - begun);
        } catch (RobotException e) {
            giveUp();
            throw e;
        }
    }

    Times scans() {
        return scans;
    }

    Times completions() {
        return completions;
    }

    private void scan(Basket.Pick pick) {
        long begun = nanoTime.getAsLong();
        AddResult result = checkout.scan(pick.code(), Quantity.of(pick.pieces()));
        scans.add(nanoTime.getAsLong() - begun);
        if (result instanceof AddResult.ChooseOne choice) {
            CatalogMatch first = choice.candidates().get(0);
            result = checkout.add(first.product().id(), first.packSize(), Quantity.of(pick.pieces()), choice.code());
        }
        if (result instanceof AddResult.Added added) {
            if (pick.regretted()) {
                leave(added.lineNumber());
            }
        } else if (result instanceof AddResult.Refused refused) {
            throw new RobotException("a scan was refused: " + refused.reason());
        } else if (result instanceof AddResult.Unknown unknown) {
            throw new RobotException("the code " + unknown.code() + " is not known any longer");
        } else {
            throw new RobotException("the code " + pick.code() + " could not be chosen");
        }
    }

    /**
     * Takes a line back, unless it is the last that is left to pay. A dear one stays: nobody is there to allow more than the
     * cashier may take back alone.
     */
    private void leave(int lineNumber) {
        List<SaleLineItem> others = checkout.state().sale().stream()
                .flatMap(sale -> sale.transaction().lines().stream())
                .filter(line -> !line.voided() && line.lineNumber() != lineNumber)
                .toList();
        if (!others.isEmpty() && checkout.voidLine(lineNumber) instanceof EditResult.Refused refused) {
            throw new RobotException("a void was refused: " + refused.reason());
        }
    }

    private CompletedTransaction pay(int payment) {
        Money due = checkout.state().due();
        List<CashTender.Suggestion> suggestions = CashTender.suggestions(due);
        Money given = suggestions.get(Math.min(payment, suggestions.size() - 1)).amount();
        long begun = nanoTime.getAsLong();
        TenderResult result = checkout.takeCash(given);
        completions.add(nanoTime.getAsLong() - begun);
        if (result instanceof TenderResult.Completed completed) {
            return completed.transaction();
        }
        if (result instanceof TenderResult.Refused refused) {
            throw new RobotException("the payment was refused: " + refused.reason());
        }
        if (result instanceof TenderResult.NotCompleted failed) {
            throw new RobotException(
                    "the sale was not completed: " + failed.reason() + " Incident " + failed.incidentId() + ".");
        }
        throw new RobotException(given + " did not pay " + due);
    }

    private void giveUp() {
        if (checkout.state().sale().isPresent()) {
            checkout.cancel();
        }
    }
}
