package com.euphoriapos.core.checkout;

import com.euphoriapos.api.store.InventoryRepository.Change;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.domain.CompletedTransaction;
import java.util.List;

/** Writes a sale with the shipped messages; here, because they are nobody else's business. */
public final class WrittenSale {
    private WrittenSale() {}

    /** In the transaction of the handle. */
    public static void write(StoreHandle handle, CompletedTransaction sale) {
        List<Change> changes = SaleMessages.changes(sale);
        if (!handle.transactions().insert(sale, SaleMessages.messages(sale, changes))) {
            throw new IllegalStateException("sold twice");
        }
        changes.forEach(handle.inventory()::apply);
    }

    /** Says that it was sold, and nothing more: what a lane would do that wants another one's sale to be another. */
    public static void claim(StoreHandle handle, CompletedTransaction sale) {
        handle.outbox().append(SaleMessages.messages(sale, SaleMessages.changes(sale)));
    }
}
