package com.euphoriapos.ui.shell;

import com.euphoriapos.ui.kit.present.View;

/** Where the recovery code is typed. */
public interface RecoveryView extends View {
    /** @param error one sentence, empty when nothing is wrong */
    void render(String error, boolean busy);

    /** @param unreachable the secrets are not lost: their keychain can't be reached now, and may come back by itself */
    default void explain(boolean unreachable) {}
}
