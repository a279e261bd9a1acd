package com.euphoriapos.ui.register;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.domain.Department;
import com.euphoriapos.ui.kit.present.Background;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The quick keys: loaded in the background, again when the catalog changed. Screen's thread only. */
final class QuickKeys {
    private final Background lookups;
    private final Catalog catalog;
    private final Runnable changed;
    private final Consumer<? super Exception> failed;
    private QuickKeysState state = QuickKeysState.UNREAD;
    private Loaded loaded = new Loaded(Long.MIN_VALUE, state);
    private int capacity = 12;
    private long asked;

    QuickKeys(Background lookups, Catalog catalog, Runnable changed, Consumer<? super Exception> failed) {
        this.lookups = lookups;
        this.catalog = catalog;
        this.changed = changed;
        this.failed = failed;
    }

    QuickKeysState state() {
        return state;
    }

    /** So many tiles fit. */
    void capacity(int tiles) {
        if (tiles != capacity) {
            capacity = tiles;
            load(state.chosen(), true);
        }
    }

    /** Another tab. */
    void choose(Optional<Department> department) {
        if (!department.equals(state.chosen())) {
            load(department, true);
        }
    }

    /** Loads them again when the catalog is not the one that was loaded. */
    void refresh() {
        load(state.chosen(), false);
    }

    private void load(Optional<Department> department, boolean always) {
        long ticket = ++asked;
        int limit = capacity;
        Loaded before = loaded;
        lookups.run(
                () -> read(department, limit, before, always),
                now -> {
                    // A tab tapped since then is loading already; this answer would jump back.
                    if (ticket == asked && !now.equals(before)) {
                        loaded = now;
                        state = now.state();
                        changed.run();
                    }
                },
                failed);
    }

    private Loaded read(Optional<Department> department, int limit, Loaded before, boolean always) {
        try {
            return readNow(department, limit, before, always);
        } catch (ForbiddenException nobodySells) {
            // The lane is locked, or was meanwhile: they are loaded when the screen is shown to somebody.
            return new Loaded(Long.MIN_VALUE, before.state());
        }
    }

    private Loaded readNow(Optional<Department> department, int limit, Loaded before, boolean always) {
        long version = catalog.version();
        if (version == before.version() && !always) {
            return before;
        }
        List<Department> departments =
                version == before.version() ? before.state().departments() : departments();
        Optional<Department> chosen = department.filter(departments::contains);
        List<ProductRow> tiles = CartText.products(catalog.mostSold(chosen, limit));
        return new Loaded(version, new QuickKeysState(departments, chosen, tiles, true));
    }

    private List<Department> departments() {
        return Arrays.stream(Department.values())
                .filter(each -> !catalog.mostSold(Optional.of(each), 1).isEmpty())
                .toList();
    }

    private record Loaded(long version, QuickKeysState state) {}
}
