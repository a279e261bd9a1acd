package com.euphoriapos.core.review;

import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.review.ReviewMessages.Resolution;
import com.euphoriapos.core.settings.Actors;
import com.euphoriapos.core.sync.Payload;
import com.euphoriapos.domain.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Takes what was looked at on another lane off the list of this one. Stateless. */
@Component(property = TopicHandler.PROPERTY_TOPICS + "=" + Topics.REVIEW_RESOLVED)
public final class ReviewHandler implements TopicHandler {
    @Activate
    public ReviewHandler() {}

    /** Looking at it twice is looking at it once. */
    @Override
    public boolean ordered() {
        return false;
    }

    @Override
    public void apply(Event event, StoreHandle handle) {
        Resolution resolution = ReviewMessages.read(event);
        Actors.require(handle, event, Payload.of(event), Permission.MANAGE_LANES);
        handle.reviews().resolve(resolution.id(), event.actor(), resolution.at());
    }
}
