package com.euphoriapos.ui.register;

import com.euphoriapos.domain.Department;
import java.util.List;
import java.util.Optional;

/**
 * The quick keys.
 *
 * @param departments those that have products, in the order of the tabs
 * @param chosen the tab, empty for "Top"
 * @param tiles most sold first
 * @param read whether the catalog was looked at
 */
public record QuickKeysState(
        List<Department> departments, Optional<Department> chosen, List<ProductRow> tiles, boolean read) {
    static final QuickKeysState UNREAD = new QuickKeysState(List.of(), Optional.empty(), List.of(), false);

    public QuickKeysState {
        departments = List.copyOf(departments);
        tiles = List.copyOf(tiles);
    }

    /** Whether there is nothing to sell, as in a new store. */
    public boolean nothingToSell() {
        return read && departments.isEmpty() && tiles.isEmpty();
    }
}
