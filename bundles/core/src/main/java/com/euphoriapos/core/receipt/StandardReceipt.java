package com.euphoriapos.core.receipt;

import com.euphoriapos.api.receipt.ReceiptComposer;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.domain.CompletedTransaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The receipt that every sale gets. Thread-safe. */
@Component
public final class StandardReceipt implements ReceiptComposer {
    @Activate
    public StandardReceipt() {}

    @Override
    public String compose(CompletedTransaction transaction, StoreSettings settings) {
        return ReceiptJson.write(ReceiptLayout.of(transaction, settings));
    }
}
