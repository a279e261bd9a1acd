package com.euphoriapos.api.receipt;

import com.euphoriapos.api.access.Unrestricted;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.domain.CompletedTransaction;
import org.osgi.annotation.versioning.ProviderType;

/** Writes the receipt of a sale. Pure: the same sale gives the same receipt, and nothing else is touched. */
@ProviderType
public interface ReceiptComposer {
    /**
     * The receipt as the JSON text that a print job keeps. Called on the store's writer thread, inside the transaction that
     * completes the sale: it must return within a millisecond and read neither store nor device.
     */
    @Unrestricted("lays out a sale that the caller has; reads nothing")
    String compose(CompletedTransaction transaction, StoreSettings settings);
}
