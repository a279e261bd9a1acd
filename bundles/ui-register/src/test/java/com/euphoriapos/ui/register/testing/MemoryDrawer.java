package com.euphoriapos.ui.register.testing;

import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.till.TillDrawer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A drawer that remembers why it was opened. One thread at a time. */
public final class MemoryDrawer implements TillDrawer {
    /** Why it was opened. */
    public final List<String> opened = new ArrayList<>();

    private EditResult next = new EditResult.Done();

    /** From now on it answers this. */
    public void answer(EditResult result) {
        next = result;
    }

    @Override
    public EditResult noSale(String reason, Optional<Approval> approval) {
        boolean done = !(next instanceof EditResult.NeedsApproval) || approval.isPresent();
        if (done) {
            opened.add(reason);
        }
        return done && next instanceof EditResult.NeedsApproval ? new EditResult.Done() : next;
    }
}
