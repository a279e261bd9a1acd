package com.euphoriapos.ui.register;

import com.euphoriapos.api.till.TillDrawer;

/** Why the drawer is to open without a sale; the answer opens it. Screen's thread only. */
final class NoSaleDesk implements ActDesk {
    private final Acts acts;
    private boolean busy;

    NoSaleDesk(Acts acts) {
        this.acts = acts;
    }

    @Override
    public ActSheet sheet() {
        return new ActSheet.NoSale(Attempt.NO_SALE_REASONS, busy);
    }

    @Override
    public void digit(char digit) {
        reason(digit - '1');
    }

    @Override
    public void pad(char digit) {}

    @Override
    public void backspace() {}

    /** Answers nothing, so a scanner's terminator can't either. */
    @Override
    public void enter() {}

    @Override
    public void reason(int index) {
        if (index < 0 || index >= Attempt.NO_SALE_REASONS.size()) {
            return;
        }
        TillDrawer till = acts.services().drawer();
        busy = true;
        String why = Attempt.NO_SALE_REASONS.get(index);
        acts.attempt(new Attempt(
                () -> new Attempt.Asked("Open the drawer without a sale", "", ""),
                Attempt.NO_SALE_REASONS,
                why,
                approval -> till.noSale(why, approval),
                approver -> acts.toast("The drawer was opened", approver)));
        acts.changed();
    }

    @Override
    public boolean busy() {
        return busy;
    }
}
