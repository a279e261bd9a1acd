package com.euphoriapos.core.checkout;

import com.euphoriapos.api.checkout.TenderResult.NotCompleted;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.core.checkout.SaleCompletion.OtherSaleStored;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says to the cashier in plain words, and to the log in full, why a sale is not completed. */
final class NotDurable {
    private static final Logger LOG = LoggerFactory.getLogger(NotDurable.class);
    private static final String AGAIN = " The sale is not completed and still open: give nothing out";
    private static final int INCIDENT_LENGTH = 8;

    private NotDurable() {}

    static NotCompleted report(String saleId, RuntimeException failure) {
        String incidentId =
                UUID.randomUUID().toString().substring(0, INCIDENT_LENGTH).toUpperCase(Locale.ROOT);
        LOG.error("Incident {}: the sale {} is not completed: {}", incidentId, saleId, failure.getMessage(), failure);
        return new NotCompleted(reason(failure), incidentId);
    }

    private static String reason(RuntimeException failure) {
        if (failure instanceof OtherSaleStored) {
            return "This sale was stored before with other items. Look for it under Receipts, then cancel this one.";
        }
        if (!(failure instanceof StoreException known)) {
            return "The sale could not be stored." + AGAIN + ", and try again.";
        }
        return switch (known.reason()) {
            case DISK_FULL -> "The disk is full." + AGAIN + ", make room on the disk, and try again.";
            case IO_ERROR -> "The disk could not be written." + AGAIN + ", and try again; call support if it stays.";
            case CLOSED -> "The store's data is closed at the moment." + AGAIN + ", and try again.";
            case CONSTRAINT, OTHER -> "The sale could not be stored." + AGAIN + ", and call support.";
        };
    }
}
