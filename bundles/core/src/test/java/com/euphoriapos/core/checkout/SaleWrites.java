package com.euphoriapos.core.checkout;

import com.euphoriapos.api.store.InventoryRepository.Change;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.core.inventory.NegativeStock;
import com.euphoriapos.domain.CompletedTransaction;
import java.util.List;

/** A sale as the checkout writes it, for tests that need many. */
public final class SaleWrites {
    private SaleWrites() {}

    public static void complete(StoreHandle handle, CompletedTransaction sale) {
        List<Change> changes = SaleMessages.changes(sale);
        handle.transactions().insert(sale, SaleMessages.messages(sale, changes));
        for (Change change : changes) {
            if (handle.inventory().apply(change)) {
                NegativeStock.look(handle, change);
            }
        }
    }
}
