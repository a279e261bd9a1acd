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
 */
public record QuickKeysState(List<Department> departments, Optional<Department> chosen, List<ProductRow> tiles) {
    public QuickKeysState {
        departments = List.copyOf(departments);
        tiles = List.copyOf(tiles);
    }
}
