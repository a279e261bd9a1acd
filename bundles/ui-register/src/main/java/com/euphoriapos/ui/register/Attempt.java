package com.euphoriapos.ui.register;

import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.api.checkout.EditResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something that the cashier wants to do and that another person may have to allow.
 *
 * @param asked what a sheet says of it, asked when it is shown
 * @param reasons that can be chosen
 * @param reason chosen already, or empty
 * @param call does it, in the background; called again with the approval that its first answer asked for
 * @param done hears that it is done, on the screen's thread, and the name of who allowed it, or empty
 */
record Attempt(
        Supplier<Asked> asked,
        List<String> reasons,
        String reason,
        Function<Optional<Approval>, EditResult> call,
        Consumer<String> done) {
    /** Why a price is changed. */
    static final List<String> PRICE_REASONS = List.of("Price match", "Damaged", "Manager's offer", "Other");
    /** Why something is taken back. */
    static final List<String> BACK_REASONS = List.of("Customer's wish", "Scanned by mistake", "Damaged", "Other");
    /** Why the drawer is opened. */
    static final List<String> NO_SALE_REASONS = List.of("Change", "Check the cash", "Bank", "Other");

    Attempt {
        reasons = List.copyOf(reasons);
    }

    /**
     * What is asked for.
     *
     * @param title such as "Void 3 × Buffalo Trace Bourbon"
     * @param from the amount before, or empty where no money is meant
     * @param to the amount after
     */
    record Asked(String title, String from, String to) {}
}
