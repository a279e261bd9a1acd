package com.euphoriapos.ui.register;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The rare functions behind F10. Screen's thread only.
 *
 * @param source the screens of other bundles
 * @param saleOpen whether there is a sale that can be given up
 * @param cancel asks whether it is given up
 */
record MoreMenu(
        Supplier<List<MoreEntry>> source, Tools tools, CartEdits edits, BooleanSupplier saleOpen, Runnable cancel) {
    private static final MoreEntry CANCEL = new MoreEntry("", "Cancel the sale", true);

    /** The screens first, so that their numbers stay when a sale is open. */
    List<MoreEntry> entries() {
        List<MoreEntry> entries = new ArrayList<>(source.get());
        if (saleOpen.getAsBoolean()) {
            entries.add(CANCEL);
        }
        return entries;
    }

    boolean isEmpty() {
        return entries().isEmpty();
    }

    /** Opens one; an index that is none of them is ignored. */
    void open(int index) {
        List<MoreEntry> entries = entries();
        if (index < 0 || index >= entries.size()) {
            return;
        }
        MoreEntry chosen = entries.get(index);
        if (chosen.equals(CANCEL)) {
            cancel.run();
        } else if (!chosen.allowed() || !tools.navigator().show(chosen.screenId())) {
            edits.refuse(chosen.title() + " is not for you to open");
        }
    }
}
