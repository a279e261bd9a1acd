package com.euphoriapos.ui.register;

import java.util.List;

/**
 * A search as it is typed.
 *
 * @param text what is in the field
 * @param rows what was found for it, or for the text before it while it is looked up
 * @param chosen index of the row that Enter adds, -1 for none
 * @param pending whether the rows belong to an earlier text
 */
public record SearchState(String text, List<ProductRow> rows, int chosen, boolean pending) {
    /** Nothing typed. */
    public static final SearchState EMPTY = new SearchState("", List.of(), -1, false);

    public SearchState {
        rows = List.copyOf(rows);
    }
}
