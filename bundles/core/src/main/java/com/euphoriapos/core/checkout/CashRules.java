package com.euphoriapos.core.checkout;

import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.domain.CashTender;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.TenderLineItem;
import java.util.List;
import java.util.Optional;

/** Which cash may be taken. Pure. */
final class CashRules {
    /** More payments of one sale are a stuck key. */
    static final int TENDERS_MAX = 50;

    private CashRules() {}

    /** What this cash has to reach: who has the odd cents may pay to the cent where rounding would ask for more. */
    static Money due(SaleState state, Money given) {
        boolean toTheCent = given.compareTo(state.due()) < 0 && given.compareTo(state.left()) >= 0;
        return toTheCent ? state.left() : state.due();
    }

    static Optional<String> problem(Money due, Money given, List<TenderLineItem> tenders, String currency) {
        if (due.isZero()) {
            return given.isZero() ? Optional.empty() : Optional.of("Nothing is due: complete the sale without cash.");
        }
        if (!given.isPositive()) {
            return Optional.of("An amount must be more than zero.");
        }
        if (tenders.size() >= TENDERS_MAX) {
            return Optional.of("A sale takes at most " + TENDERS_MAX + " payments.");
        }
        if (given.compareTo(due.plus(CashTender.OVERPAYMENT_MAX)) > 0) {
            return Optional.of(currency + given + " is more than " + currency + CashTender.OVERPAYMENT_MAX
                    + " above the " + currency + due + " due. Check the amount.");
        }
        return Optional.empty();
    }
}
