package com.euphoriapos.ui.register;

import com.euphoriapos.ui.kit.input.ScanContext;
import com.euphoriapos.ui.kit.input.ScanInput;

/** Holds scans for the sale screen while a payment is taken: no scan can become money. */
public final class TenderScans implements ScanContext {
    private final TenderPresenter presenter;

    private TenderScans(TenderPresenter presenter) {
        this.presenter = presenter;
    }

    /** The scans of this tender screen. */
    public static TenderScans of(TenderPresenter presenter) {
        return new TenderScans(presenter);
    }

    @Override
    public String name() {
        return "tender";
    }

    @Override
    public Intake intake() {
        return Intake.HOLD;
    }

    @Override
    public void scan(ScanInput input, Runnable done) {
        throw new IllegalStateException("scans are held while a payment is taken");
    }

    @Override
    public void waiting(int scans) {
        presenter.waiting(scans);
    }
}
