package com.euphoriapos.ui.register;

import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.ui.kit.present.Background;
import java.util.Optional;
import java.util.function.Consumer;

/** The search for products, and Enter that may come before its rows. Screen's thread only. */
final class SearchPane {
    private static final int RESULTS_MAX = 50;

    private final SearchBox<ProductRow> box;
    private final Consumer<ProductRow> take;
    private final Runnable changed;
    private boolean enterWaits;

    /** @param take hears the one and only row that Enter waited for */
    SearchPane(
            Background lookups,
            Catalog catalog,
            Consumer<ProductRow> take,
            Runnable changed,
            Consumer<? super Exception> failed) {
        this.take = take;
        this.changed = changed;
        this.box = new SearchBox<>(
                lookups, text -> CartText.products(catalog.search(text, RESULTS_MAX)), this::found, failed);
    }

    void text(String text) {
        enterWaits = false;
        box.text(text);
    }

    void clear() {
        enterWaits = false;
        box.clear();
    }

    void move(int places) {
        box.move(places);
    }

    /** The row of that index. */
    Optional<ProductRow> row(int index) {
        return index < 0 || index >= box.rows().size()
                ? Optional.empty()
                : Optional.of(box.rows().get(index));
    }

    /** Enter takes the chosen row, now or when the rows are there. */
    void enter() {
        if (box.pending()) {
            enterWaits = true;
        } else {
            row(box.chosen()).ifPresent(take);
        }
    }

    SearchState state() {
        return new SearchState(box.text(), box.rows(), box.chosen(), box.pending());
    }

    /** Enter that came before the rows may only take the one and only match: nobody has seen the list yet. */
    private void found() {
        if (enterWaits && !box.pending()) {
            enterWaits = false;
            if (box.rows().size() == 1) {
                take.accept(box.rows().get(0));
            }
        }
        changed.run();
    }
}
