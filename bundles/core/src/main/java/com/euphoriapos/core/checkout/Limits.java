package com.euphoriapos.core.checkout;

import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.api.approval.ApprovalRequest;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.core.approval.ApprovalDesk;
import com.euphoriapos.core.approval.ApprovalDesk.Granted;
import com.euphoriapos.domain.Act;
import com.euphoriapos.domain.Authorization;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.Rate;
import java.util.Optional;
import java.util.function.Consumer;

/** Says whether somebody may take something off a sale alone, with another person's leave, or not yet. Thread-safe. */
final class Limits {
    private final ApprovalDesk desk;

    Limits(ApprovalDesk desk) {
        this.desk = desk;
    }

    /** What is wanted of a sale. */
    record Wanted(String saleId, Permission permission, Rate percent, Money amount, String title, String about) {
        static Wanted of(String saleId, LineChange change) {
            // The new price belongs to it: leave for a higher one of 11.00 is none for 1,000.00.
            String about = change instanceof LineChange.Price price
                    ? change.line().lineNumber() + "@" + price.unitPrice()
                    : Integer.toString(change.line().lineNumber());
            return new Wanted(saleId, change.permission(), change.percent(), change.amount(), change.title(), about);
        }

        static Wanted cancelling(PricedTransaction sale) {
            String title = "Cancel the sale of " + sale.total();
            String id = sale.transaction().id();
            return new Wanted(id, Permission.SELL, Rate.ZERO, sale.total(), title, "");
        }

        String subject() {
            return about.isEmpty() ? saleId : saleId + "/" + about;
        }
    }

    /** The answer. */
    sealed interface Leave {
        /** Does it where it may be done. */
        default EditResult doing(Consumer<Optional<Granted>> act) {
            if (this instanceof Needed needed) {
                return new EditResult.NeedsApproval(needed.request());
            }
            act.accept(this instanceof Given given ? given.by() : Optional.empty());
            return new EditResult.Done();
        }

        /** It may be done, with somebody's leave where it was needed. */
        record Given(Optional<Granted> by) implements Leave {}

        /** Somebody else has to allow it first. */
        record Needed(ApprovalRequest request) implements Leave {}
    }

    /**
     * Whether it may be done. Alone everybody has what they took off this sale counted against their limit, and all who took
     * something off without leave have no more room together than the one of them who has most; who allows more must be allowed to
     * take off all that was taken off so far, whoever did it.
     *
     * @param before what was taken off, without what this replaces
     */
    Leave leave(Operator operator, Takings before, Wanted wanted, Optional<Approval> approval) {
        boolean free = wanted.amount().isZero();
        Money alone = free ? Money.ZERO : before.alone(operator.employeeId()).plus(wanted.amount());
        Act act = new Act(wanted.permission(), wanted.percent(), alone);
        boolean room = free || hasRoom(operator, before, wanted.amount());
        if (room && Authorization.decide(operator, act) == Authorization.Decision.ALLOWED) {
            return new Leave.Given(Optional.empty());
        }
        Money together = free ? Money.ZERO : before.total().plus(wanted.amount());
        Act whole = new Act(wanted.permission(), wanted.percent(), together);
        Optional<Granted> granted = desk.redeem(approval, operator, whole, wanted.subject());
        return granted.isPresent()
                ? new Leave.Given(granted)
                : new Leave.Needed(desk.ask(operator, whole, wanted.title(), wanted.subject()));
    }

    /** Otherwise two people who take turns at one sale could take off what neither of them may. */
    private static boolean hasRoom(Operator operator, Takings before, Money amount) {
        Money most = before.largestLimit(operator.authority().largestAmount());
        return before.unasked().plus(amount).compareTo(most) <= 0;
    }
}
