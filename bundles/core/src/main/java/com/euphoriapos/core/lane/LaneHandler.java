package com.euphoriapos.core.lane;

import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.VersionRepository;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.settings.Actors;
import com.euphoriapos.core.sync.Derived;
import com.euphoriapos.core.sync.LastEdit;
import com.euphoriapos.core.sync.Payload;
import com.euphoriapos.domain.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Takes over who is a lane of the store, and who is none any longer. Stateless. */
@Component(property = TopicHandler.PROPERTY_TOPICS + "=" + Topics.LANE_UPSERT)
public final class LaneHandler implements TopicHandler {
    static final String LABEL_CLASH = "LABEL_CLASH";

    @Activate
    public LaneHandler() {}

    /** A lane is decided by all that was said of it, not by the order. */
    @Override
    public boolean ordered() {
        return false;
    }

    @Override
    public void apply(Event event, StoreHandle handle) {
        PairedLane told = LaneMessages.read(event);
        Actors.require(handle, event, Payload.of(event), Permission.MANAGE_LANES);
        LastEdit.Merge merge = LastEdit.merge(
                handle.versions().of(event.aggregate(), VersionRepository.WHOLE), LastEdit.edit(event, ""));
        if (merge.changes()) {
            handle.versions().put(event.aggregate(), VersionRepository.WHOLE, merge.now());
        }
        Optional<PairedLane> known = handle.lanes().byNode(told.node());
        PairedLane merged = LaneRules.merged(known, told, merge.wins());
        if (!known.equals(Optional.of(merged))) {
            handle.lanes().save(merged);
        }
        if (merged.maySpeak()) {
            LaneRules.withLabel(handle.lanes().all(), merged.label(), merged.node())
                    .ifPresent(other -> raise(handle, merged, other, Instant.ofEpochMilli(event.ts())));
        }
    }

    /** Lanes that were apart can each let one in under the same label; receipts stay apart by their session's code. */
    private static void raise(StoreHandle handle, PairedLane one, PairedLane other, Instant at) {
        List<String> nodes = Stream.of(one.node(), other.node()).sorted().toList();
        String id = Derived.id(LABEL_CLASH, nodes.get(0), nodes.get(1));
        String detail = Json.object(json -> {
            json.writeStringField("label", one.label());
            json.writeArrayFieldStart("nodes");
            for (String node : nodes) {
                json.writeString(node);
            }
            json.writeEndArray();
        });
        handle.reviews().raise(new Review(id, LABEL_CLASH, LaneMessages.aggregate(nodes.get(0)), detail, at));
    }
}
