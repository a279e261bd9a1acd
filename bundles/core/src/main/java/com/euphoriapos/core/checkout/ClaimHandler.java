package com.euphoriapos.core.checkout;

import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.SuspendedRepository.Claim;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.sync.Derived;
import com.euphoriapos.core.sync.Payload;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps what other lanes have claimed. Claims of lanes that were apart are all kept: the earliest counts, on every lane the same, and a
 * manager has to look at a thing that was taken twice. Stateless.
 */
@Component(property = TopicHandler.PROPERTY_TOPICS + "=" + Topics.CLAIM_MADE)
public final class ClaimHandler implements TopicHandler {
    /** Kind of the reviews. */
    static final String DOUBLE_CLAIM = "DOUBLE_CLAIM";

    private static final int ABOUT_MAX = 200;

    @Activate
    public ClaimHandler() {}

    /** Claims of one thing may come in any order. */
    @Override
    public boolean ordered() {
        return false;
    }

    @Override
    public void apply(Event event, StoreHandle handle) {
        Payload payload = Payload.of(event);
        String name = payload.key("name");
        String about = payload.text("about", "");
        if (!name.equals(event.aggregate())) {
            throw payload.refused("name", "is not what the event is about");
        }
        if (about.length() > ABOUT_MAX) {
            throw payload.refused("about", "is longer than " + ABOUT_MAX);
        }
        Claim claim = new Claim(
                name, event.id(), event.stream().origin(), event.hlc(), event.actor(), payload.moment("claimedAt"));
        handle.suspended().claim(claim);
        if (handle.suspended().claims(name).size() > 1) {
            handle.reviews().raise(review(name, about, claim.at()));
        }
    }

    /** Id and words follow from the name alone, so that they are the same on every lane however the claims arrive. */
    private static Review review(String name, String about, Instant at) {
        String detail = Json.object(json -> {
            json.writeStringField("name", name);
            json.writeStringField("about", about);
        });
        return new Review(Derived.id(DOUBLE_CLAIM, name), DOUBLE_CLAIM, name, detail, at);
    }
}
