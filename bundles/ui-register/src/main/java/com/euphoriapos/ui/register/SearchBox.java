package com.euphoriapos.ui.register;

import com.euphoriapos.ui.kit.present.Background;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A search as it is typed. One look-up runs at a time; while it runs, only the newest text is remembered, so fast typing never
 * piles up work, and rows that belong to an older text are dropped. Screen's thread only.
 */
final class SearchBox<T> {
    private final Background lookups;
    private final Function<String, List<T>> find;
    private final Runnable changed;
    private final Consumer<? super Exception> failed;
    private String text = "";
    private List<T> rows = List.of();
    private int chosen = -1;
    private boolean running;
    private boolean fresh = true;

    /**
     * @param find finds rows for a text that is not blank; runs in the background
     * @param changed called when the rows changed
     */
    SearchBox(
            Background lookups, Function<String, List<T>> find, Runnable changed, Consumer<? super Exception> failed) {
        this.lookups = lookups;
        this.find = find;
        this.changed = changed;
        this.failed = failed;
    }

    /** The text is now this one. */
    void text(String newText) {
        if (newText.strip().equals(text)) {
            return;
        }
        text = newText.strip();
        fresh = false;
        if (text.isEmpty()) {
            found("", List.of());
        } else {
            start();
        }
    }

    void clear() {
        text("");
    }

    String text() {
        return text;
    }

    List<T> rows() {
        return rows;
    }

    /** The chosen row, -1 for none. */
    int chosen() {
        return chosen;
    }

    /** Whether the rows belong to an earlier text. */
    boolean pending() {
        return !fresh;
    }

    /** Chooses another row, by so many places; the ends stop it. */
    void move(int places) {
        if (!rows.isEmpty()) {
            chosen = Math.max(0, Math.min(rows.size() - 1, chosen + places));
            changed.run();
        }
    }

    /** Chooses a row. */
    void choose(int index) {
        if (index >= 0 && index < rows.size()) {
            chosen = index;
            changed.run();
        }
    }

    private void start() {
        if (running) {
            return;
        }
        running = true;
        String asked = text;
        lookups.run(
                () -> find.apply(asked),
                result -> {
                    running = false;
                    answered(asked, result);
                },
                e -> {
                    running = false;
                    failed.accept(e);
                    answered(asked, List.of());
                });
    }

    private void answered(String asked, List<T> result) {
        if (asked.equals(text)) {
            found(asked, result);
        } else if (!text.isEmpty()) {
            start();
        }
    }

    private void found(String asked, List<T> result) {
        if (asked.equals(text)) {
            rows = List.copyOf(result);
            chosen = rows.isEmpty() ? -1 : 0;
            fresh = true;
            changed.run();
        }
    }
}
