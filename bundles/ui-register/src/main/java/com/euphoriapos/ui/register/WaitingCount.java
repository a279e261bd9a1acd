package com.euphoriapos.ui.register;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.checkout.SuspendedSales;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many suspended sales wait, for the key of the list. Screen's thread only. */
final class WaitingCount {
    private static final Logger log = LoggerFactory.getLogger(WaitingCount.class);

    private final SuspendedSales sales;
    private final Tools tools;
    private final Runnable changed;
    private final SuspendedSales.Listener listener = this::changedSomewhere;
    private int count;

    WaitingCount(SuspendedSales sales, Tools tools, Runnable changed) {
        this.sales = sales;
        this.tools = tools;
        this.changed = changed;
    }

    int count() {
        return count;
    }

    void attach() {
        sales.addListener(listener);
    }

    void detach() {
        sales.removeListener(listener);
    }

    private void changedSomewhere() {
        tools.ui().now(this::refresh);
    }

    void refresh() {
        int before = count;
        tools.lookups().run(() -> counted(before), this::show, e -> log.warn("suspended sales are not counted", e));
    }

    private void show(Integer now) {
        if (count != now) {
            count = now;
            changed.run();
        }
    }

    private int counted(int before) {
        try {
            return sales.waiting().size();
        } catch (ForbiddenException nobodySells) {
            // Counted again when the screen is shown to somebody.
            return before;
        }
    }
}
