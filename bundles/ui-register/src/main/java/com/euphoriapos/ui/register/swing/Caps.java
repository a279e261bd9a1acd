package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.input.KeyMap;
import com.euphoriapos.ui.kit.input.PosKeys;
import org.jspecify.annotations.Nullable;

/** What the key caps say: read from the key map, so that a changed key is printed on its button. */
record Caps(KeyMap keys) {
    /** What a message's choice writes for "back", whatever key it is. */
    static final String DISMISS = "Esc";

    @Nullable
    String of(String action) {
        return keys.cap(action);
    }

    @Nullable
    String accept() {
        return keys.cap(PosKeys.ACCEPT);
    }

    @Nullable
    String back() {
        return keys.cap(PosKeys.BACK);
    }

    @Nullable
    String amount(int number) {
        return keys.cap(PosKeys.amount(number));
    }

    @Nullable
    String method(int number) {
        return keys.cap(PosKeys.method(number));
    }
}
