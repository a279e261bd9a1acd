package com.euphoriapos.core.checkout;

import com.euphoriapos.api.store.InventoryRepository.Change;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.domain.CompletedTransaction;
import java.util.List;

/** Writes a sale and what it tells others, as the checkout does. */
public final class BenchSale {
    private BenchSale() {}

    /** In the transaction of the handle. */
    public static void write(StoreHandle handle, CompletedTransaction sale) {
        List<Change> changes = SaleMessages.changes(sale);
        if (!handle.transactions().insert(sale, SaleMessages.messages(sale, changes))) {
            throw new IllegalStateException("sold twice");
        }
        changes.forEach(handle.inventory()::apply);
    }
}
