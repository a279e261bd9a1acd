package com.euphoriapos.ui.register;

import java.util.List;

/**
 * A question: which of the products that share a code is it?
 *
 * @param code as scanned
 * @param rows most sold first
 * @param chosen index of the tinted row
 * @param enterChooses whether Enter takes the tinted row; not while scans wait
 */
public record PickerState(String code, List<ProductRow> rows, int chosen, boolean enterChooses) {
    public PickerState {
        rows = List.copyOf(rows);
    }
}
