package com.euphoriapos.core.checkout;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.domain.CompletedTransaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps what other lanes sold. A sale is never asked whether it was allowed: it happened. Another sale under an id that is known is damage
 * or a clash, which a person has to look at. Moves no stock: that is said by messages of its own. Stateless.
 */
@Component(property = TopicHandler.PROPERTY_TOPICS + "=" + Topics.TRANSACTION_NEW)
public final class SaleHandler implements TopicHandler {
    @Activate
    public SaleHandler() {}

    @Override
    public void apply(Event event, StoreHandle handle) {
        CompletedTransaction sale = SaleReader.read(event);
        boolean isNew;
        try {
            isNew = handle.transactions().apply(sale);
        } catch (StoreException e) {
            if (e.reason() == StoreException.Reason.CONSTRAINT) {
                throw other(sale);
            }
            throw e;
        }
        if (!isNew
                && !handle.transactions().byId(sale.id()).filter(sale::equals).isPresent()) {
            throw other(sale);
        }
    }

    private static EventRejectedException other(CompletedTransaction sale) {
        return new EventRejectedException("Another sale is stored under the id " + sale.id() + "; this one is "
                + sale.receiptNumber() + " of " + sale.priced().total() + ".");
    }
}
