package com.euphoriapos.api.checkout;

import com.euphoriapos.domain.CompletedTransaction;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Extension point: register a service to act after a sale is durable, such as opening the drawer or waking the print queue.
 * Called once a sale, in the order of the sales and by service ranking, on a thread of the checkout, never on the cashier's.
 * What throws is logged and changes nothing; what takes long delays the others, not the next sale. After a crash between the
 * commit and the call there is no call: what must happen is a row in the database, this is only the quick way to it.
 */
@ConsumerType
@FunctionalInterface
public interface CompletedSaleListener {
    /** The sale is committed. */
    void saleCompleted(CompletedTransaction transaction);
}
