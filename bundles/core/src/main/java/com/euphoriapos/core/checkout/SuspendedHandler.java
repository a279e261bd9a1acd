package com.euphoriapos.core.checkout;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.SuspendedRepository;
import com.euphoriapos.api.store.SuspendedRepository.Suspended;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Takes sales that were suspended on other lanes. One that could not be resumed here is not taken, but parked. Stateless. */
@Component(property = TopicHandler.PROPERTY_TOPICS + "=" + Topics.SALE_SUSPENDED)
public final class SuspendedHandler implements TopicHandler {
    @Activate
    public SuspendedHandler() {}

    @Override
    public void apply(Event event, StoreHandle handle) {
        Suspended sale = SuspendedMessages.row(event.payload());
        if (!SuspendedRepository.claimName(sale.id()).equals(event.aggregate())) {
            throw new EventRejectedException("The suspended sale is another one than the event is about.");
        }
        handle.suspended().save(sale);
    }
}
