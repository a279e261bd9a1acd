package com.euphoriapos.ui.shell;

import com.euphoriapos.ui.kit.present.View;

/** The first start. */
public interface WizardView extends View {
    void render(WizardState state);

    /** Writes a text into a field. */
    void fill(String field, String text);
}
