package com.euphoriapos.ui.register;

import com.euphoriapos.ui.kit.input.ScanContext;
import com.euphoriapos.ui.kit.input.ScanInput;

/** Opens the sale whose receipt is scanned. */
public final class HistoryScans implements ScanContext {
    private final HistoryPresenter presenter;

    private HistoryScans(HistoryPresenter presenter) {
        this.presenter = presenter;
    }

    /** The scans of this history. */
    public static HistoryScans of(HistoryPresenter presenter) {
        return new HistoryScans(presenter);
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public void scan(ScanInput input, Runnable done) {
        presenter.scan(input, done);
    }
}
