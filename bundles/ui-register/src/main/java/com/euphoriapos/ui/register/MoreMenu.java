package com.euphoriapos.ui.register;

import java.util.List;
import java.util.function.Supplier;

/** The rare functions behind F10. Screen's thread only. */
record MoreMenu(Supplier<List<MoreEntry>> source, Tools tools, CartEdits edits) {
    List<MoreEntry> entries() {
        return source.get();
    }

    boolean isEmpty() {
        return entries().isEmpty();
    }

    /** Opens one; an index that is none of them is ignored. */
    void open(int index) {
        List<MoreEntry> entries = entries();
        if (index >= 0 && index < entries.size()) {
            MoreEntry chosen = entries.get(index);
            if (!chosen.allowed() || !tools.navigator().show(chosen.screenId())) {
                edits.refuse(chosen.title() + " is not for you to open");
            }
        }
    }
}
