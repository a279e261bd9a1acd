package com.euphoriapos.ui.register;

import com.euphoriapos.ui.kit.input.ScanContext;
import com.euphoriapos.ui.kit.input.ScanInput;

/**
 * Gives scans to the sale; while a question is open they stay, silently and in order, with the
 * router; while somebody types a price or a PIN each is heard to be held.
 */
public final class SaleScans implements ScanContext {
    private final SalePresenter presenter;

    private SaleScans(SalePresenter presenter) {
        this.presenter = presenter;
    }

    /** The scans of this sale screen. */
    public static SaleScans of(SalePresenter presenter) {
        return new SaleScans(presenter);
    }

    @Override
    public String name() {
        return "sale";
    }

    @Override
    public Intake intake() {
        if (presenter.holdsScans()) {
            return Intake.HOLD;
        }
        return presenter.takesScans() ? Intake.TAKE : Intake.QUEUE;
    }

    /** A price or a PIN is typed to its end before the scans that wait: else they would wait for ever. */
    @Override
    public boolean holdsEnter() {
        return !presenter.holdsScans();
    }

    @Override
    public void scan(ScanInput input, Runnable done) {
        presenter.scan(input, done);
    }

    @Override
    public void waiting(int scans) {
        presenter.waiting(scans);
    }
}
