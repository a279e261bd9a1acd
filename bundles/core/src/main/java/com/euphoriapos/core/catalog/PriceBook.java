package com.euphoriapos.core.catalog;

import com.euphoriapos.api.catalog.PriceBookImport.Problem;
import java.util.List;

/**
 * A price book that was read whole.
 *
 * @param rows data rows in the file
 * @param items what can be taken, in the order of the file
 * @param rejected rows of which nothing can be taken
 * @param problems every row that is not taken whole, in the order of the file
 */
record PriceBook(long rows, List<PriceBookItem> items, long rejected, List<Problem> problems) {
    PriceBook {
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }

    /** Barcodes that are taken. */
    long barcodes() {
        return items.stream().mapToLong(item -> item.codes().size()).sum();
    }
}
