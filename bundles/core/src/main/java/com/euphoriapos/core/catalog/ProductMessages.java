package com.euphoriapos.core.catalog;

import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.VersionRepository;
import com.euphoriapos.api.store.VersionRepository.Part;
import com.euphoriapos.api.store.VersionRepository.Version;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.sync.Conflicts;
import com.euphoriapos.core.sync.LastEdit;
import com.euphoriapos.core.sync.Payload;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What other lanes are told of products, and how it is read back: {@code product:upsert} with one, {@code product:bulk_upsert} with
 * several. The schema is in docs/sync-protocol.md.
 */
final class ProductMessages {
    private static final String BULK = "product:bulk";

    private ProductMessages() {}

    /**
     * Who changed products, and when.
     *
     * @param actor id of the employee, or the console's
     * @param role name of their role
     */
    record By(String actor, String role, Instant at) {}

    /**
     * An edit of a product.
     *
     * @param record the product after the edit
     * @param base stamp of the version that its author saw, empty for none
     */
    record Edit(ProductRecord record, String base) {}

    /** What an event says of products. */
    record Edits(List<Edit> edits, Instant at) {}

    /** Saves the products, with one message of all. */
    static void save(StoreHandle handle, List<ProductRecord> records, By by) {
        List<Edit> edits = new ArrayList<>();
        for (ProductRecord record : records) {
            Part part = part(record.product().id());
            Optional<Version> seen = handle.versions().of(part.aggregate(), part.name());
            seen.ifPresent(version -> Conflicts.withdraw(handle, part, version));
            record.save(handle.catalog(), by.at());
            edits.add(new Edit(record, seen.map(Version::stamp).orElse("")));
        }
        if (!edits.isEmpty()) {
            handle.outbox().append(List.of(message(edits, by)));
        }
    }

    /** The message of these edits. */
    static Message message(List<Edit> edits, By by) {
        String payload = Json.object(json -> {
            json.writeNumberField("updatedAt", by.at().toEpochMilli());
            json.writeStringField("actorRole", by.role());
            json.writeArrayFieldStart("products");
            for (Edit edit : edits) {
                json.writeStartObject();
                ProductJson.fields(json, edit.record());
                json.writeStringField("base", edit.base());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
        List<Part> parts =
                edits.stream().map(edit -> part(edit.record().product().id())).toList();
        boolean one = parts.size() == 1;
        return new Message(
                UuidCreator.getTimeOrderedEpoch().toString(),
                one ? Topics.PRODUCT_UPSERT : Topics.PRODUCT_BULK_UPSERT,
                one ? parts.get(0).aggregate() : BULK,
                payload,
                by.actor(),
                by.at(),
                parts);
    }

    /** The edits that an event tells of. */
    static Edits read(Event event) {
        return read(event, Payload.of(event));
    }

    /** As {@link #read(Event)}, of its payload. */
    static Edits read(Event event, Payload payload) {
        List<Edit> edits = new ArrayList<>();
        for (Payload product : payload.objects("products")) {
            String base = product.text("base");
            if (!LastEdit.isStampOrEmpty(base)) {
                throw product.refused("base", "names no edit");
            }
            edits.add(new Edit(ProductJson.product(product), base));
        }
        boolean one = event.topic().equals(Topics.PRODUCT_UPSERT);
        if (one && edits.size() != 1) {
            throw payload.refused("products", "has " + edits.size() + " products, not one");
        }
        if (one
                && !event.aggregate()
                        .equals(part(edits.get(0).record().product().id()).aggregate())) {
            throw payload.refused("products[0].id", "is not what the event is about");
        }
        return new Edits(edits, payload.moment("updatedAt"));
    }

    static Part part(String productId) {
        return new Part("product:" + productId, VersionRepository.WHOLE);
    }
}
