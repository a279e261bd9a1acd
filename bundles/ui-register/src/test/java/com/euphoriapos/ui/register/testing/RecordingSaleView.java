package com.euphoriapos.ui.register.testing;

import com.euphoriapos.ui.register.SaleScreenState;
import com.euphoriapos.ui.register.SaleView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Remembers what it was told. */
public final class RecordingSaleView implements SaleView {
    /** Lines that flashed. */
    public final List<Integer> added = new ArrayList<>();

    private @Nullable SaleScreenState last;
    private boolean searching;
    private int shakes;

    @Override
    public void render(SaleScreenState state) {
        last = state;
    }

    /** What is shown. */
    public SaleScreenState state() {
        return Objects.requireNonNull(last);
    }

    /** The lines as "quantity × name". */
    public List<String> cart() {
        return state().lines().stream()
                .map(line -> line.quantity() + " " + line.name() + (line.voided() ? " void" : ""))
                .toList();
    }

    /** Whether the caret is in the search field. */
    public boolean searching() {
        return searching;
    }

    @Override
    public void added(int lineNumber) {
        added.add(lineNumber);
    }

    @Override
    public void focusSearch() {
        searching = true;
    }

    @Override
    public void dismissMessage() {}

    @Override
    public void shake() {
        shakes++;
    }

    /** How often it said that a PIN was wrong. */
    public int shakes() {
        return shakes;
    }

    @Override
    public void leaveSearch() {
        searching = false;
    }
}
