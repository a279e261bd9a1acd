package com.euphoriapos.ui.diagnostics;

import com.euphoriapos.ui.kit.present.View;

/** The support pages. */
public interface DiagnosticsView extends View {
    void render(DiagnosticsState state);
}
